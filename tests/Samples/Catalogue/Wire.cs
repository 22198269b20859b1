namespace HiPerf.Samples.Catalogue;

/// <summary>The parts of a message that a row does not speak of.</summary>
internal static class Wire
{
    /// <summary>A request that would be answered, were it reached.</summary>
    public const string Next = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    public static string Get(string fields) => $"GET / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n";

    public static string Post(string fields, string content = "") => $"POST / HTTP/1.1\r\nHost: a\r\n{fields}\r\n\r\n{content}";

    public static string Length(string value, string content = "hello") => Post("Content-Length: " + value, content);

    public static string Coding(string value) => Post("Transfer-Encoding: " + value, "5\r\nhello\r\n0\r\n\r\n");

    public static string Chunked(string body) => Post("Transfer-Encoding: chunked", body);

    public static string Line(string requestLine) => requestLine + "\r\nHost: a\r\n\r\n";

    public static string Host(string fields) => $"GET / HTTP/1.1\r\n{fields}\r\n\r\n";

    public static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));
}
