namespace HiPerf.Samples;

/// <summary>Attributes of items, and what goes with them. Gopher+ sections 2.3 to 2.8.</summary>
public static class GopherAttributeBlocks
{
    /// <summary>Whole answers, the status line taken off.</summary>
    public static IReadOnlyList<string> Whole { get; } =
    [
        "+INFO: 0Some file or other\tmoo selector\thost2\t70\t+\r\n+ADMIN:\r\n Admin: Frodo Gophermeister <fng@bogus.edu>\r\n Mod-Date: Wed Jul 28 17:02:01 1993 <19930728170201>\r\n"
            + "+VIEWS:\r\n Text/plain: <10k>\r\n application/postscript: <100k>\r\n Text/plain De_DE: <15k>\r\n application/MacWriteII: <45k>\r\n"
            + "+ABSTRACT:\r\n A method for rapidly\r\n\r\n constructing thunderbirds\r\n",
        "+INFO: 0a\t/a\th\t70\t?\r\n+ASK:\r\n Ask: How many volts?\t9\r\n Choose: Which one?\tRed\tGreen\tBlue\r\n Select: By mail:\t1\r\n AskP: Password:\r\n AskL: Your\tstory\r\n Note: Thanks\r\n.\r\n",
        "+INFO 1a\t/\th\t70\t+\n+ADMIN\n Admin: x\n TTL: 180\n Score: -5\n Score-range: 0 1000\n Geog: 44 58 48 -93 15 49\n TZ: -6\n+INFO 0b\t/b\th\t70\t+\n+VERONICA:\n treewalk: no\n+FUTURE: value\n any: text\n",
        " stray\r\n+ADMIN:\r\nno space\r\n+\r\n+:\r\n++x:\r\n : x\r\n \r\n.\r\n",
    ];

    /// <summary>The line, behind the name of its block; what is read of it.</summary>
    public static IReadOnlyList<(string Block, string Line, string Shown)> Lines { get; } =
    [
        ("", "+INFO: 0a\tb\th\t70\t+", "0 Block Info Unknown [INFO] [0a\tb\th\t70\t+]"),
        ("", "+info 0a", "0 Block Info Unknown [info] [0a]"),
        ("", "+VIEWS", "-1 Block Views Unknown [VIEWS] []"),
        ("", "+VIEWS:", "-1 Block Views Unknown [VIEWS] []"),
        ("", "+FUTURE:x", "-1 Block Unknown Unknown [FUTURE] [x]"),
        ("", "+TTL: x", "-1 Block Unknown Unknown [TTL] [x]"),
        ("", "++", "-1 Block Unknown Unknown [+] []"),
        ("", "+", "-1 Malformed Unknown Unknown [] [+]"),
        ("", "+: x", "-1 Malformed Unknown Unknown [] [+: x]"),
        ("", "+a\tb: x", "-1 Malformed Unknown Unknown [] [+a\tb: x]"),
        ("", " x: y", "-1 Malformed Unknown Unknown [] [ x: y]"),
        ("", "", "-1 Malformed Unknown Unknown [] []"),
        ("+ADMIN:", " Admin: A <a@b>", "-1 Field Admin Admin [Admin] [A <a@b>]"),
        ("+ADMIN:", " mod-date:<20200101000000>", "-1 Field Admin ModDate [mod-date] [<20200101000000>]"),
        ("+ADMIN:", " VIEWS: x", "-1 Field Admin Unknown [VIEWS] [x]"),
        ("+ADMIN:", " a:b:c", "-1 Field Admin Unknown [a] [b:c]"),
        ("+ADMIN:", " no colon", "-1 Text Admin Unknown [] [no colon]"),
        ("+ADMIN:", " :", "-1 Text Admin Unknown [] [:]"),
        ("+ADMIN:", "x: y", "-1 Malformed Admin Unknown [] [x: y]"),
        ("+ADMIN:", "", "-1 Malformed Admin Unknown [] []"),
        ("+VIEWS:", " Text/plain En_US: <10k>", "-1 Field Views Unknown [Text/plain En_US] [<10k>]"),
        ("+ASK:", " Choose: a?\tb\tc", "-1 Field Ask Unknown [Choose] [a?\tb\tc]"),
        ("+VERONICA:", " treewalk: yes", "-1 Field Veronica TreeWalk [treewalk] [yes]"),
        ("+ABSTRACT:", " a: b", "-1 Text Abstract Unknown [] [a: b]"),
        ("+X:", "  a", "-1 Text Unknown Unknown [] [ a]"),
    ];

    /// <summary>Status lines; whether it is an error, framing, length.</summary>
    public static IReadOnlyList<(string Line, string Shown)> StatusLines { get; } =
    [
        ("+-1\r\n", "False DotTerminated -1"),
        ("+-2\r\n", "False UntilClose -1"),
        ("--1\r\n", "True DotTerminated -1"),
        ("--2\r\n", "True UntilClose -1"),
        ("+0\r\n", "False Counted 0"),
        ("+5340\r\n", "False Counted 5340"),
        ("-12\r\n", "True Counted 12"),
        ("+9223372036854775807\r\n", "False Counted 9223372036854775807"),
    ];

    public static IReadOnlyList<MarkedSample> RefusedStatusLines { get; } =
    [
        new("▸0", ParseError.BadGopherStatus),
        new("▸ +1", ParseError.BadGopherStatus),
        new("+▸\r\n", ParseError.BadGopherStatus),
        new("+▸+1\r\n", ParseError.BadGopherStatus),
        new("+-▸0\r\n", ParseError.BadGopherStatus),
        new("+-▸3\r\n", ParseError.BadGopherStatus),
        new("+-1▸0\r\n", ParseError.BadGopherStatus),
        new("+1▸ \r\n", ParseError.BadGopherStatus),
        new("+1\r▸x", ParseError.BadGopherStatus),
        new("+922337203685477580▸8\r\n", ParseError.BadGopherStatus),
        new("+0000000000000000000▸0\r\n", ParseError.BadGopherStatus),
        new("--▸-1\r\n", ParseError.BadGopherStatus),
    ];
}
