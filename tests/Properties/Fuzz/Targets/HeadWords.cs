namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>What heads are made of.</summary>
internal static class HeadWords
{
    public static IReadOnlyList<string> Request { get; } =
    [
        "GET ", "CONNECT ", "OPTIONS ", " * ", "http://", "https://", "urn:", "u:p@", "[::1]", "[v1.a]", "[1:2:3:4:5:6:1.2.3.4]", ":443", "a:65536", " HTTP/1.1\r\n", " HTTP/1.0\r\n", " HTTP/2.0\r\n",
        "Host: a\r\n", "Host: b:80\r\n", .. Fields,
    ];

    public static IReadOnlyList<string> Response { get; } = ["HTTP/1.1 200 OK\r\n", "HTTP/1.0 ", " 100 ", " 204 ", " 304 ", " 101 ", " 200\r\n", .. Fields];

    private static IReadOnlyList<string> Fields =>
    [
        "a: b\r\n", "a :b\r\n", "\r\n folded", "\n\t", ": ", " :", "Content-Length: 5\r\n", "Content-Length: 5, 5\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: ", "chunked", "Connection: close\r\n", "Connection: keep-alive, upgrade\r\n", "Expect: 100-continue\r\n", "Upgrade: h2c\r\n", "TE: trailers\r\n", new('n', 64), new('v', 70),
    ];
}
