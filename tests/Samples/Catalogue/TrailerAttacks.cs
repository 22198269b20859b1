using HiPerf.Http1;
using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-17, RQ-19 and RQ-20: how much framing a content may have, its last chunk, its trailer section.</summary>
public static class TrailerAttacks
{
    private static readonly string s_kibibyte = ";" + new string('a', 1023);

    public static IReadOnlyList<MessageAttack> All { get; } = [.. Volumes, .. LastChunks, .. Trailers];

    private static IReadOnlyList<MessageAttack> Volumes =>
    [
        Refused("RQ-17", "one extension of 64 KiB", Chunked("5;" + new string('a', 4094) + "▸" + new string('a', 61_442) + "\r\nhello\r\n0\r\n\r\n"), ParseError.ChunkLineTooLong),
        Refused("RQ-17", "one extension of 64 KiB where lines may be long", Chunked("5;" + new string('a', 16_383) + "▸" + new string('a', 49_153) + "\r\nhello\r\n0\r\n\r\n"), ParseError.ChunkOverhead)
            with { Limits = new Http1Limits { MaxChunkLine = 1 << 20 } },
        Refused("RQ-17", "1 KiB on every chunk", Chunked(Times(16, $"400{s_kibibyte}\r\n{new string('x', 1024)}\r\n") + "400▸" + s_kibibyte + "\r\n"), ParseError.ChunkOverhead),
        Refused("RQ-17", "1 KiB on every chunk of one octet", Chunked(Times(16, $"1{s_kibibyte}\r\nx\r\n") + "1▸" + s_kibibyte + "\r\nx\r\n0\r\n\r\n"), ParseError.ChunkOverhead),
        Refused("RQ-17", "a million chunks of one octet", Chunked(Times(20_480, "1\r\nx\r\n") + "1\r▸\nx\r\n" + Times(979_519, "1\r\nx\r\n") + "0\r\n\r\n"), ParseError.ChunkOverhead),
        Accepted("RQ-17", "16 KiB of extensions exactly", Chunked(Times(16, $"400{s_kibibyte}\r\n{new string('x', 1024)}\r\n") + "0\r\n\r\n"), "POST / chunked 16384 octets"),
        Accepted("RQ-17", "chunks of two octets are within the ratio", Chunked(Times(50_000, "2\r\nxx\r\n") + "0\r\n\r\n"), "POST / chunked 100000 octets"),
        Accepted("RQ-17", "100 KiB of framing less one octet, whatever the ratio", Chunked(Times(20_479, "1\r\nx\r\n") + "0\r\n\r\n"), "POST / chunked 20479 octets"),
    ];

    private static IReadOnlyList<MessageAttack> LastChunks =>
    [
        Accepted("RQ-19", "000", Chunked("5\r\nhello\r\n000\r\n\r\n"), "POST / chunked \"hello\""),
        Accepted("RQ-19", "000 alone", Chunked("000\r\n\r\n"), "POST / chunked \"\""),
        Accepted("RQ-19", "sixteen zeros", Chunked("0000000000000000\r\n\r\n"), "POST / chunked \"\""),
        Accepted("RQ-19", "octets behind the end are not of this message", Chunked("0\r\n\r\nXX"), "POST / chunked \"\" +2"),
        Incomplete("RQ-19", "000 and the end", Chunked("000")),
        Incomplete("RQ-19", "last chunk and the end", Chunked("0\r\n")),
        Incomplete("RQ-19", "half of the final CRLF", Chunked("0\r\n\r")),
        Incomplete("RQ-19", "no final CRLF behind content", Chunked("5\r\nhello\r\n0\r\n")),
        Incomplete("RQ-19", "no last chunk", Chunked("5\r\nhello\r\n")),
        Incomplete("RQ-19", "no CRLF behind chunk data", Chunked("5\r\nhello")),
        Incomplete("RQ-19", "chunk data cut", Chunked("5\r\nhel")),
        Incomplete("RQ-19", "chunk-size cut", Chunked("5")),
        Incomplete("RQ-19", "no content", Chunked("")),
        Incomplete("RQ-19", "no final CRLF behind a trailer", Chunked("0\r\nA: b\r\n")),
        Incomplete("RQ-19", "XX for the final CRLF, cut", Chunked("0\r\nXX")),
        Refused("RQ-19", "XX for the final CRLF", Chunked("0\r\nXX▸\r\n\r\n"), ParseError.MissingColon),
        Refused("RQ-19", "a request for the final CRLF", Chunked("0\r\nGET▸ / HTTP/1.1\r\nHost: a\r\n\r\n"), ParseError.SpaceBeforeColon),
    ];

    // Listed, reported, and of no consequence: the next request is read where this one ends.
    private static MessageAttack Trailer(string what, string trailer)
    {
        string before = Chunked("5\r\nhello\r\n0\r\n");
        return Accepted("RQ-20", what, $"{before}{trailer}\r\n\r\n{Next}",
            $"POST / chunked \"hello\" {{{trailer.Replace(": ", "=", StringComparison.Ordinal)}}} +{Next.Length} ~ForbiddenTrailer@{before.Length}", "405");
    }

    private static IReadOnlyList<MessageAttack> Trailers =>
    [
        Trailer("Content-Length frames nothing", "Content-Length: 3"),
        Trailer("Transfer-Encoding frames nothing", "Transfer-Encoding: gzip"),
        Trailer("Host routes nothing", "Host: b"),
        Trailer("Authorization admits nobody", "Authorization: Basic YTpi"),
        Trailer("Set-Cookie sets nothing", "Set-Cookie: a=b"),
        Trailer("Trailer announces nothing", "Trailer: X"),
        Trailer("Connection ends nothing", "Connection: close"),
        Trailer("Content-Type changes nothing", "Content-Type: text/html"),
        Trailer("Content-Encoding changes nothing", "Content-Encoding: gzip"),
        Trailer("Expect expects nothing", "Expect: 100-continue"),
        Accepted("RQ-20", "field that Connection names",
            "POST / HTTP/1.1\r\nHost: a\r\nConnection: X\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n" + Next,
            $"POST / [Connection=X] chunked \"\" {{X=y}} +{Next.Length}", "405"),
        Accepted("RQ-20", "field that may trail", Chunked("0\r\nETag: \"a\"\r\n\r\n"), "POST / chunked \"\" {ETag=\"a\"}", "405"),
        Accepted("RQ-20", "the second of two may not", Chunked("0\r\nETag: \"a\"\r\nHost: b\r\n\r\n"), "POST / chunked \"\" {ETag=\"a\", Host=b} ~ForbiddenTrailer@70", "405"),
        Accepted("RQ-20", "16 of them", Chunked("0\r\n" + Times(16, "A: b\r\n") + "\r\n"), "POST / chunked \"\" {" + string.Join(", ", Enumerable.Repeat("A=b", 16)) + "}", "405"),
        Refused("RQ-20", "a million of them", Chunked("0\r\n" + Times(16, "A: b\r\n") + "▸A: b\r\n" + Times(999_983, "A: b\r\n") + "\r\n"), ParseError.TooManyFields),
        Refused("RQ-20", "4 KiB in one", Chunked("0\r\nA: " + new string('x', 4093) + "▸x\r\n\r\n"), ParseError.TrailersTooLarge),
        Refused("RQ-20", "obs-fold, SP", Chunked("0\r\nA: b\r\n▸ c\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-20", "obs-fold, HTAB", Chunked("0\r\nA: b\r\n▸\tc\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-20", "white space before the first", Chunked("0\r\n▸ A: b\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-20", "space before the colon", Chunked("0\r\nA▸ : b\r\n\r\n"), ParseError.SpaceBeforeColon),
        Refused("RQ-20", "empty name", Chunked("0\r\n▸: b\r\n\r\n"), ParseError.BadFieldName),
        Refused("RQ-20", "no colon", Chunked("0\r\nA▸\r\n\r\n"), ParseError.MissingColon),
        Refused("RQ-20", "NUL in a value", Chunked("0\r\nA: b▸\0\r\n\r\n"), ParseError.BadFieldValue),
        Refused("RQ-20", "NUL in a name", Chunked("0\r\nA▸\0: b\r\n\r\n"), ParseError.BadFieldName),
    ];
}
