using HiPerf.Http;
using static HiPerf.Samples.Catalogue.MessageAttack;

namespace HiPerf.Samples.Catalogue;

/// <summary>RS-01 to RS-08, the part of the parsers: what a response head and its content are refused for.</summary>
public static class ResponseAttacks
{
    private const string Ok = "HTTP/1.1 200 OK\r\n";
    private const string Chunked = Ok + "Transfer-Encoding: chunked\r\n\r\n";

    public static IReadOnlyList<MessageAttack> All { get; } =
    [
        .. Interim.Concat(Ends).Concat(Broken).Concat(Empty).Concat(Bombs).Select(attack => attack with { IsResponse = true }),
    ];

    private static IReadOnlyList<MessageAttack> Interim =>
    [
        Accepted("RS-01", "one interim response at a time", "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "103 Early Hints [Link=a] none +19"),
        Accepted("RS-02", "101 has no content, what follows is not ours", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nabc", "101 Switching Protocols [Upgrade=x, Connection=upgrade] none +3"),
        Accepted("RS-02", "100 with a length has no content", "HTTP/1.1 100 Continue\r\nContent-Length: 5\r\n\r\nhello", "100 Continue none +5"),
        Accepted("RS-02", "100 with a coding has no content", "HTTP/1.1 100 Continue\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "100 Continue none +5"),
    ];

    private static IReadOnlyList<MessageAttack> Ends =>
    [
        Incomplete("RS-03", "octets that end before the length", Ok + "Content-Length: 5\r\n\r\nhell"),
        Incomplete("RS-03", "octets that end before any content", Ok + "Content-Length: 5\r\n\r\n"),
        Incomplete("RS-03", "octets that end inside a chunk", Chunked + "5\r\nhel"),
        Incomplete("RS-03", "octets that end inside a chunk-size", Chunked + "5"),
        Incomplete("RS-03", "octets that end before the last chunk", Chunked + "5\r\nhello\r\n"),
        Incomplete("RS-03", "octets that end before the final CRLF", Chunked + "5\r\nhello\r\n0\r\n"),
        Incomplete("RS-03", "octets that end inside the final CRLF", Chunked + "5\r\nhello\r\n0\r\n\r"),
        Accepted("RS-03", "length satisfied", Ok + "Content-Length: 5\r\n\r\nhello", "200 OK length 5 \"hello\""),
        Accepted("RS-04", "neither length nor coding", Ok + "\r\nhello", "200 OK until close \"hello\""),
        Accepted("RS-04", "neither, in HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", "200 OK until close \"hello\""),
    ];

    private static MessageAttack Bad(string what, string marked, ParseError error) => Refused("RS-05", what, marked, error);

    private static IReadOnlyList<MessageAttack> Broken =>
    [
        Bad("two lengths that differ", Ok + "Content-Length: 5\r\nContent-Length▸: 6\r\n\r\nhello", ParseError.RepeatedContentLength),
        Bad("two lengths alike", Ok + "Content-Length: 5\r\nContent-Length▸: 5\r\n\r\nhello", ParseError.RepeatedContentLength),
        Bad("list of lengths", Ok + "Content-Length: 5▸, 5\r\n\r\nhello", ParseError.RepeatedContentLength),
        Bad("length no number", Ok + "Content-Length: ▸+5\r\n\r\nhello", ParseError.BadContentLength),
        Bad("length too great", Ok + "Content-Length: 922337203685477580▸8\r\n\r\nhello", ParseError.BadContentLength),
        Bad("length, then coding", Ok + "Content-Length: 5\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.LengthWithTransferEncoding),
        Bad("coding, then length", Ok + "Transfer-Encoding: chunked\r\nContent-Length▸: 5\r\n\r\n0\r\n\r\n", ParseError.LengthWithTransferEncoding),
        Bad("coding in HTTP/1.0", "HTTP/1.0 200 OK\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.TransferEncodingInHttp10),
        Bad("unknown coding", Ok + "Transfer-Encoding: gzip▸\r\n\r\n", ParseError.UnsupportedTransferCoding),
        Bad("chunked twice", Ok + "Transfer-Encoding: chunked▸, chunked\r\n\r\n", ParseError.BadTransferEncoding),
        Bad("chunk-size no number", Chunked + "▸x\r\n", ParseError.BadChunkSize),
        Bad("chunk-size too great", Chunked + "800000000000000▸0\r\n", ParseError.ChunkSizeOverflow),
        Bad("chunk-size line of LF", Chunked + "5▸\nhello\r\n0\r\n\r\n", ParseError.BareLf),
        Bad("chunk longer than its size", Chunked + "5\r\nhello▸!\r\n0\r\n\r\n", ParseError.MissingChunkEnd),
        Bad("chunk extension broken", Chunked + "5;▸\r\nhello\r\n0\r\n\r\n", ParseError.BadChunkExtension),
        Bad("LF behind the status-line", "HTTP/1.1 200 OK▸\nA: b\n\n", ParseError.BareLf),
        Bad("LF behind a field line", Ok + "A: b▸\nContent-Length: 0\r\n\r\n", ParseError.BareLf),
        Bad("LF for the empty line", Ok + "A: b\r\n▸\n", ParseError.BareLf),
        Bad("CR in the status-line", "HTTP/1.1 200 O\r▸K\r\n\r\n", ParseError.BareCr),
        Bad("CR in a value", Ok + "A: b\r▸c\r\n\r\n", ParseError.BareCr),
        Bad("CR for the empty line", Ok + "A: b\r\n\r▸X", ParseError.BareCr),
        Bad("obs-fold, SP", Ok + "A: b\r\n▸ c\r\n\r\n", ParseError.ObsFold),
        Bad("obs-fold, HTAB", Ok + "A: b\r\n▸\tc\r\n\r\n", ParseError.ObsFold),
        Bad("white space before the first field line", Ok + "▸ A: b\r\n\r\n", ParseError.SpaceBeforeFirstField),
        Bad("NUL in a value", Ok + "A: b▸\0\r\n\r\n", ParseError.BadFieldValue),
        Bad("NUL in a name", Ok + "A▸\0: b\r\n\r\n", ParseError.BadFieldName),
        Bad("NUL in the reason", "HTTP/1.1 200 O▸\0\r\n\r\n", ParseError.BadReasonPhrase),
        Bad("space before the colon", Ok + "Content-Length▸ : 5\r\n\r\nhello", ParseError.SpaceBeforeColon),
        Bad("no response of HTTP", "▸ICY 200 OK\r\n\r\n", ParseError.BadVersion),
    ];

    private static IReadOnlyList<MessageAttack> Empty =>
    [
        Accepted("RS-06", "HEAD with a length", Ok + "Content-Length: 5\r\n\r\nhello", "200 OK none +5") with { Method = RequestMethod.Head },
        Accepted("RS-06", "HEAD with a coding", Chunked + "0\r\n\r\n", "200 OK none +5") with { Method = RequestMethod.Head },
        Accepted("RS-06", "HEAD with neither", Ok + "\r\nhello", "200 OK none +5") with { Method = RequestMethod.Head },
        Accepted("RS-06", "204 with a length", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", "204 No Content none +5"),
        Accepted("RS-06", "204 with a coding", "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "204 No Content none +5"),
        Accepted("RS-06", "304 with a length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello", "304 Not Modified none +5"),
        Accepted("RS-06", "205 with a length has what it declares", "HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello", "205 Reset Content length 5 \"hello\""),
        Accepted("RS-06", "205 without content", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\nhello", "205 Reset Content length 0 \"\" +5"),
        Accepted("RS-06", "2xx to CONNECT with a length", Ok + "Content-Length: 5\r\n\r\nhello", "200 OK none +5") with { Method = RequestMethod.Connect },
        Accepted("RS-06", "2xx to CONNECT with both", Ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nhello", "200 OK none +5") with { Method = RequestMethod.Connect },
        Accepted("RS-06", "407 to CONNECT with a length", "HTTP/1.1 407 No\r\nContent-Length: 5\r\n\r\nhello", "407 No length 5 \"hello\"") with { Method = RequestMethod.Connect },
        Accepted("RS-07", "a second response is not this one's", Ok + "Content-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "200 OK length 0 \"\" +19"),
    ];

    private static IReadOnlyList<MessageAttack> Bombs =>
    [
        Refused("RS-08", "a million field lines", Ok + Wire.Times(256, "A: b\r\n") + "▸A: b\r\n" + Wire.Times(999_743, "A: b\r\n"), ParseError.TooManyFields),
        Refused("RS-08", "one field line of 1 MiB", Ok + "A: " + new string('x', 16_381) + "▸" + new string('x', 1_032_195) + "\r\n\r\n", ParseError.FieldLineTooLong),
        Refused("RS-08", "status-line of 300 KiB", Ok[..13] + new string('x', 4083) + "▸" + new string('x', 303_117) + "\r\n\r\n", ParseError.StartLineTooLong),
        Refused("RS-08", "head of 64 KiB and more", Ok + Wire.Times(6, $"A: {new string('x', 10_000)}\r\n") + "A: " + new string('x', 5_486) + "▸x\r\n\r\n", ParseError.HeadTooLarge),
        Refused("RS-08", "name of 1 MiB", Ok + new string('n', 16_384) + "▸" + new string('n', 1_032_192) + ": \r\n\r\n", ParseError.FieldLineTooLong),
    ];
}
