using static HiPerf.Samples.Catalogue.MessageAttack;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-28: paths whose escapes hide a separator, a dot segment or no text at all. The parser keeps each as it came; the folder's mapping judges.</summary>
public static class PathAttacks
{
    public static IReadOnlyList<MessageAttack> All { get; } =
    [
        Refused400("NUL", "/%00"),
        Refused400("NUL behind a name", "/hello.txt%00"),
        Refused400("NUL before an extension", "/hello%00.txt"),
        Refused400("CR LF", "/%0d%0a"),
        Refused400("CR LF and a field", "/hello.txt%0d%0aX:%20y"),
        Refused400("LF", "/%0A"),
        Refused400("ESC", "/%1b"),
        Refused400("DEL", "/%7f"),
        Refused400("dot segments escaped", "/%2e%2e/hello.txt"),
        Refused400("dot segments escaped in part", "/.%2e/hello.txt"),
        Refused400("dot segments escaped, upper case", "/sub/%2E%2E/%2E%2E/hello.txt"),
        Refused400("dot segments", "/../hello.txt"),
        Refused400("dot segments behind a folder", "/sub/../../hello.txt"),
        Refused400("dot segments and backslash escaped", "/..%5chello.txt"),
        Refused400("backslash escaped", "/sub%5Ca.txt"),
        Refused400("slash escaped", "/sub%2Fa.txt"),
        Refused400("slash escaped, lower case", "/sub%2fa.txt"),
        Refused400("dot segments and slash escaped", "/sub/..%2f..%2fhello.txt"),
        Refused400("overlong dots", "/%c0%ae%c0%ae/hello.txt"),
        Refused400("overlong slash", "/%c0%af"),
        Refused400("overlong slash of three octets", "/%e0%80%af"),
        Refused400("surrogate", "/%ed%a0%80"),
        Refused400("half a character", "/%c3"),
        Refused400("continuation alone", "/%80"),
        Refused400("beyond U+10FFFF", "/%f4%90%80%80"),
        Refused400("control of C1", "/%c2%85"),
        Refused400("half an escape", "/%4"),
        Refused400("escape of no digits", "/%zz"),
        Refused400("escape of UTF-16", "/%u002e%u002e/hello.txt"),
        Refused400("dot segments in an absolute target", "http://a/../hello.txt"),
        NotFound("dot segments escaped twice", "/%252e%252e/hello.txt"),
        NotFound("NUL escaped twice", "/%2500"),
        NotFound("slash escaped twice", "/sub%252fa.txt"),
        NotFound("parameter", "/hello.txt;param"),
        NotFound("parameter on dot segments", "/..;/hello.txt"),
        NotFound("two slashes", "//hello.txt"),
        NotFound("two slashes inside", "/sub//a.txt"),
        NotFound("two slashes and a host", "//a/hello.txt"),
        NotFound("slash behind a file", "/hello.txt/"),
        NotFound("three dots", "/.../hello.txt"),
        NotFound("dot and space", "/.%20/hello.txt"),
        NotFound("hidden name, escaped", "/%2ehidden"),
        Refused("RQ-28", "backslash", "GET /sub▸\\a.txt HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Refused("RQ-28", "dot segments and backslash", "GET /..▸\\hello.txt HTTP/1.1\r\nHost: a\r\n\r\n", ParseError.BadRequestTarget),
        Found("letters escaped", "/%68ello.txt"),
        Found("dot segment of one", "/./hello.txt"),
        Found("dot segments that stay inside", "/sub/../hello.txt"),
        Found("dot segments that stay inside, escaped", "/sub/%2e%2e/hello.txt"),
        Found("dots in the query", "/hello.txt?../../x"),
    ];

    private static MessageAttack Refused400(string what, string target) => Path(what, target, "400 close");

    private static MessageAttack NotFound(string what, string target) => Path(what, target, "404");

    private static MessageAttack Found(string what, string target) => Path(what, target, "200");

    private static MessageAttack Path(string what, string target, string answer) =>
        Accepted("RQ-28", what, $"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n", $"GET {target} none", answer);
}
