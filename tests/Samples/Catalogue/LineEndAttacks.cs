using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-11 and RQ-12: LF without CR and CR without LF, wherever a line could end.</summary>
public static class LineEndAttacks
{
    private const string Start = "GET / HTTP/1.1\r\n";

    public static IReadOnlyList<MessageAttack> All { get; } =
    [
        Refused("RQ-11", "request-line", "GET / HTTP/1.1▸\nHost: a\r\n\r\n", ParseError.BareLf),
        Refused("RQ-11", "field line", Start + "Host: a▸\nX: y\r\n\r\n", ParseError.BareLf),
        Refused("RQ-11", "empty line", Start + "Host: a\r\n▸\n", ParseError.BareLf),
        Refused("RQ-11", "every line", "GET / HTTP/1.1▸\nHost: a\n\n", ParseError.BareLf),
        Refused("RQ-11", "last field line and empty line", Start + "Host: a▸\n\n", ParseError.BareLf),
        Refused("RQ-11", "LF CR LF at the end of the head", Start + "Host: a▸\n\r\n", ParseError.BareLf),
        Refused("RQ-11", "CR LF LF CR LF at the end of the head", Start + "Host: a\r\n▸\n\r\n", ParseError.BareLf),
        Refused("RQ-11", "behind a name", Start + "Host▸\n: a\r\n\r\n", ParseError.MissingColon),
        Refused("RQ-11", "before the request-line", "▸\n" + Next, ParseError.BareLf),
        Refused("RQ-11", "CR LF, then LF, before the request-line", "\r\n▸\n" + Next, ParseError.BadMethod),
        Refused("RQ-11", "chunk-size line", Chunked("5▸\nhello\r\n0\r\n\r\n"), ParseError.BareLf),
        Refused("RQ-11", "chunk-size line with an extension", Chunked("5;a▸\nhello\r\n0\r\n\r\n"), ParseError.BareLf),
        Refused("RQ-11", "chunk data", Chunked("5\r\nhello▸\n0\r\n\r\n"), ParseError.MissingChunkEnd),
        Refused("RQ-11", "last chunk", Chunked("0▸\n\r\n"), ParseError.BareLf),
        Refused("RQ-11", "empty line behind the last chunk", Chunked("0\r\n▸\n"), ParseError.BareLf),
        Refused("RQ-11", "last chunk and empty line", Chunked("0▸\n\n"), ParseError.BareLf),
        Refused("RQ-11", "trailer line", Chunked("0\r\nA: b▸\n\r\n"), ParseError.BareLf),
        Refused("RQ-11", "empty line behind trailers", Chunked("0\r\nA: b\r\n▸\n"), ParseError.BareLf),

        Refused("RQ-12", "in a value", Get("X: a\r▸b"), ParseError.BareCr),
        Refused("RQ-12", "in a value, a field behind it", Get("X: a\r▸Transfer-Encoding: chunked"), ParseError.BareCr),
        Refused("RQ-12", "in a name", Get("a▸\rb: c"), ParseError.MissingColon),
        Refused("RQ-12", "before a name", Get("\r▸a: b"), ParseError.BareCr),
        Refused("RQ-12", "in the method", Line("G▸\rET / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-12", "in the target", Line("GET /a▸\rb HTTP/1.1"), ParseError.BadVersion),
        Refused("RQ-12", "for the end of the request-line", "GET / HTTP/1.1\r▸Host: a\r\r", ParseError.BareCr),
        Refused("RQ-12", "CR X behind the version", Line("GET / HTTP/1.1\r▸X"), ParseError.BareCr),
        Refused("RQ-12", "CR CR LF behind the request-line", "GET / HTTP/1.1\r▸\r\nHost: a\r\n\r\n", ParseError.BareCr),
        Refused("RQ-12", "CR CR LF behind a field line", Start + "Host: a\r▸\r\n\r\n", ParseError.BareCr),
        Refused("RQ-12", "CR X for the empty line", Start + "Host: a\r\n\r▸X", ParseError.BareCr),
        Refused("RQ-12", "CR CR for the empty line", Start + "Host: a\r\n\r▸\r\n", ParseError.BareCr),
        Refused("RQ-12", "before the request-line", "\r▸" + Next, ParseError.BareCr),
        Refused("RQ-12", "chunk-size line", Chunked("5\r▸hello\r\n0\r\n\r\n"), ParseError.BareCr),
        Refused("RQ-12", "chunk-size line, CR CR LF", Chunked("5\r▸\r\nhello\r\n0\r\n\r\n"), ParseError.BareCr),
        Refused("RQ-12", "chunk extension", Chunked("5;a\r▸b\r\nhello\r\n0\r\n\r\n"), ParseError.BareCr),
        Refused("RQ-12", "chunk data", Chunked("5\r\nhello\r▸0\r\n\r\n"), ParseError.MissingChunkEnd),
        Refused("RQ-12", "last chunk", Chunked("0\r▸0\r\n\r\n"), ParseError.BareCr),
        Refused("RQ-12", "trailer line", Chunked("0\r\nA: b\r▸c\r\n\r\n"), ParseError.BareCr),
        Refused("RQ-12", "CR X behind the last chunk", Chunked("0\r\n\r▸X"), ParseError.BareCr),
    ];
}
