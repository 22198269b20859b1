using static HiPerf.Samples.Catalogue.GopherEnd;
using static HiPerf.Samples.Catalogue.GopherWork;

namespace HiPerf.Samples.Catalogue;

/// <summary>All rows that a scripted server throws at a Gopher client: GO-01 to GO-04 and GO-07. The rows of <see cref="GopherAttacks"/> that are URLs or answers go through the client too.</summary>
public static class GopherClientAttacks
{
    private const string Item = "0a\t/a\th.test\t70\r\n";

    public static IReadOnlyList<GopherClientAttack> All { get; } = [.. Redirects, .. Endings, .. Frames, .. Floods, .. Types, .. Oddities];

    private static IReadOnlyList<GopherClientAttack> Redirects =>
    [
        new("GO-01", "redirect from HTTP to a menu", Redirect, "/1", "", "fails RedirectRefused"),
        new("GO-01", "redirect from HTTP to a command", Redirect, "/_FLUSHALL", "", "fails RedirectRefused"),
    ];

    private static IReadOnlyList<GopherClientAttack> Endings =>
    [
        new("GO-02", "menu, FIN without a dot", List, "/1", Item, "lists a open"),
        new("GO-02", "menu, FIN in a line", List, "/1", "0a\t/a\th.te", "lists bad open"),
        new("GO-02", "menu, FIN at once", List, "/1", "", "lists open"),
        new("GO-02", "menu, reset", List, "/1", Item, "fails ConnectionReset") { End = Reset },
        new("GO-02", "menu, reset behind its dot", List, "/1", Item + ".\r\n", "lists a terminated") { End = Flood, Endless = "x" },
        new("GO-02", "menu, no close_notify", List, "/1", Item, "fails Truncated") { End = NoCloseNotify },
        new("GO-02", "menu, close_notify without a dot", List, "/1", Item, "lists a open") { End = CloseNotify },
        new("GO-02", "text, FIN without a dot", Read, "/0a", "a\r\n", "reads a\r\n"),
        new("GO-02", "text with its dot", Read, "/0a", "a\r\n.\r\n", "reads a\r\n verified terminated"),
        new("GO-02", "text, dots doubled", Read, "/0a", "..\r\n...a\r\n.\r\n", "reads .\r\n..a\r\n verified terminated"),
        new("GO-02", "text, dots not doubled", Read, "/0a", ".a\r\n.\r\n", "reads .a\r\n verified terminated"),
        new("GO-02", "text, octets behind its dot", Read, "/0a", "a\r\n.\r\nb\r\n", "reads a\r\n verified terminated"),
        new("GO-02", "text, FIN at once", Read, "/0a", "", "reads "),
        new("GO-02", "text, reset", Read, "/0a", "a\r\n", "fails ConnectionReset") { End = Reset },
        new("GO-02", "text, no close_notify", Read, "/0a", "a\r\n", "fails Truncated") { End = NoCloseNotify },
        new("GO-02", "text, no close_notify behind its dot", Read, "/0a", "a\r\n.\r\n", "reads a\r\n verified terminated") { End = NoCloseNotify },
        new("GO-02", "text, close_notify without a dot", Read, "/0a", "a\r\n", "reads a\r\n verified") { End = CloseNotify },
        new("GO-02", "binary, a dot within", Read, "/9a", "a\r\n.\r\nb", "reads a\r\n.\r\nb"),
        new("GO-02", "binary, reset", Read, "/9a", "a", "fails ConnectionReset") { End = Reset },
        new("GO-02", "binary, no close_notify", Read, "/9a", "a", "fails Truncated") { End = NoCloseNotify },
        new("GO-02", "binary, close_notify", Read, "/9a", "a", "reads a verified") { End = CloseNotify },
    ];

    private static IReadOnlyList<GopherClientAttack> Frames =>
    [
        new("GO-02", "Gopher+, counted", Read, "/9a%09%09+", "+2\r\nab", "reads ab verified"),
        new("GO-02", "Gopher+, counted and longer", Read, "/9a%09%09+", "+2\r\nabc", "reads ab verified"),
        new("GO-02", "Gopher+, counted and cut", Read, "/9a%09%09+", "+3\r\nab", "fails Truncated"),
        new("GO-02", "Gopher+, counted and reset", Read, "/9a%09%09+", "+3\r\nab", "fails ConnectionReset") { End = Reset },
        new("GO-02", "Gopher+, 2^63-1 octets", Read, "/9a%09%09+", "+9223372036854775807\r\nab", "fails Truncated"),
        new("GO-02", "Gopher+, 2^63 octets", Read, "/9a%09%09+", "+9223372036854775808\r\nab", "fails ProtocolViolation BadGopherStatus"),
        new("GO-02", "Gopher+, dot missing", Read, "/0a%09%09+", "+-1\r\na\r\n", "reads a\r\n"),
        new("GO-02", "Gopher+, until the close", Read, "/9a%09%09+", "+-2\r\na", "reads a"),
        new("GO-02", "Gopher+, until the close, no close_notify", Read, "/9a%09%09+", "+-2\r\na", "fails Truncated") { End = NoCloseNotify },
        new("GO-02", "Gopher+, no status line", Read, "/0a%09%09+", "hello\r\n.\r\n", "fails ProtocolViolation BadGopherStatus"),
        new("GO-02", "Gopher+, FIN in the status line", Read, "/0a%09%09+", "+-", "fails Truncated"),
        new("GO-02", "Gopher+, FIN at once", Read, "/0a%09%09+", "", "fails Truncated"),
        new("GO-02", "Gopher+, -3", Read, "/0a%09%09+", "+-3\r\na", "fails ProtocolViolation BadGopherStatus"),
        new("GO-02", "Gopher+, not available", Read, "/0a%09%09+", "--1\r\n1 <a@h.test>\r\nno\r\n.\r\n", "fails NotFound 1"),
        new("GO-02", "Gopher+, error without a number", Read, "/0a%09%09+", "--1\r\nno\r\n.\r\n", "fails ProtocolViolation BadGopherError"),
        new("GO-02", "Gopher+, error cut", Read, "/0a%09%09+", "--1\r\n2\r\nlat", "fails ServerError 2"),
    ];

    private static IReadOnlyList<GopherClientAttack> Floods =>
    [
        new("GO-03", "menu without an end", List, "/1", "", "fails LimitExceeded TooManyGopherItems") { End = Flood, Endless = "i\t\t\t\r\n" },
        new("GO-03", "menu of empty lines without an end", List, "/1", "", "fails LimitExceeded TooManyGopherItems") { End = Flood, Endless = "\n" },
        new("GO-03", "line without an end", List, "/1", "0", "fails LimitExceeded GopherLineTooLong") { End = Flood, Endless = "a" },
        new("GO-03", "line of tabs without an end", List, "/1", "0", "fails LimitExceeded GopherLineTooLong") { End = Flood, Endless = "\t" },
        new("GO-03", "search answered without an end", List, "/7a%09b", "", "fails LimitExceeded TooManyGopherItems") { End = Flood, Endless = Item },
        new("GO-03", "text without an end", Read, "/0a", "", "fails LimitExceeded") { End = Flood, Endless = "a\r\n" },
        new("GO-03", "text of one line without an end", Read, "/0a", "", "fails LimitExceeded") { End = Flood, Endless = "." },
        new("GO-03", "status line without an end", Read, "/0a%09%09+", "+", "fails ProtocolViolation BadGopherStatus") { End = Flood, Endless = "1" },
        new("GO-03", "error without an end", Read, "/0a%09%09+", "--1\r\n2\r\n", "fails ServerError 2") { End = Flood, Endless = "later\r\n" },
        new("GO-03", "attributes without an end", Attributes, "/0a%09%09!", "+-1\r\n+ABSTRACT:\r\n", "fails LimitExceeded TooManyGopherItems") { End = Flood, Endless = " a\r\n" },
        new("GO-03", "line of attributes without an end", Attributes, "/0a%09%09!", "+-1\r\n+ABSTRACT:\r\n ", "fails LimitExceeded GopherLineTooLong") { End = Flood, Endless = "a" },
        new("GO-03", "menu that names another server for each item", List, "/1", "1a\t/a\t127.0.0.1\t{foreign}\r\n1b\t/b\tlocalhost\t{foreign}\r\n.\r\n", "lists a b terminated"),
        new("GO-03", "IPv6 hosts", List, "/1", "0a\tb\t2001:db8::1\t70\r\n0b\tb\t[2001:db8::1]\t70\r\n0c\tb\t[::1\t70\r\n.\r\n", "lists a b bad terminated"),
    ];

    private static IReadOnlyList<GopherClientAttack> Types =>
    [
        new("GO-04", "binary item answered by an error menu", Read, "/9a", "3no\t\terror.host\t1\r\n.\r\n", "reads 3no\t\terror.host\t1\r\n.\r\n"),
        new("GO-04", "text answered by a menu", Read, "/0a", Item + ".\r\n", "reads " + Item + " verified terminated"),
        new("GO-04", "text answered by a picture", Read, "/0a", "\u0089PNG\r\n\u001A\n\0", "reads \u00EBPNG\r\n\u001A\n\0"),
        new("GO-04", "menu answered by a picture", List, "/1", "\u0089PNG\r\n\u001A\n\0", "lists bad bad bad open"),
        new("GO-04", "menu answered by HTML", List, "/1", "<html>\r\n<a href=\"javascript:a\">\r\n</html>\r\n", "lists bad bad bad open"),
        new("GO-04", "search answered by an error", List, "/7a%09b", "3no\t\terror.host\t1\r\n.\r\n", "lists error terminated"),
        new("GO-04", "type above 0x7F", Read, "/%FFa", "a\r\n.\r\n", "reads a\r\n.\r\n"),
        new("GO-04", "image answered by HTML", Read, "/Ia", "<script>", "reads <script>"),
        new("GO-04", "text without Gopher+ answered by its status line", Read, "/0a", "+2\r\nab", "reads +2\r\nab"),
        new("GO-04", "menu that names local services", List, "/1", "8a\t\t127.0.0.1\t{foreign}\r\nTb\t\t127.0.0.1\t{foreign}\r\n2c\t\t127.0.0.1\t{foreign}\r\n.\r\n", "lists bad bad bad terminated"),
        new("GO-04", "links to what is not followed", List, "/1", "ha\tURL:javascript:alert(1)\th.test\t70\r\nhb\tURL:http://127.0.0.1:{foreign}/\th.test\t70\r\n.\r\n", "lists bad link terminated"),
    ];

    // Ordinary enough, and more than one client fell over them (CVE-2023-46728).
    private static IReadOnlyList<GopherClientAttack> Oddities =>
    [
        .. from menu in ((string What, string Sent, string Outcome)[])
           [
               ("a line end", "\r\n", "bad open"), ("a type", "1\r\n", "bad open"), ("tabs", "\t\t\t\r\n", "bad open"), ("a type and tabs", "1\t\t\t\r\n", "bad open"), ("NUL", "\0\0\0\0", "bad open"),
               ("every octet", string.Concat(Enumerable.Range(0, 256).Select(static octet => (char)octet)), "bad bad open"), ("a CR", "\r", "bad open"), ("a type and no name", "7\t/a\th.test\t70\r\n", " open"),
           ]
           select new GopherClientAttack("GO-07", $"menu of {menu.What}", List, "/1", menu.Sent, "lists " + menu.Outcome),
        new("GO-07", "attributes of nothing", Attributes, "/0a%09%09!", "+-1\r\n", "tells"),
        new("GO-07", "attributes without names", Attributes, "/0a%09%09!", "+-1\r\n+\r\n+:\r\n \r\n :\r\n.\r\n", "tells"),
        new("GO-07", "attributes that are malformed", Attributes, "/0a%09%09!", "+-1\r\n+INFO\r\n+INFO:\r\n+ADMIN:\r\n Admin\r\n Admin:\r\n :\r\n+VIEWS:\r\n : <>\r\n a: <99999999999999999999k>\r\n+ASK:\r\n Ask\r\n :\t\t\r\n.\r\n", "tells INFO"),
        new("GO-07", "attributes of a picture", Attributes, "/0a%09%09!", "+-2\r\n\u0089PNG\r\n\u001A\n\0", "tells"),
        new("GO-07", "times and numbers that are none", Attributes, "/0a%09%09!", "+-1\r\n+ADMIN:\r\n Mod-Date: <99999999999999>\r\n TTL: 99999999999\r\n Score-range: 9 1\r\n Geog: 91 0 0 0 0 0\r\n.\r\n", "tells ADMIN"),
    ];
}
