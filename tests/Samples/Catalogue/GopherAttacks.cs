using static HiPerf.Samples.Catalogue.GopherSlot;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>The rows on Gopher that Core decides: GO-01 to GO-06 as far as no connection is needed, and WR-11. GO-07 is the fuzz targets', <see cref="Procedures"/>.</summary>
public static class GopherAttacks
{
    private const string NoSelector = nameof(ParseError.BadGopherSelector);
    private const string TooLong = nameof(ParseError.GopherRequestTooLong);

    public static IReadOnlyList<GopherAttack> All { get; } = [.. Urls, .. Ports(), .. Endings, .. Lines, .. Requests, .. Writers];

    private static IReadOnlyList<GopherAttack> Urls =>
    [
        new("GO-01", "CRLF and a command of Redis", Url, "/_▸%0d%0aFLUSHALL%0d%0a", NoSelector),
        new("GO-01", "CR alone", Url, "/1a▸%0d", NoSelector),
        new("GO-01", "LF alone", Url, "/1a▸%0A", NoSelector),
        new("GO-01", "NUL", Url, "/1a▸%00", NoSelector),
        new("GO-01", "CRLF in the words", Url, "/7a%09b▸%0d%0aQUIT", NoSelector),
        new("GO-01", "CRLF in the string of Gopher+", Url, "/0a%09%09+▸%0d%0a", NoSelector),
        new("GO-01", "CRLF as the type", Url, "/▸%0d%0aQUIT", NoSelector),
        new("GO-01", "tab as the type", Url, "/▸%09a", nameof(ParseError.BadGopherType)),
        new("GO-01", "third tab", Url, "/7a%09b%09+c▸%09d", NoSelector),
        new("GO-01", "words behind the second tab", Url, "/7a%09b%09▸c", NoSelector),
        new("GO-01", "CR as it is", Url, "/1a▸\rb", nameof(ParseError.BadUrlCharacter)),
        new("GO-01", "encoded twice", Url, "/1a%250d%250a", "1 a%0d%0a"),
        new("GO-01", "commands of Redis behind an array", Url, "/_*1▸%0d%0a$8%0d%0aflushall%0d%0a*3%0d%0a$3%0d%0aset%0d%0a", NoSelector),
        new("GO-01", "an SMTP dialogue", Url, "/_HELO%20a▸%0d%0aMAIL%20FROM:%3Ca@b%3E%0d%0aRCPT%20TO:%3Cc@d%3E%0d%0aDATA%0d%0a", NoSelector),
        new("GO-01", "a FastCGI record", Url, "/_%01%01▸%00%01%00%08%00%00%00%01%00%00%00%00%00%00", NoSelector),
        new("GO-01", "a memcached command", Url, "/_set%20a%200%200%201▸%0d%0ax%0d%0a", NoSelector),
        new("GO-01", "an HTTP request", Url, "/_GET%20/%20HTTP/1.1▸%0d%0aHost:%20a%0d%0a%0d%0a", NoSelector),
        new("GO-01", "LF in capitals' stead", Url, "/_QUIT▸%0aQUIT", NoSelector),
        new("GO-01", "question mark of a query before CRLF", Url, "/1a?b▸%0d%0ac", NoSelector),
        new("GO-01", "one tab, where search words stand", Url, "/7a%09b", "7 a"),
        new("GO-01", "LF as it is", Url, "/1a▸\nb", nameof(ParseError.BadUrlCharacter)),
        new("GO-01", "NUL as it is", Url, "/1a▸\0", nameof(ParseError.BadUrlCharacter)),
        new("GO-01", "tab as it is", Url, "/1a▸\tb", nameof(ParseError.BadUrlCharacter)),
        new("GO-01", "dot segments", Url, "/0/../../etc/passwd", "0 /../../etc/passwd"),
        new("GO-01", "half an escape", Url, "/1a%0▸", nameof(ParseError.BadPercentEncoding)),
    ];

    private static IReadOnlyList<GopherAttack> Endings =>
    [
        new("GO-02", "menu without its dot", Menu, "0a\tb\th\t70\r\n", "Item open"),
        new("GO-02", "menu cut in a port", Menu, "0a\tb\th\t7", "Item open"),
        new("GO-02", "nothing", Menu, "", "open"),
        new("GO-02", "octets behind the dot", Menu, ".\r\n0a\tb\th\t70\r\n", "terminated"),
        new("GO-02", "text without its dot", Text, "a\r\n", "a\r\n open"),
        new("GO-02", "dots that were put on", Text, "..\r\n...a\r\n.\r\n", ".\r\n..a\r\n terminated"),
        new("GO-02", "dots that were not", Text, ".a\r\n.\r\n", ".a\r\n terminated"),
        new("GO-02", "octets behind a text's dot", Text, ".\r\na", " terminated"),
        new("GO-02", "menu cut in its dot's line end", Menu, "0a\tb\th\t70\r\n.\r", "Item terminated"),
        new("GO-02", "menu of a dot and no line end", Menu, ".", "terminated"),
        new("GO-02", "dot within a menu's line", Menu, "0.\tb\th\t70\r\n..\r\n.\r\n", "Item Malformed terminated"),
        new("GO-02", "text cut behind a dot", Text, "a\r\n.", "a\r\n terminated"),
        new("GO-02", "text of nothing", Text, "", " open"),
    ];

    private static IReadOnlyList<GopherAttack> Lines =>
    [
        new("GO-03", "100,001 lines", Menu, Times(100_000, "i\n") + "▸i\n", nameof(ParseError.TooManyGopherItems)),
        new("GO-03", "line without an end", Menu, new string('a', 8192) + "▸" + new string('a', 100_000), nameof(ParseError.GopherLineTooLong)),
        new("GO-03", "no tab", Menu, "0a\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "one tab", Menu, "0a\tb\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "two tabs", Menu, "0a\tb\th\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "three tabs", Menu, "0a\tb\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-03", "no tab on an information line", Menu, "ia\r\n3b\r\n.\r\n", "Item Item terminated"),
        new("GO-03", "Gopher+ mark", Menu, "0a\tb\th\t70\t+\r\n0a\tb\th\t70\t?\r\n.\r\n", "Item Item terminated"),
        new("GO-03", "mark that is none", Menu, "0a\tb\th\t70\t!\r\n.\r\n", "Item terminated"),
        new("GO-03", "mirror of nothing", Menu, "+a\tb\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-03", "a thousand fields", Menu, "0" + Times(1000, "a\t") + "\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "six fields", Menu, "0a\tb\th\t70\t+\tx\r\n.\r\n", "Item terminated"),
        new("GO-03", "empty host", Menu, "0a\tb\t\t70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port 0", Menu, "0a\tb\th\t0\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port 70000", Menu, "0a\tb\th\t70000\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port in words", Menu, "0a\tb\th\tseventy\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port with a sign", Menu, "0a\tb\th\t+70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "empty port", Menu, "0a\tb\th\t\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "negative port", Menu, "0a\tb\th\t-1\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port of six digits", Menu, "0a\tb\th\t000070\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port of 2^32 and 70", Menu, "0a\tb\th\t4294967366\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "port behind a space", Menu, "0a\tb\th\t 70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "host with a space", Menu, "0a\tb\th i\t70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "host of 256 octets", Menu, "0a\tb\t" + new string('h', 256) + "\t70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "IPv6 host in brackets", Menu, "0a\tb\t[2001:db8::1]\t70\r\n.\r\n", "Item terminated"),
        new("GO-03", "IPv6 host", Menu, "0a\tb\t2001:db8::1\t70\r\n.\r\n", "Item terminated"),
        new("GO-03", "NUL in a line", Menu, "0a\0\tb\th\t70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "CR in a line", Menu, "0a\r\tb\th\t70\r\n.\r\n", "Malformed terminated"),
        new("GO-03", "empty lines", Menu, "\r\n\n.\r\n", "Malformed Malformed terminated"),
        new("GO-03", "bad line between good ones", Menu, "0a\tb\th\t70\r\n\0\r\n1a\tb\th\t70\r\n.\r\n", "Item Malformed Item terminated"),
        new("GO-04", "binary data as a menu", Menu, "\u0089PNG\r\n\u001A\n\0\0", "Malformed Malformed Malformed open"),
        new("GO-04", "javascript link", Menu, "hA\tURL:javascript:alert(1)\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "file link", Menu, "hA\tURL:file:///etc/passwd\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "http link", Menu, "hA\tURL:http://a/\th\t70\r\n.\r\n", "Item:http://a/ terminated"),
        new("GO-04", "type above 0x7F", Menu, "\u00FFa\tb\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "data link", Menu, "hA\tURL:data:text/html,a\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "link that is none", Menu, "hA\tURL:\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "link in capitals", Menu, "hA\t/uRl:GOPHER://a/\th\t70\r\n.\r\n", "Item:GOPHER://a/ terminated"),
        new("GO-04", "link with a space for its scheme", Menu, "hA\tURL: javascript:alert(1)\th\t70\r\n.\r\n", "Item terminated"),
        new("GO-04", "every type from 0x80", Menu, string.Concat(Enumerable.Range(0x80, 128).Select(type => $"{(char)type}a\tb\th\t70\r\n")) + ".\r\n", Times(128, "Item ") + "terminated"),
        new("GO-04", "type that is a control", Menu, "\u001Ba\tb\th\t70\r\n.\r\n", "Malformed terminated"),
    ];

    private static IReadOnlyList<GopherAttack> Requests =>
    [
        new("GO-05", "LF alone", Request, "/a▸\n", nameof(ParseError.LfInGopher)),
        new("GO-05", "no line end, 4 KiB", Request, new string('a', 4096), "incomplete"),
        new("GO-05", "no line end, beyond 4 KiB", Request, new string('a', 4096) + "▸a", TooLong),
        new("GO-05", "words of a mebibyte", Request, "/find\t" + new string('a', 4090) + "▸" + new string('a', 1 << 20), TooLong),
        new("GO-05", "selector over 255 octets", Request, new string('a', 256) + "\r\n", "LongSelector"),
        new("GO-05", "NUL", Request, "/a▸\0\r\n", nameof(ParseError.NulInGopher)),
        new("GO-05", "CR alone", Request, "/a\r▸b\r\n", nameof(ParseError.CrInGopher)),
        new("GO-05", "words behind a third tab", Request, "/a\tb\t+\t1▸\tx\r\n", nameof(ParseError.BadGopherPlus)),
        new("GO-05", "flag of a data block that is none", Request, "/a\t+\t▸2\r\n", nameof(ParseError.BadGopherPlus)),
        new("GO-05", "NUL in the words", Request, "/a\tb▸\0\r\n", nameof(ParseError.NulInGopher)),
        new("GO-05", "dot segments", Request, "/../../etc/passwd\r\n", "Item"),
        new("GO-05", "TLS hello", Request, "\u0016\u0003\u0001▸\0\u00A5", nameof(ParseError.NulInGopher)),
        new("GO-06", "empty selector", Request, "\r\n", "Item"),
        new("GO-06", "slash", Request, "/\r\n", "Item"),
        new("GO-06", "representation", Request, "\t+\r\n", "Representation"),
        new("GO-06", "attributes", Request, "\t!\r\n", "Attributes"),
        new("GO-06", "attributes of a directory", Request, "\t$\r\n", "DirectoryAttributes"),
        new("GO-06", "representation of a type", Request, "/a\t+text/plain\r\n", "Representation"),
        new("GO-06", "some attributes", Request, "/a\t!+VIEWS+ADMIN\r\n", "Attributes"),
        new("GO-06", "words and Gopher+", Request, "/a\tb\t+\r\n", "Representation"),
        new("GO-06", "nothing behind a tab", Request, "/a\t\r\n", "Item"),
        new("GO-06", "HTTP with POST", Request, "POST /a HTTP/1.0\r\n\r\n", "Item http"),
        new("GO-06", "preface of HTTP/2", Request, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "Item http"),
        new("GO-06", "HTTP", Request, "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "Item http"),
    ];

    private static IEnumerable<GopherAttack> Ports() =>
    [
        .. from port in (int[])[25, 465, 587, 3306, 5432, 6379, 9000, 9200, 11211, 27017] select new GopherAttack("GO-01", $"port {port}", Port, $"{port}", "Denied"),
        .. from port in (int[])[22, 80, 443, 1023] select new GopherAttack("GO-01", $"port {port}", Port, $"{port}", "Privileged"),
        .. from port in (int[])[70, 105, 1024, 7070] select new GopherAttack("GO-01", $"port {port}", Port, $"{port}", "Allowed"),
        .. from port in (int[])[0, 65536] select new GopherAttack("GO-01", $"port {port}", Port, $"{port}", "None"),
    ];

    private static IReadOnlyList<GopherAttack> Writers =>
    [
        .. from slot in (GopherSlot[])[Selector, Search, Argument, Display, GopherSlot.Host]
           from breaker in ((string What, string Octets)[])
           [
               ("CR in", "a\r"), ("LF in", "a\nb"), ("CRLF and a command in", "a\r\nQUIT"), ("NUL in", "\0"), ("HTAB in", "a\t+"), ("CRLF, a dot and an item in", "a\r\n.\r\n0x\tx\th\t70"),
           ]
           select new GopherAttack("WR-11", $"{breaker.What} {Name(slot)}", slot, breaker.Octets, "throws"),
        new("WR-11", "selector over 255 octets", LongSelector, new string('a', 256), "throws"),
        new("WR-11", "host that is empty", GopherSlot.Host, "", "throws"),
        new("WR-11", "host with a space", GopherSlot.Host, "a b", "throws"),
        new("WR-11", "host over 255 octets", GopherSlot.Host, new string('a', 256), "throws"),
        .. from type in ".\0\t\r\n \u007F" select new GopherAttack("WR-11", $"0x{(int)type:X2} for a type", GopherSlot.Type, $"{type}", "throws"),
        new("WR-11", "line of a dot in a text", WrittenText, "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n"),
        new("WR-11", "line that begins with a dot in a text", WrittenText, ".\n..a", "..\r\n...a\r\n.\r\n"),
        new("WR-11", "text without a line end", WrittenText, "a", "a\r\n.\r\n"),
    ];

    private static string Name(GopherSlot field) => field switch
    {
        Selector => "a selector",
        Search => "search words",
        Argument => "a string of Gopher+",
        Display => "a display string",
        _ => "a host",
    };
}
