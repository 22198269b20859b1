namespace HiPerf.Samples;

/// <summary>Request lines. RFC 1436 section 2, Gopher+ sections 2.3 and 2.4.</summary>
public static class GopherRequests
{
    /// <summary>The line; what is read of it.</summary>
    public static IReadOnlyList<(string Line, string Shown)> Valid { get; } =
    [
        ("\r\n", "[]"),
        ("/\r\n", "[/]"),
        ("Stuff:About us\r\n", "[Stuff:About us]"),
        (" a \u00E9\u00FF\u0001\r\n", "[ a \u00E9\u00FF\u0001]"),
        ("/find\twords to find\r\n", "[/find] search [words to find]"),
        ("/find\t\r\n", "[/find] search []"),
        ("\t\r\n", "[] search []"),
        ("/find\t +\r\n", "[/find] search [ +]"),
        ("/a\t+\r\n", "[/a] Representation []"),
        ("/a\t+text/plain En_US\r\n", "[/a] Representation [text/plain En_US]"),
        ("/a\t+\t1\r\n", "[/a] Representation [] data"),
        ("/a\t+text/plain\t0\r\n", "[/a] Representation [text/plain]"),
        ("/a\t!\r\n", "[/a] Attributes []"),
        ("/a\t!+VIEWS+ADMIN\r\n", "[/a] Attributes [+VIEWS+ADMIN]"),
        ("\t$\r\n", "[] DirectoryAttributes []"),
        ("/a\t$+VIEWS\r\n", "[/a] DirectoryAttributes [+VIEWS]"),
        ("/find\twords\t+\r\n", "[/find] search [words] Representation []"),
        ("/find\t\t+x\t1\r\n", "[/find] search [] Representation [x] data"),
        ("GET / HTTP/1.1\r\n", "[GET / HTTP/1.1]"),
    ];

    public static IReadOnlyList<MarkedSample> Refused { get; } =
    [
        new("▸\n", ParseError.LfInGopher),
        new("/a▸\n", ParseError.LfInGopher),
        new("/a\t▸\n", ParseError.LfInGopher),
        new("▸\0", ParseError.NulInGopher),
        new("/a▸\0\r\n", ParseError.NulInGopher),
        new("/a\tb▸\0\r\n", ParseError.NulInGopher),
        new("\u0016\u0003\u0001▸\0\u00A5", ParseError.NulInGopher),
        new("\r▸\r\n", ParseError.CrInGopher),
        new("/a\r▸b\r\n", ParseError.CrInGopher),
        new("/a\t+\r▸\t1\r\n", ParseError.CrInGopher),
        new("/a\tb\t▸\r\n", ParseError.BadGopherPlus),
        new("/a\tb\t▸c\r\n", ParseError.BadGopherPlus),
        new("/a\t\t▸\t+\r\n", ParseError.BadGopherPlus),
        new("/a\t!▸\t1\r\n", ParseError.BadGopherPlus),
        new("/a\t$▸\t\r\n", ParseError.BadGopherPlus),
        new("/a\t+\t▸\r\n", ParseError.BadGopherPlus),
        new("/a\t+\t▸2\r\n", ParseError.BadGopherPlus),
        new("/a\t+\t1▸1\r\n", ParseError.BadGopherPlus),
        new("/a\t+\t1▸\t\r\n", ParseError.BadGopherPlus),
    ];
}
