using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-08 to RQ-10, RQ-13 and RQ-14: names and values of field lines.</summary>
public static class FieldLineAttacks
{
    public static IReadOnlyList<MessageAttack> All { get; } = [.. Names, .. Delimiters(), .. Folds, .. Nuls, .. Controls(), .. ObsText];

    private static IReadOnlyList<MessageAttack> Names =>
    [
        Accepted("RQ-08", "Transfer_Encoding frames nothing", Post("Transfer_Encoding: chunked"), "POST / [Transfer_Encoding=chunked] none"),
        Accepted("RQ-08", "Content_Length frames nothing", Post("Content_Length: 5"), "POST / [Content_Length=5] none"),
        Refused("RQ-08", "SP behind Content-Length", Post("Content-Length▸ : 5", "hello"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "HTAB behind Content-Length", Post("Content-Length▸\t: 5", "hello"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "SP behind Transfer-Encoding", Post("Transfer-Encoding▸ : chunked", "0\r\n\r\n"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "HTAB behind Transfer-Encoding", Post("Transfer-Encoding▸\t: chunked", "0\r\n\r\n"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "SP behind Host", Host("Host▸ : a"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "SP inside a name", Post("Content▸ Length: 5", "hello"), ParseError.SpaceBeforeColon),
        Refused("RQ-08", "SP before the first field line", Host("▸ Host: a"), ParseError.SpaceBeforeFirstField),
        Refused("RQ-08", "HTAB before the first field line", Host("▸\tHost: a"), ParseError.SpaceBeforeFirstField),
        Refused("RQ-08", "line of white space before the first field line", Host("▸ \r\nHost: a"), ParseError.SpaceBeforeFirstField),
        Refused("RQ-08", "NBSP behind a name", Post("Content-Length▸\u00A0: 5", "hello"), ParseError.BadFieldName),
        Refused("RQ-08", "NBSP before a name", Post("▸\u00A0Content-Length: 5", "hello"), ParseError.BadFieldName),
        Refused("RQ-08", "NBSP of UTF-8 behind a name", Post("Content-Length▸\u00C2\u00A0: 5", "hello"), ParseError.BadFieldName),
        Refused("RQ-08", "NBSP inside a name", Post("Content▸\u00A0Length: 5", "hello"), ParseError.BadFieldName),

        Refused("RQ-09", "empty name", Get("▸: x"), ParseError.BadFieldName),
        Refused("RQ-09", "two colons", Get("▸:: x"), ParseError.BadFieldName),
        Accepted("RQ-09", "colon inside belongs to the value", Get("a:b: c"), "GET / [a=b: c] none"),
        Refused("RQ-09", "no colon", Get("abc▸"), ParseError.MissingColon),
        Refused("RQ-09", "no colon on the first line", Host("Host▸"), ParseError.MissingColon),
        Refused("RQ-09", "NUL", Get("a▸\0b: c"), ParseError.BadFieldName),
        Refused("RQ-09", "SOH", Get("a▸\u0001b: c"), ParseError.BadFieldName),
        Refused("RQ-09", "VT before Host", Host("▸\u000BHost: a"), ParseError.BadFieldName),
        Refused("RQ-09", "FF", Get("a▸\u000Cb: c"), ParseError.BadFieldName),
        Refused("RQ-09", "ESC", Get("a▸\u001Bb: c"), ParseError.BadFieldName),
        Refused("RQ-09", "US", Get("a▸\u001Fb: c"), ParseError.BadFieldName),
        Refused("RQ-09", "DEL", Get("a▸\u007Fb: c"), ParseError.BadFieldName),
        Refused("RQ-09", "0x80", Get("a▸\u0080b: c"), ParseError.BadFieldName),
        Refused("RQ-09", "0xC3 0xA9", Get("caf▸\u00C3\u00A9: c"), ParseError.BadFieldName),
        Refused("RQ-09", "0xFF", Get("▸\u00FF: c"), ParseError.BadFieldName),
    ];

    // Every delimiter of RFC 9110 section 5.6.2 but the colon.
    private static IEnumerable<MessageAttack> Delimiters() =>
        "\"(),/;<=>?@[\\]{}".Select(c => Refused("RQ-09", $"delimiter {c}", Get($"a▸{c}b: c"), ParseError.BadFieldName));

    private static IReadOnlyList<MessageAttack> Folds =>
    [
        Refused("RQ-10", "SP on an ordinary field", Get("X: y\r\n▸ z"), ParseError.ObsFold),
        Refused("RQ-10", "HTAB on an ordinary field", Get("X: y\r\n▸\tz"), ParseError.ObsFold),
        Refused("RQ-10", "SP on the first field", Host("Host: a\r\n▸ b"), ParseError.ObsFold),
        Refused("RQ-10", "HTAB on the first field", Host("Host: a\r\n▸\tb"), ParseError.ObsFold),
        Refused("RQ-10", "on Transfer-Encoding, value first", Post("Transfer-Encoding: chunked\r\n▸ , identity", "0\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-10", "on Transfer-Encoding, SP", Post("Transfer-Encoding:\r\n▸ chunked", "0\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-10", "on Transfer-Encoding, HTAB", Post("Transfer-Encoding:\r\n▸\tchunked", "0\r\n\r\n"), ParseError.ObsFold),
        Refused("RQ-10", "on Content-Length", Post("Content-Length: 1\r\n▸ 0", "hello"), ParseError.ObsFold),
        Refused("RQ-10", "of white space alone", Get("X: y\r\n▸ \t"), ParseError.ObsFold),
        Refused("RQ-10", "that looks like a field", Get("X: y\r\n▸ Content-Length: 5"), ParseError.ObsFold),
        Refused("RQ-10", "on Transfer-Encoding of OPTIONS with a length",
            "OPTIONS / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding:\r\n▸ chunked\r\n\r\n0\r\n\r\n", ParseError.ObsFold),
    ];

    private static IReadOnlyList<MessageAttack> Nuls =>
    [
        Refused("RQ-13", "NUL before the request-line", Line("▸\0GET / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-13", "NUL in the method", Line("G▸\0T / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-13", "NUL in the target", Line("GET /▸\0 HTTP/1.1"), ParseError.BadRequestTarget),
        Refused("RQ-13", "NUL in the version", Line("GET / HTTP/1▸\0"), ParseError.BadVersion),
        Refused("RQ-13", "NUL behind the version", Line("GET / HTTP/1.1▸\0"), ParseError.BadVersion),
        Refused("RQ-13", "NUL between the lines", Get("▸\0X: y"), ParseError.BadFieldName),
        Refused("RQ-13", "NUL for the colon", Get("X▸\0 y"), ParseError.BadFieldName),
        Refused("RQ-13", "NUL before a value", Get("X: ▸\0y"), ParseError.BadFieldValue),
        Refused("RQ-13", "NUL behind a value", Get("X: y▸\0"), ParseError.BadFieldValue),
        Refused("RQ-13", "NUL for the empty line", "GET / HTTP/1.1\r\nHost: a\r\n▸\0\r\n\r\n", ParseError.BadFieldName),
        Refused("RQ-13", "NUL inside the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\r▸\0\n", ParseError.BareCr),
        Accepted("RQ-13", "HTAB in a value", Get("X: a\tb"), "GET / [X=a\tb] none", "200"),
    ];

    // Every other control in a value: 0x01 to 0x1F without HTAB, LF and CR, and DEL.
    private static IEnumerable<MessageAttack> Controls() => Enumerable.Range(1, 31).Append(0x7F).Where(c => c is not (9 or 10 or 13))
        .Select(c => Refused("RQ-13", $"0x{c:X2} in a value", Get($"X: a▸{(char)c}b"), ParseError.BadFieldValue));

    private static IReadOnlyList<MessageAttack> ObsText =>
    [
        Accepted("RQ-14", "every octet from 0x80", Get("X: " + Upper), $"GET / [X={Upper}] none", "200"),
        Accepted("RQ-14", "0x80 alone", Get("X: \u0080"), "GET / [X=\u0080] none", "200"),
        Accepted("RQ-14", "0xFF alone", Get("X: \u00FF"), "GET / [X=\u00FF] none", "200"),
        Accepted("RQ-14", "0x85 at both ends is no white space", Get("X: \u0085a\u0085"), "GET / [X=\u0085a\u0085] none", "200"),
        Accepted("RQ-14", "0xA0 at both ends is no white space", Get("X: \u00A0a\u00A0"), "GET / [X=\u00A0a\u00A0] none", "200"),
        Accepted("RQ-14", "UTF-8 is left as it is", Get("X: caf\u00C3\u00A9"), "GET / [X=caf\u00C3\u00A9] none", "200"),
        Accepted("RQ-14", "broken UTF-8 is left as it is", Get("X: \u00C0\u00AE\u00ED\u00A0\u0080"), "GET / [X=\u00C0\u00AE\u00ED\u00A0\u0080] none", "200"),
    ];

    private static string Upper => string.Concat(Enumerable.Range(0x80, 0x80).Select(c => (char)c));
}
