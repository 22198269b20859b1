namespace HiPerf.Server.Tests.Http;

/// <summary>REJECT as the attack catalogue defines it: one answer with close, nothing behind it read, the connection ended.</summary>
public sealed class RefusalTests : FolderFixture
{
    private const string Get = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    public static TheoryData<int, string> Requests => new()
    {
        // RQ-01 to RQ-07: framing
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\nConnection: close\r\n\r\n0\r\n\r\n" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808\r\n\r\nhello" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { 501, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n" },
        { 400, "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },

        // RQ-08 to RQ-13: field lines
        { 400, "GET / HTTP/1.1\r\nHost : a\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\n Host: a\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n" },
        { 400, "GET / HTTP/1.1\nHost: a\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nX: y\rz\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nX: y\0\r\n\r\n" },

        // RQ-15 to RQ-18: chunks
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\n" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;\r\nhello\r\n" },
        { 400, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloXX" },

        // RQ-22 to RQ-27: request-line, versions, Host
        { 400, "GET /hello.txt\r\n" },
        { 505, "GET / HTTP/2.0\r\nHost: a\r\n\r\n" },
        { 505, "GET / HTTP/1.2\r\nHost: a\r\n\r\n" },
        { 400, "GET / http/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET  / HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /\\ HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n" },
        { 400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n" },
        { 400, "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 405, "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n" },
        { 400, "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nContent-Length: 5\r\n\r\nhello" },
        { 400, "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" },
        { 400, "CONNECT /path HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "CONNECT a HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET * HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 501, new string('M', 33) + " / HTTP/1.1\r\nHost: a\r\n\r\n" },

        // RQ-28: paths
        { 400, "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /%0d%0a HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /%2e%2e/hello.txt HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /sub/..%2f..%2fhello.txt HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /..%5chello.txt HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET /%c0%ae%c0%ae/hello.txt HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 400, "GET http://a/../hello.txt HTTP/1.1\r\nHost: a\r\n\r\n" },

        // Limits, one beyond each
        { 414, "GET /" + new string('a', 8192 - 13) + " HTTP/1.1\r\nHost: a\r\n\r\n" },
        { 431, "GET / HTTP/1.1\r\nHost: a\r\nX: " + new string('a', 8192 - 2) + "\r\n\r\n" },
        { 431, "GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 100)) + "\r\n" },
        { 431, "GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("X: " + new string('a', 4000) + "\r\n", 9)) + "\r\n" },

        // RQ-30
        { 417, "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continuex\r\n\r\n" },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task Refused_request_gets_one_answer_and_close(int status, string request)
    {
        var answers = await ExchangeAsync(Get + request + Get);
        Assert.StartsWith(Hello(), answers, StringComparison.Ordinal);
        AssertOneRefusal(status, answers[Hello().Length..]);
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Refusal_does_not_depend_on_how_octets_arrive(int status, string request)
    {
        await using var client = new MemoryClient(Handler(), static server => server.ReceiveInPieces(1, 3));
        await client.SendAsync(request + Get);
        client.End();
        AssertOneRefusal(status, await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("GET /", 8192 - 14, " HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: ", 8192 - 3, "\r\n\r\n")]
    public async Task Request_at_its_limit_is_answered(string before, int count, string after)
    {
        var answers = await ExchangeAsync(before + new string('a', count) + after + Get);
        Assert.DoesNotContain("Connection: close", answers, StringComparison.Ordinal);
        Assert.EndsWith(Hello(), answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_with_as_many_fields_as_allowed_is_answered()
    {
        var answers = await ExchangeAsync("GET /hello.txt HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 99)) + "\r\n");
        Assert.Equal(Hello(), answers);
    }

    [Theory]
    [InlineData(404, "GET /missing HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(404, "GET /hello.txt/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(404, "GET //hello.txt HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(404, "GET /.hidden HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(404, "GET /%252e%252e/hello.txt HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(404, "GET /hello.txt;param HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(405, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(405, "DELETE /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(501, "get /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(501, "BREW / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData(405, "POST /hello.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 37\r\n\r\nGET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\nX")]
    [InlineData(405, "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n25\r\nGET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\nX\r\n0\r\n\r\n")]
    public async Task Request_that_is_declined_leaves_the_connection_alive(int status, string request)
    {
        var answers = await ExchangeAsync(request + Get);
        Assert.StartsWith($"HTTP/1.1 {status} ", answers, StringComparison.Ordinal);
        Assert.Equal(status == 405, answers.Contains("\r\nAllow: GET, HEAD\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain("Connection: close", answers, StringComparison.Ordinal);
        Assert.EndsWith(Hello(), answers, StringComparison.Ordinal);
        Assert.Equal(2, answers.Split("HTTP/1.1 ").Length - 1);
    }

    [Fact]
    public async Task Content_of_get_is_never_taken_for_a_request() =>
        Assert.Equal(Hello() + Hello(), await ExchangeAsync($"GET /hello.txt HTTP/1.1\r\nHost: a\r\nContent-Length: {Get.Length}\r\n\r\n" + Get + Get));

    [Theory]
    [InlineData(1 << 20, "")]
    [InlineData((1 << 20) + 1, "Connection: close\r\n")]
    public async Task Content_is_dropped_up_to_its_limit(int length, string connection)
    {
        var request = $"GET /hello.txt HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n" + new string('x', length);
        Assert.Equal(Hello(connection), await ExchangeAsync(request));
    }

    [Fact]
    public async Task Chunked_content_beyond_the_limit_is_answered_with_close()
    {
        var request = "GET /hello.txt HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n180000\r\n" + new string('x', 0x180000) + "\r\n0\r\n\r\n";
        Assert.Equal(Hello("Connection: close\r\n"), await ExchangeAsync(request));
    }

    [Fact]
    public async Task Client_that_awaits_100_gets_the_final_answer_and_close()
    {
        var request = "GET /hello.txt HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
        Assert.Equal(Hello("Connection: close\r\n"), await ExchangeAsync(request + "hello" + Get));
    }

    // RQ-30, RQ-31, RQ-32: what asks for more than this server gives is an ordinary request.
    [Theory]
    [InlineData("HTTP/1.0\r\nConnection: keep-alive\r\nExpect: 100-continuex", "Connection: keep-alive\r\n")]
    [InlineData("HTTP/1.1\r\nHost: a\r\nExpect: 100-continue", "")]
    [InlineData("HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket", "")]
    [InlineData("HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__", "")]
    [InlineData("HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0", "")]
    [InlineData("HTTP/1.1\r\nConnection: Content-Length, Host\r\nHost: a", "")]
    public async Task Request_for_more_is_answered_as_without_it(string rest, string connection)
    {
        var request = $"GET /hello.txt {rest}\r\n\r\n";
        Assert.Equal(Hello(connection) + Hello(connection), await ExchangeAsync(request + request));
    }

    [Theory]
    [InlineData("Connection: Upgrade\r\nUpgrade: h2c\r\n")]
    [InlineData("Connection: Content-Length\r\n")]
    public async Task Content_is_framed_whatever_the_connection_says(string fields) =>
        Assert.Equal(Hello() + Hello(), await ExchangeAsync($"GET /hello.txt HTTP/1.1\r\nHost: a\r\n{fields}Content-Length: {Get.Length}\r\n\r\n" + Get + Get));

    [Theory]
    [InlineData("Content-Length: x\r\n\r\n")]
    [InlineData("Accept : x\r\n\r\n")]
    [InlineData("Host: b\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nx\r\n")]
    public async Task Refusal_of_head_has_no_content(string rest)
    {
        var answer = await ExchangeAsync("HEAD /hello.txt HTTP/1.1\r\nHost: a\r\n" + rest);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        var next = await ExchangeAsync("HEAD /hello.txt HTTP/1.1\r\nHost: a\r\n\r\nBAD\r\n\r\n");
        AssertOneRefusal(400, next[(next.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    private static void AssertOneRefusal(int status, string answer)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        Assert.Contains($"\r\nContent-Length: {answer.Length - end}\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch("HTTP/1.1 [1-5]", answer[1..]);
    }
}
