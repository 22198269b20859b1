using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-01 to RQ-05: Content-Length beside Transfer-Encoding, repeated, malformed, or with leading zeros.</summary>
public static class LengthAttacks
{
    private const string Chunked = "Transfer-Encoding: chunked";

    public static IReadOnlyList<MessageAttack> All { get; } = [.. BothInEveryOrder(), .. Both, .. Repeated, .. Grammar, .. Zeros];

    // HEAD, GET and POST, in either order, with and without close.
    private static IEnumerable<MessageAttack> BothInEveryOrder()
    {
        foreach (string method in (string[])["HEAD", "GET", "POST"])
        {
            foreach (string close in (string[])["", "Connection: close\r\n"])
            {
                string line = $"{method} / HTTP/1.1\r\nHost: a\r\n{close}";
                string says = $"{method}, {(close.Length == 0 ? "kept alive" : "close")}";
                yield return Refused("RQ-01", $"length first: {says}", line + "Content-Length: 5\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.LengthWithTransferEncoding);
                yield return Refused("RQ-01", $"coding first: {says}", line + "Transfer-Encoding: chunked\r\nContent-Length▸: 5\r\n\r\n0\r\n\r\n", ParseError.LengthWithTransferEncoding);
            }
        }
    }

    // The payloads of the families SMUG-CL-TE-BOTH, SMUG-CLTE-… and SMUG-TECL-….
    private static IReadOnlyList<MessageAttack> Both =>
    [
        Refused("RQ-01", "CL.TE, both ends agree", Post("Content-Length: 15\r\nTransfer-Encoding▸: chunked", "5\r\nhello\r\n0\r\n\r\n"), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, pipeline", Post("Content-Length: 4\r\nTransfer-Encoding▸: chunked", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, desync by one octet", Post("Content-Length: 6\r\nTransfer-Encoding▸: chunked", "0\r\n\r\nX"), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, smuggled GET", Post("Content-Length: 41\r\nTransfer-Encoding▸: chunked", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, smuggled HEAD", Post("Content-Length: 34\r\nTransfer-Encoding▸: chunked", "0\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n"), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, smuggled GET, length with plus", Post("Content-Length: ▸+41\r\n" + Chunked, "0\r\n\r\n" + Next), ParseError.BadContentLength),
        Refused("RQ-01", "CL.TE, smuggled GET, length no number", Post("Content-Length: 41▸x\r\n" + Chunked, "0\r\n\r\n" + Next), ParseError.BadContentLength),
        Refused("RQ-01", "CL.TE, smuggled GET, coding folded", Post("Content-Length: 41\r\nTransfer-Encoding:\r\n▸ chunked", "0\r\n\r\n" + Next), ParseError.ObsFold),
        Refused("RQ-01", "CL.TE, smuggled GET, space behind the coding", Post("Content-Length: 41\r\nTransfer-Encoding▸: chunked ", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, smuggled GET, comma before the coding", Post("Content-Length: 41\r\nTransfer-Encoding▸: ,chunked", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "CL.TE, smuggled GET, case of the coding", Post("Content-Length: 41\r\nTransfer-Encoding▸: Chunked", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "TE.CL, pipeline", Post(Chunked + "\r\nContent-Length▸: 30", "0\r\n\r\n" + Next), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "TE.CL, desync by one octet", Post(Chunked + "\r\nContent-Length▸: 6", "0\r\n\r\nX"), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "TE.CL, smuggled GET in a chunk", Post(Chunked + "\r\nContent-Length▸: 4", $"{Next.Length:x}\r\n{Next}\r\n0\r\n\r\n"), ParseError.LengthWithTransferEncoding),
        Refused("RQ-01", "TE.TE with length, one coding unknown", Post(Chunked + "\r\nTransfer-Encoding▸: identity\r\nContent-Length: 4", "0\r\n\r\n" + Next), ParseError.BadTransferEncoding),
        Refused("RQ-01", "coding first, length zero", Post(Chunked + "\r\nContent-Length▸: 0", "0\r\n\r\n"), ParseError.LengthWithTransferEncoding),
    ];

    private static IReadOnlyList<MessageAttack> Repeated =>
    [
        Refused("RQ-02", "two lines that differ", Post("Content-Length: 5\r\nContent-Length▸: 6", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-02", "two lines that differ, the greater first", Post("Content-Length: 6\r\nContent-Length▸: 5", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-02", "two lines, one zero", Post("Content-Length: 0\r\nContent-Length▸: 5", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-02", "two lines far apart", Post("Content-Length: 5\r\nX: y\r\nZ: w\r\nCONTENT-LENGTH▸: 6", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-02", "two lines, a GET smuggled between them", Post($"Content-Length: 0\r\nContent-Length▸: {Next.Length}", Next), ParseError.RepeatedContentLength),
        Refused("RQ-02", "list that differs", Length("5▸, 6"), ParseError.RepeatedContentLength),
        Refused("RQ-02", "list that differs, no space", Length("5▸,6"), ParseError.RepeatedContentLength),
        Refused("RQ-03", "two lines alike", Post("Content-Length: 5\r\nContent-Length▸: 5", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-03", "two lines alike, case differs", Post("Content-Length: 5\r\ncontent-length▸: 5", "hello"), ParseError.RepeatedContentLength),
        Refused("RQ-03", "list of two alike", Length("5▸, 5"), ParseError.RepeatedContentLength),
        Refused("RQ-03", "list of three alike", Length("5▸,5,5"), ParseError.RepeatedContentLength),
        Refused("RQ-03", "list of two alike, space before the comma", Length("5 ▸, 5"), ParseError.RepeatedContentLength),
    ];

    private static IReadOnlyList<MessageAttack> Grammar =>
    [
        Refused("RQ-04", "empty", Post("Content-Length:▸"), ParseError.BadContentLength),
        Refused("RQ-04", "space", Post("Content-Length:  ▸"), ParseError.BadContentLength),
        Refused("RQ-04", "plus", Length("▸+5"), ParseError.BadContentLength),
        Refused("RQ-04", "minus", Length("▸-5"), ParseError.BadContentLength),
        Refused("RQ-04", "minus zero", Length("▸-0"), ParseError.BadContentLength),
        Refused("RQ-04", "hexadecimal", Length("0▸x5"), ParseError.BadContentLength),
        Refused("RQ-04", "underscore", Length("5▸_0"), ParseError.BadContentLength),
        Refused("RQ-04", "space inside", Length("1 ▸0"), ParseError.BadContentLength),
        Refused("RQ-04", "HTAB inside", Length("5\t▸0"), ParseError.BadContentLength),
        Refused("RQ-04", "semicolon behind", Length("5▸;"), ParseError.BadContentLength),
        Refused("RQ-04", "letter behind", Length("5▸Z"), ParseError.BadContentLength),
        Refused("RQ-04", "ARABIC-INDIC DIGIT FIVE in UTF-8", Length("▸\u00D9\u00A5"), ParseError.BadContentLength),
        Refused("RQ-04", "superscript two, ISO-8859-1", Length("5▸\u00B2"), ParseError.BadContentLength),
        Refused("RQ-04", "decimal point", Length("5▸.0"), ParseError.BadContentLength),
        Refused("RQ-04", "exponent", Length("5▸e0"), ParseError.BadContentLength),
        Refused("RQ-04", "comma before", Length("▸,5"), ParseError.BadContentLength),
        Refused("RQ-04", "comma behind", Length("5▸,"), ParseError.RepeatedContentLength),
        Refused("RQ-04", "quoted", Length("▸\"5\""), ParseError.BadContentLength),
        Refused("RQ-04", "VT behind", Length("5▸\u000B"), ParseError.BadFieldValue),
        Refused("RQ-04", "NUL behind", Length("5▸\0"), ParseError.BadFieldValue),
        Refused("RQ-04", "20 digits, zeros first", Length("0000000000000000000▸5"), ParseError.BadContentLength),
        Refused("RQ-04", "20 digits", Length("1234567890123456789▸0"), ParseError.BadContentLength),
        Refused("RQ-04", "64 digits", Length("999999999999999999▸" + new string('9', 46)), ParseError.BadContentLength),
        Refused("RQ-04", "2^63", Length("922337203685477580▸8"), ParseError.BadContentLength),
        Refused("RQ-04", "2^64", Length("1844674407370955161▸6"), ParseError.BadContentLength),
        Refused("RQ-04", "2^64 and 5", Length("1844674407370955162▸1"), ParseError.BadContentLength),
        Incomplete("RQ-04", "2^63-1, the greatest there is", Length("9223372036854775807")) with { Answer = "405 close" },
    ];

    private static IReadOnlyList<MessageAttack> Zeros =>
    [
        Accepted("RQ-05", "007 is seven", Length("007", "hello w" + "X"), "POST / length 7 \"hello w\" +1"),
        Accepted("RQ-05", "00 is zero", Length("00", "X"), "POST / length 0 \"\" +1"),
        Accepted("RQ-05", "010 is ten, never octal", Length("010", "0123456789"), "POST / length 10 \"0123456789\""),
        Accepted("RQ-05", "19 digits with zeros", Length("0000000000000000005"), "POST / length 5 \"hello\""),
    ];
}
