using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-21, RQ-23 and RQ-29 to RQ-33: what stands behind a request on its connection, and what a request says about it.</summary>
public static class ConnectionAttacks
{
    private const string Bad = "GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n";
    private const string Upgrade = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n";

    public static IReadOnlyList<ConnectionAttack> All { get; } = [.. AfterErrors, .. Between, .. Content(), .. Expectations, .. Upgrades, .. Hops, .. Pipelines];

    private static IReadOnlyList<ConnectionAttack> AfterErrors =>
    [
        new("RQ-21", "bad chunk-size", Chunked("x\r\n" + Next), "400 close"),
        new("RQ-21", "bad chunk-size behind a chunk", Chunked("5\r\nhello\r\n+0\r\n\r\n" + Next), "400 close"),
        new("RQ-21", "chunk-size too great", Chunked("FFFFFFFFFFFFFFFF\r\n" + Next), "400 close"),
        new("RQ-21", "bad extension", Chunked("5;\r\nhello\r\n0\r\n\r\n" + Next), "400 close"),
        new("RQ-21", "chunk longer than its size", Chunked("5\r\nhelloX\r\n0\r\n\r\n" + Next), "400 close"),
        new("RQ-21", "LF behind the last chunk", Chunked("0\r\n\n" + Next), "400 close"),
        new("RQ-21", "bad trailer", Chunked("0\r\nA : b\r\n\r\n" + Next), "400 close"),
        new("RQ-21", "bad chunk behind an answered request", Next + Chunked("x\r\n" + Next), "200, 400 close"),
        new("RQ-27", "CONNECT with a length", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nContent-Length: 36\r\n\r\n" + Next + Next, "400 close"),
        new("RQ-27", "CONNECT with a coding", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Next, "400 close"),
        new("RQ-21", "bad head", Bad + Next, "400 close"),
    ];

    private static IReadOnlyList<ConnectionAttack> Between =>
    [
        new("RQ-23", "one empty line between messages", Next + "\r\n" + Next, "200, 200"),
        new("RQ-23", "two empty lines between messages", Next + "\r\n\r\n" + Next, "200, 400 close"),
        new("RQ-23", "LF between messages", Next + "\n" + Next, "200, 400 close"),
        new("RQ-23", "CRLF behind counted content", Length("5", "hello\r\n" + Next), "405, 200"),
    ];

    // What the server has no use for is never read as a request.
    private static IEnumerable<ConnectionAttack> Content()
    {
        foreach (string method in (string[])["GET", "HEAD", "OPTIONS", "DELETE", "POST", "PUT"])
        {
            string line = $"{method} /hello.txt HTTP/1.1\r\nHost: a\r\n";
            string first = method is "GET" or "HEAD" ? "200" : "405";
            int heads = method == "HEAD" ? 1 : 0;
            yield return new("RQ-29", $"{method} with a request for its content", $"{line}Content-Length: {Next.Length}\r\n\r\n{Next}{Next}", $"{first}, 200") { Heads = heads };
            yield return new("RQ-29", $"{method} with a request in a chunk", $"{line}Transfer-Encoding: chunked\r\n\r\n{Next.Length:x}\r\n{Next}\r\n0\r\n\r\n{Next}", $"{first}, 200") { Heads = heads };
            yield return new("RQ-29", $"{method} with more content than is read", $"{line}Content-Length: 9000000\r\n\r\n{Times(100, Next)}", $"{first} close") { Heads = heads };
            yield return new("RQ-29", $"{method} with half a request for its content", $"{line}Content-Length: 19\r\n\r\nGET / HTTP/1.1\r\nX: {Next}", $"{first}, 200") { Heads = heads };
        }

        yield return new("RQ-29", "length zero and an octet behind it", Length("0", "X" + Next), "405, 501");
        yield return new("RQ-29", "no length and a request behind it", "POST / HTTP/1.1\r\nHost: a\r\n\r\n" + Next, "405, 200");
    }

    private static IReadOnlyList<ConnectionAttack> Expectations =>
    [
        new("RQ-30", "content at once", Post("Expect: 100-continue\r\nContent-Length: 5", "hello" + Next), "405 close"),
        new("RQ-30", "content that is a request (0.CL)", Post($"Expect: 100-continue\r\nContent-Length: {Next.Length}", Next + Next), "405 close"),
        new("RQ-30", "content never sent", Post("Expect: 100-continue\r\nContent-Length: 5"), "405 close"),
        new("RQ-30", "chunked content", Post("Expect: 100-continue\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + Next), "405 close"),
        new("RQ-30", "content behind a final 404", $"GET /missing HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: {Next.Length}\r\n\r\n" + Next, "404 close"),
        new("RQ-30", "content behind a final 200", $"{Upgrade}Expect: 100-continue\r\nContent-Length: {Next.Length}\r\n\r\n" + Next, "200 close"),
        new("RQ-30", "no content", $"{Upgrade}Expect: 100-continue\r\n\r\n" + Next, "200, 200"),
        new("RQ-30", "case differs", $"{Upgrade}Expect: 100-CONTINUE\r\n\r\n" + Next, "200, 200"),
        new("RQ-30", "100-continuex", $"{Upgrade}Expect: 100-continuex\r\n\r\n" + Next, "417 close"),
        new("RQ-30", "another expectation", $"{Upgrade}Expect: more\r\nContent-Length: 5\r\n\r\nhello" + Next, "417 close"),
        new("RQ-30", "list of two", $"{Upgrade}Expect: 100-continue, 100-continue\r\n\r\n" + Next, "417 close"),
        new("RQ-30", "empty", $"{Upgrade}Expect:\r\n\r\n" + Next, "417 close"),
        new("RQ-30", "HTTP/1.0", "GET /hello.txt HTTP/1.0\r\nConnection: keep-alive\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello" + Next, "200, 200"),
        new("RQ-30", "unknown, HTTP/1.0", "GET /hello.txt HTTP/1.0\r\nConnection: keep-alive\r\nExpect: more\r\nContent-Length: 5\r\n\r\nhello" + Next, "200, 200"),
        new("RQ-30", "VT before the name", $"{Upgrade}\u000BExpect: 100-continue\r\n\r\n" + Next, "400 close"),
    ];

    private static IReadOnlyList<ConnectionAttack> Upgrades =>
    [
        new("RQ-31", "to a protocol that is not offered", $"{Upgrade}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n" + Next, "200, 200"),
        new("RQ-31", "with content", Post("Connection: upgrade\r\nUpgrade: x\r\nContent-Length: 5", "hello" + Next), "405, 200"),
        new("RQ-31", "with content that is a request", Post($"Connection: upgrade\r\nUpgrade: x\r\nContent-Length: {Next.Length}", Next + Next), "405, 200"),
        new("RQ-31", "to h2c", $"{Upgrade}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n" + Next, "200, 200"),
        new("RQ-31", "to h2c, the preface behind it", $"{Upgrade}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\nPRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "200, 400 close"),
        new("RQ-31", "without Connection", $"{Upgrade}Upgrade: websocket\r\n\r\n" + Next, "200, 200"),
        new("RQ-31", "Connection alone", $"{Upgrade}Connection: upgrade\r\n\r\n" + Next, "200, 200"),
        new("RQ-31", "HTTP/1.0", "GET /hello.txt HTTP/1.0\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n" + Next, "200 close"),
    ];

    private static IReadOnlyList<ConnectionAttack> Hops =>
    [
        new("RQ-32", "names Content-Length and Host, and closes", Post($"Connection: close, Content-Length, Host\r\nContent-Length: {Next.Length}", Next + Next), "405 close"),
        new("RQ-32", "names Content-Length", Post($"Connection: Content-Length\r\nContent-Length: {Next.Length}", Next + Next), "405, 200"),
        new("RQ-32", "names Transfer-Encoding", Post("Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + Next), "405, 200"),
        new("RQ-32", "names Transfer-Encoding beside a length", Post("Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked\r\nContent-Length: 5", "0\r\n\r\n" + Next), "400 close"),
        new("RQ-32", "names Host", $"{Upgrade}Connection: Host\r\n\r\n" + Next, "200, 200"),
        new("RQ-32", "names Host, of which there are two", $"{Upgrade}Connection: Host\r\nHost: b\r\n\r\n" + Next, "400 close"),
        new("RQ-32", "names Host, of which there is none", "GET / HTTP/1.1\r\nConnection: Host\r\n\r\n" + Next, "400 close"),
        new("RQ-32", "names Authorization and Cookie", $"{Upgrade}Connection: Authorization, Cookie\r\nAuthorization: Basic YTpi\r\nCookie: a=b\r\n\r\n" + Next, "200, 200"),
        new("RQ-32", "names Range, which still counts", $"{Upgrade}Connection: Range\r\nRange: bytes=0-0\r\n\r\n" + Next, "206, 200"),
    ];

    private static IReadOnlyList<ConnectionAttack> Pipelines =>
    [
        new("RQ-33", "valid, then invalid", Next + Bad, "200, 400 close"),
        new("RQ-33", "valid, invalid, valid", Next + Bad + Next, "200, 400 close"),
        new("RQ-33", "ten valid, then invalid", Times(10, Next) + Bad + Next, Times(10, "200, ") + "400 close"),
        new("RQ-33", "a thousand in one segment", Times(1000, Next), Times(999, "200, ") + "200 close"),
        new("RQ-33", "one beyond the last of a connection", Times(1001, Next), Times(999, "200, ") + "200 close"),
        new("RQ-33", "behind one that closes", $"{Upgrade}Connection: close\r\n\r\n" + Next, "200 close"),
        new("RQ-33", "behind one of HTTP/1.0", "GET /hello.txt HTTP/1.0\r\n\r\n" + Next, "200 close"),
        new("RQ-33", "a hundred large answers that nobody reads yet", Times(100, "GET /big.bin HTTP/1.1\r\nHost: a\r\n\r\n"), Times(99, "200, ") + "200"),
    ];
}
