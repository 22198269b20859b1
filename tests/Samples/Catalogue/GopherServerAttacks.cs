using static HiPerf.Samples.Catalogue.GopherAnswerKind;

namespace HiPerf.Samples.Catalogue;

/// <summary>What is sent to a Gopher server: GO-05 and GO-06. Nothing outside the folder is opened, nothing is run, every request is answered.</summary>
public static class GopherServerAttacks
{
    public static IReadOnlyList<GopherServerAttack> All { get; } = [.. Lines, .. Paths, .. Programs, .. Forms];

    private static IReadOnlyList<GopherServerAttack> Lines =>
    [
        new("GO-05", "selector of 256 octets", new string('a', 256) + "\r\n", Error),
        new("GO-05", "selector of 4,096 octets", new string('a', 4096) + "\r\n", Error),
        new("GO-05", "selector of 4,097 octets", new string('a', 4097) + "\r\n", Error),
        new("GO-05", "line of a mebibyte without an end", new string('a', 1 << 20), Error),
        new("GO-05", "words of a mebibyte", "/\t" + new string('a', 1 << 20) + "\r\n", Error),
        new("GO-05", "LF alone", "/hello.txt\n", Text),
        new("GO-05", "CR alone", "/hello.txt\rx\r\n", Error),
        new("GO-05", "NUL", "/hello.txt\0\r\n", Error),
        new("GO-05", "NUL in the words", "/hello.txt\ta\0\r\n", Error),
        new("GO-05", "octets behind the line", "/hello.txt\r\n/.hidden\r\n", Text),
        new("GO-05", "TLS hello", "\u0016\u0003\u0001\0\u00A5", Error),
    ];

    private static IEnumerable<GopherServerAttack> Paths =>
        from path in (string[])
        [
            "../hello.txt", "/../hello.txt", "sub/../../hello.txt", "..", "../../../../etc/passwd", "/etc/passwd", "....//hello.txt", "..../hello.txt", "%2e%2e/hello.txt",
            "..%2fhello.txt", "..\\hello.txt", "sub\\a.txt", "\\\\host\\share", "C:\\hello.txt", "C:/hello.txt", "c:hello.txt", "//host/share", "hello.txt.", "hello.txt ",
            "hello.txt::$DATA", "HELLO~1.TXT", "CON", "\u00C0\u00AE\u00C0\u00AE/hello.txt", "\u00E0\u0080\u00AF", "\u00FF\u00FF\u00FE\u00FE", "\u00C2\u0080", "~root", "~/.profile", ".hidden", "sub/../.hidden",
            "file:///etc/passwd", "/proc/self/environ", "/dev/zero", "0/../../etc/passwd", "URL:file:///etc/passwd",
        ]
        select new GopherServerAttack("GO-05", $"path {string.Concat(path.Select(c => char.IsAscii(c) ? $"{c}" : $"[{(int)c:X2}]"))}", path + "\r\n", Error);

    private static IEnumerable<GopherServerAttack> Programs =>
        from selector in (string[])
        [
            "/cgi-bin/printenv", "/cgi-bin/a?x=y", "exec:/bin/ls", "exec:-la:/bin/ls", "cgi:/a", "|/bin/ls", "/hello.txt|id", "`id`", "$(id)", ";id", "/hello.txt;id", "/hello.txt&&id", "!id", "mailto:a@b", "ftp:h@/a",
            "/hello.txt?x=y", "waisdocid:1",
        ]
        select new GopherServerAttack("GO-05", $"program {selector}", selector + "\r\n", Error);

    private static IReadOnlyList<GopherServerAttack> Forms =>
    [
        new("GO-06", "empty selector", "\r\n", Menu),
        new("GO-06", "slash", "/\r\n", Menu),
        new("GO-06", "representation of the top menu", "\t+\r\n", PlusMenu),
        new("GO-06", "attributes of the top menu", "\t!\r\n", Attributes),
        new("GO-06", "attributes of its items", "\t$\r\n", Attributes),
        new("GO-06", "some attributes", "\t!+VIEWS+ADMIN\r\n", Attributes),
        new("GO-06", "attributes of nothing", "/none\t!\r\n", Error),
        new("GO-06", "representation of nothing", "/none\t+\r\n", Error),
        new("GO-06", "something else behind two tabs", "/\ta\tb\r\n", Error),
        new("GO-06", "HTTP", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", Close),
        new("GO-06", "HTTP with POST", "POST /hello.txt HTTP/1.0\r\nContent-Length: 0\r\n\r\n", Close),
        new("GO-06", "HTTP of a file", "GET /hello.txt HTTP/1.0\r\n\r\n", Close),
        new("GO-06", "preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Close),
    ];
}
