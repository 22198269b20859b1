using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-22 to RQ-24: version, request-line and method.</summary>
public static class RequestLineAttacks
{
    private const string Letters32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF";

    public static IReadOnlyList<MessageAttack> All { get; } = [.. Versions, .. Lines, .. Methods];

    private static MessageAttack Version(string what, string marked, ParseError error = ParseError.BadVersion) => Refused("RQ-22", what, Line("GET / " + marked), error);

    private static IReadOnlyList<MessageAttack> Versions =>
    [
        Refused("RQ-22", "HTTP/0.9", "GET /▸\r\n", ParseError.BadVersion),
        Refused("RQ-22", "HTTP/0.9 with a path", "GET /hello.txt▸\r\n", ParseError.BadVersion),
        Refused("RQ-22", "HTTP/0.9 with a space behind", "GET / ▸\r\n", ParseError.BadVersion),
        Version("HTTP/0.9 spelt out", "HTTP/0.▸9", ParseError.UnsupportedVersion),
        Version("HTTP/1.2", "HTTP/1.▸2", ParseError.UnsupportedVersion),
        Version("HTTP/1.9", "HTTP/1.▸9", ParseError.UnsupportedVersion),
        Version("HTTP/2.0", "HTTP/2.▸0", ParseError.UnsupportedVersion),
        Version("HTTP/3.0", "HTTP/3.▸0", ParseError.UnsupportedVersion),
        Version("HTTP/9.9", "HTTP/9.▸9", ParseError.UnsupportedVersion),
        Version("HTTP/2", "HTTP/2▸"),
        Version("HTTP/01.1", "HTTP/0▸1.1"),
        Version("HTTP/1.01", "HTTP/1.0▸1"),
        Version("lower case", "▸http/1.1"),
        Version("one letter of lower case", "HTT▸p/1.1"),
        Version("HTTP/1.", "HTTP/1.▸"),
        Version("HTTP/1", "HTTP/1▸"),
        Version("HTTP/", "HTTP/▸"),
        Version("space behind", "HTTP/1.1▸ "),
        Version("HTAB behind", "HTTP/1.1▸\t"),
        Version("letter behind", "HTTP/1.1▸x"),
        Version("digit behind", "HTTP/1.1▸0"),
        Version("many digits", "HTTP/4▸294967295.255"),
        Version("no slash", "HTTP▸1.1"),
        Version("space before the slash", "HTTP▸ /1.1"),
        Version("comma for the dot", "HTTP/1▸,1"),
        Version("another protocol", "HTTP▸S/1.1"),
        Version("sign", "HTTP/▸-1.1"),
        Refused("RQ-22", "preface of HTTP/2", "PRI ▸* HTTP/2.0\r\n\r\nSM\r\n\r\n", ParseError.BadRequestTarget),
    ];

    private static MessageAttack Bad(string what, string marked, ParseError error) => Refused("RQ-23", what, Line(marked), error);

    private static IReadOnlyList<MessageAttack> Lines =>
    [
        Bad("two spaces behind the method", "GET ▸ / HTTP/1.1", ParseError.BadRequestTarget),
        Bad("two spaces behind the target", "GET / ▸ HTTP/1.1", ParseError.BadVersion),
        Bad("HTAB behind the method", "GET▸\t/ HTTP/1.1", ParseError.BadMethod),
        Bad("HTAB behind the target", "GET /▸\tHTTP/1.1", ParseError.BadRequestTarget),
        Bad("VT behind the method", "GET▸\u000B/ HTTP/1.1", ParseError.BadMethod),
        Bad("VT behind the target", "GET /▸\u000BHTTP/1.1", ParseError.BadRequestTarget),
        Bad("FF behind the method", "GET▸\u000C/ HTTP/1.1", ParseError.BadMethod),
        Bad("space before", "▸ GET / HTTP/1.1", ParseError.BadMethod),
        Bad("HTAB before", "▸\tGET / HTTP/1.1", ParseError.BadMethod),
        Bad("two empty lines before", "\r\n▸\r\nGET / HTTP/1.1", ParseError.BadMethod),
        Bad("three empty lines before", "\r\n▸\r\n\r\nGET / HTTP/1.1", ParseError.BadMethod),
        Bad("LF behind the method", "GET▸\n/ HTTP/1.1", ParseError.BadMethod),
        Bad("LF behind the target", "GET /▸\nHTTP/1.1", ParseError.BadVersion),
        Bad("fragment", "GET /a▸#b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("fragment alone", "GET ▸#b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("space in the target", "GET /a ▸b HTTP/1.1", ParseError.BadVersion),
        Bad("NUL in the target", "GET /a▸\0b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("SOH in the target", "GET /a▸\u0001b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("ESC in the target", "GET /a▸\u001Bb HTTP/1.1", ParseError.BadRequestTarget),
        Bad("DEL in the target", "GET /a▸\u007Fb HTTP/1.1", ParseError.BadRequestTarget),
        Bad("0x80 in the target", "GET /a▸\u0080b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("UTF-8 in the target", "GET /caf▸\u00C3\u00A9 HTTP/1.1", ParseError.BadRequestTarget),
        Bad("0xFF in the target", "GET /▸\u00FF HTTP/1.1", ParseError.BadRequestTarget),
        Bad("query for a target", "GET ▸? HTTP/1.1", ParseError.BadRequestTarget),
        Bad("backslash for a target", "GET ▸\\ HTTP/1.1", ParseError.BadRequestTarget),
        Bad("backslash in the target", "GET /a▸\\b HTTP/1.1", ParseError.BadRequestTarget),
        Bad("relative path", "GET a▸ HTTP/1.1", ParseError.BadRequestTarget),
        Bad("no target, two spaces", "GET ▸ HTTP/1.1", ParseError.BadRequestTarget),
        Bad("no target, one space", "GET HTTP▸/1.1", ParseError.BadRequestTarget),
        Bad("method alone", "GET▸", ParseError.BadMethod),
        Accepted("RQ-23", "one empty line before", "\r\n" + Next, "GET /hello.txt none ~LeadingEmptyLine@0", "200"),
    ];

    private static IReadOnlyList<MessageAttack> Methods =>
    [
        Accepted("RQ-24", "get is not GET", Line("get / HTTP/1.1"), "get / none", "501"),
        Accepted("RQ-24", "Get is not GET", Line("Get / HTTP/1.1"), "Get / none", "501"),
        Accepted("RQ-24", "GE is not GET", Line("GE / HTTP/1.1"), "GE / none", "501"),
        Accepted("RQ-24", "GETX is not GET", Line("GETX / HTTP/1.1"), "GETX / none", "501"),
        Accepted("RQ-24", "HEADER is not HEAD", Line("HEADER / HTTP/1.1"), "HEADER / none", "501"),
        Accepted("RQ-24", "token of signs", Line("!#$%&'*+-.^_`|~ / HTTP/1.1"), "!#$%&'*+-.^_`|~ / none", "501"),
        Accepted("RQ-24", "32 octets", Line(Letters32 + " / HTTP/1.1"), Letters32 + " / none", "501"),
        Refused("RQ-24", "33 octets", Line(Letters32 + "▸G / HTTP/1.1"), ParseError.MethodTooLong),
        Refused("RQ-24", "100 KB", Line(Letters32 + "▸" + new string('A', 100_000 - 32) + " / HTTP/1.1"), ParseError.MethodTooLong),
        Refused("RQ-24", "at sign", Line("G▸@T / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "parenthesis", Line("▸(GET) / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "slash", Line("GET▸/ / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "colon", Line("GET▸: / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "brace", Line("▸{GET / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "quote", Line("▸\"GET\" / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "0x80", Line("GET▸\u0080 / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "byte order mark", Line("▸\u00EF\u00BB\u00BFGET / HTTP/1.1"), ParseError.BadMethod),
        Refused("RQ-24", "octets of a TLS hello", "▸\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003", ParseError.BadMethod),
    ];
}
