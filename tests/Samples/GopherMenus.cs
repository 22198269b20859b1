namespace HiPerf.Samples;

/// <summary>Menus and their lines. RFC 1436 section 2 and appendix, Gopher+ section 2.2.</summary>
public static class GopherMenus
{
    /// <summary>The menu of RFC 1436 section 2, and one of Gopher+ section 2.2.</summary>
    public static IReadOnlyList<string> Whole { get; } =
    [
        "0About internet Gopher\tStuff:About us\trawBits.micro.umn.edu\t70\r\n1Around University of Minnesota\tZ,5692,AUM\tunderdog.micro.umn.edu\t70\r\n"
            + "1Microcomputer News & Prices\tPrices/\tpserver.bookstore.umn.edu\t70\r\n1Courses, Schedules, Calendars\t\tevents.ais.umn.edu\t9120\r\n"
            + "1Student-Staff Directories\t\tuinfo.ais.umn.edu\t70\r\n1Departmental Publications\tStuff:DP:\trawBits.micro.umn.edu\t70\r\n.\r\n",
        "1Some old directory\tfoo selector\thost1\t70\r\n1Some new directory\tbar selector\thost1\t70\t+\r\n0Some file or other\tmoo selector\thost2\t70\t+\r\n"
            + "0A form\tcow selector\thost2\t70\t?\r\n.\r\n",
        ".\r\n",
        "",
        "iWelcome\t\tnull.host\t1\r\n0A\ta\th\t70\r\n+A, elsewhere\ta\th2\t70\r\ni---\t\tnull.host\t1\r\n+A, farther\ta\th3\t70\r\n",
        "0a\tb\tc\t70\n.\n",
        "0a\tb\tc\t7",
        ".",
        ".\r",
        "..\r\n. \r\n.\r\n0behind\tb\tc\t70\r\n",
    ];

    /// <summary>A line without its end, which is the only one; what is read of it.</summary>
    public static IReadOnlyList<(string Line, string Shown)> Lines { get; } =
    [
        ("0About internet Gopher\tStuff:About us\trawBits.micro.umn.edu\t70", "Item 30 [About internet Gopher] [Stuff:About us] [rawBits.micro.umn.edu] 70 None 0"),
        ("1Courses, Schedules, Calendars\t\tevents.ais.umn.edu\t9120", "Item 31 [Courses, Schedules, Calendars] [] [events.ais.umn.edu] 9120 None 0"),
        ("1\t\th\t1", "Item 31 [] [] [h] 1 None 0"),
        ("1a\tb\th\t65535", "Item 31 [a] [b] [h] 65535 None 0"),
        ("1a\tb\t::1\t00070", "Item 31 [a] [b] [::1] 70 None 0"),
        ("0a\tb\th\t70\t+", "Item 30 [a] [b] [h] 70 Plus 0"),
        ("7a\tb\th\t70\t?", "Item 37 [a] [b] [h] 70 Ask 0"),
        ("0a\tb\th\t70\t", "Item 30 [a] [b] [h] 70 None 0 ExtraFields"),
        ("0a\tb\th\t70\t+x", "Item 30 [a] [b] [h] 70 None 0 ExtraFields"),
        ("0a\tb\th\t70\t+\tx", "Item 30 [a] [b] [h] 70 Plus 0 ExtraFields"),
        ("0a\tb\th\t70\t\t+", "Item 30 [a] [b] [h] 70 None 0 ExtraFields"),
        ("+a\tb\th\t70", "Item 2B [a] [b] [h] 70 None -1"),
        ("~a\tb\th\t70", "Item 7E [a] [b] [h] 70 None 0"),
        ("\u00FFa\u00E9\tb\th\t70", "Item FF [a\u00E9] [b] [h] 70 None 0"),
        ("iText\tfake\t(NULL)\t0", "Item 69 [Text] [fake] [(NULL)] 0 None 0"),
        ("i\tfake\t(NULL)\t0", "Item 69 [] [fake] [(NULL)] 0 None 0"),
        ("i\t\t\t", "Item 69 [] [] [] -1 None 0"),
        ("iText", "Item 69 [Text] [] [] -1 None 0 MissingFields"),
        ("i", "Item 69 [] [] [] -1 None 0 MissingFields"),
        ("i\0", "Item 69 [\0] [] [] -1 None 0 MissingFields, BadOctet"),
        ("3no such file\t\terror.host\t1", "Item 33 [no such file] [] [error.host] 1 None 0"),
        ("3no such file", "Item 33 [no such file] [] [] -1 None 0 MissingFields"),
        ("hA\tURL:http://a/\th\t70", "Item 68 [A] [URL:http://a/] [h] 70 None 0 link"),
        ("hA\t/url:javascript:x", "Item 68 [A] [/url:javascript:x] [] -1 None 0 link MissingFields"),
        ("hA\tURL:\th\t70", "Item 68 [A] [URL:] [h] 70 None 0"),
        ("hA\tURL:\t\t70", "Malformed 68 [A] [URL:] [] 70 None 0 BadHost"),
        ("", "Malformed 00 [] [] [] -1 None 0 BadType"),
        ("plain text", "Malformed 70 [plain text] [] [] -1 None 0 MissingFields"),
        ("0a\tb", "Malformed 30 [a] [b] [] -1 None 0 MissingFields"),
        ("0a\tb\th", "Malformed 30 [a] [b] [h] -1 None 0 MissingFields"),
        ("0a\tb\t\t70", "Malformed 30 [a] [b] [] 70 None 0 BadHost"),
        ("0a\tb\th h\t70", "Malformed 30 [a] [b] [h h] 70 None 0 BadHost"),
        ("0a\tb\th\t0", "Malformed 30 [a] [b] [h] 0 None 0 BadPort"),
        ("0a\tb\th\t", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\tb\th\t65536", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\tb\th\t99999999999999999999", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\tb\th\t000070", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\tb\th\t70 ", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\tb\th\tgopher", "Malformed 30 [a] [b] [h] -1 None 0 BadPort"),
        ("0a\0\tb\th\t70", "Malformed 30 [a\0] [b] [h] 70 None 0 BadOctet"),
        ("0a\rb\tb\th\t70", "Malformed 30 [a\rb] [b] [h] 70 None 0 BadOctet"),
        ("\ta\tb\t70", "Malformed 09 [] [a] [b] 70 None 0 BadType"),
        (" a\tb\th\t70", "Malformed 20 [a] [b] [h] 70 None 0 BadType"),
        (".a\tb\th\t70", "Item 2E [a] [b] [h] 70 None 0"),
        ("..", "Malformed 2E [..] [] [] -1 None 0 MissingFields"),
        ("GET / HTTP/1.1", "Malformed 47 [GET / HTTP/1.1] [] [] -1 None 0 MissingFields"),
    ];
}
