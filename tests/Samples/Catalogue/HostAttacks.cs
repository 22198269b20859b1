using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-25 to RQ-27: Host, its agreement with an absolute target, CONNECT and the forms of other methods' targets.</summary>
public static class HostAttacks
{
    public static IReadOnlyList<MessageAttack> All { get; } = [.. Hosts, .. Mismatches, .. Forms];

    private static MessageAttack Bad(string what, string marked) => Refused("RQ-25", what, Host("Host: " + marked), ParseError.BadHost);

    private static IReadOnlyList<MessageAttack> Hosts =>
    [
        Refused("RQ-25", "missing", "GET / HTTP/1.1\r\n▸\r\n", ParseError.MissingHost),
        Refused("RQ-25", "missing beside other fields", "GET / HTTP/1.1\r\nX: y\r\n▸\r\n", ParseError.MissingHost),
        Refused("RQ-25", "missing beside an absolute target", "GET http://a/ HTTP/1.1\r\n▸\r\n", ParseError.MissingHost),
        Refused("RQ-25", "twice the same", Host("Host: a\r\nHost▸: a"), ParseError.RepeatedHost),
        Refused("RQ-25", "twice, different", Host("Host: a\r\nHost▸: b"), ParseError.RepeatedHost),
        Refused("RQ-25", "twice, case differs", Host("Host: a\r\nhOST▸: a"), ParseError.RepeatedHost),
        Refused("RQ-25", "twice, far apart", Host("Host: a\r\nX: y\r\nHost▸: a"), ParseError.RepeatedHost),
        Refused("RQ-25", "twice, the first empty", Host("Host:\r\nHost▸: a"), ParseError.RepeatedHost),
        Refused("RQ-25", "twice in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost▸: a\r\n\r\n", ParseError.RepeatedHost),
        Bad("list", "a,▸ b"),
        Bad("userinfo", "a▸@b"),
        Bad("userinfo with a password", "u:▸p@b"),
        Bad("path", "a▸/b"),
        Bad("slash", "a▸/"),
        Bad("URL", "http:▸//a"),
        Bad("query", "a▸?b"),
        Bad("fragment", "a▸#b"),
        Bad("backslash", "a▸\\b"),
        Bad("space inside", "a▸ b"),
        Bad("port of letters", "a:▸http"),
        Bad("port too great", "a:6553▸6"),
        Bad("port with a sign", "a:▸-80"),
        Bad("port with a space", "a:8▸ 0"),
        Bad("two ports", "a:80▸:80"),
        Bad("port alone", "▸:80"),
        Bad("bracket unclosed", "[::1▸"),
        Bad("bracket empty", "[▸]"),
        Bad("octets behind the bracket", "[::1]▸a"),
        Bad("IPv6 without brackets", "▸::1"),
        Bad("IPv4 in brackets", "[1.2.3.4▸]"),
        Bad("half an escape", "a%4▸"),
        Bad("0x80", "a▸\u0080"),
        Bad("quotes", "▸\"a\""),
        Refused("RQ-25", "NUL", Host("Host: a▸\0b"), ParseError.BadFieldValue),
        Refused("RQ-25", "CR", Host("Host: a\r▸b"), ParseError.BareCr),
        Accepted("RQ-25", "empty, where the target has no authority", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET / [Host=] none", "200"),
        Accepted("RQ-25", "comma without a space: a reg-name", Host("Host: a,b"), "GET / [Host=a,b] none", "200"),
        Accepted("RQ-25", "missing in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "GET / none", "200 close"),
        Accepted("RQ-25", "with a port", Host("Host: a:8080"), "GET / [Host=a:8080] none", "200"),
        Accepted("RQ-25", "IPv6 with a port", Host("Host: [::1]:8080"), "GET / [Host=[::1]:8080] none", "200"),
    ];

    private static MessageAttack Mismatch(string what, string target, string host) =>
        Refused("RQ-26", what, $"GET {target} HTTP/1.1\r\nHost: {host}▸\r\n\r\n", ParseError.HostMismatch);

    private static MessageAttack Match(string what, string target, string host) =>
        Accepted("RQ-26", what, $"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n", $"GET {target} {(host == "a" ? "" : $"[Host={host}] ")}none", "200");

    private static IReadOnlyList<MessageAttack> Mismatches =>
    [
        Mismatch("another host", "http://b/", "a"),
        Mismatch("host within the other", "http://a.example/", "a"),
        Mismatch("another port", "http://a:81/", "a"),
        Mismatch("port in Host alone", "http://a/", "a:8080"),
        Mismatch("port of the other scheme", "http://a:443/", "a"),
        Mismatch("port of http for https", "https://a:80/", "a"),
        Mismatch("userinfo that looks like Host", "http://a@b/", "a"),
        Mismatch("host behind the query's slashes", "http://b?http://a/", "a"),
        Mismatch("no path", "http://b", "a"),
        Match("the same", "http://a/", "a"),
        Match("case differs", "HTTP://A/", "a"),
        Match("default port in the target", "http://a:80/", "a"),
        Match("default port in Host", "http://a/", "a:80"),
        Match("empty Host: the target rules", "http://a/", ""),
    ];

    private static IReadOnlyList<MessageAttack> Forms =>
    [
        Refused("RQ-27", "CONNECT with a path", "CONNECT ▸/x HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT with a URL", "CONNECT http:▸//a/ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT with an asterisk", "CONNECT *▸ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT without a port", "CONNECT a▸ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT with an empty port", "CONNECT a:▸ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT with a path behind the port", "CONNECT a:80▸/ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "CONNECT with userinfo", "CONNECT u▸@a:80 HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "GET with host and port", "GET a.example:80 HTTP/1.1\r\nHost: a.example▸\r\n\r\n", ParseError.HostMismatch),
        Refused("RQ-27", "GET with address and port", "GET ▸127.0.0.1:80 HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "GET with host alone", "GET a▸ HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "GET with an asterisk", "GET ▸* HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "POST with an asterisk", "POST ▸* HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-27", "OPTIONS with an asterisk and more", "OPTIONS *▸x HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Accepted("RQ-27", "CONNECT to a server that is no proxy", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", "CONNECT a:80 [Host=a:80] none", "405 close"),
        Accepted("RQ-27", "octets behind CONNECT are no content", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n" + Next, $"CONNECT a:80 [Host=a:80] none +{Next.Length}", "405 close"),
        Accepted("RQ-27", "OPTIONS with an asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS * none", "405"),
    ];
}
