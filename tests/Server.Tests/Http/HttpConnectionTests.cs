using System.Text;

namespace HiPerf.Server.Tests.Http;

public sealed class HttpConnectionTests : FolderFixture
{
    private const string Get = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    [Fact]
    public async Task Get_file_is_answered_exactly() => Assert.Equal(Hello(), await ExchangeAsync(Get));

    [Fact]
    public async Task Get_hot_file_is_answered_as_the_first_time() => Assert.Equal(Hello() + Hello(), await ExchangeAsync(Get + Get));

    [Fact]
    public async Task Head_is_answered_with_the_head_of_get()
    {
        var expected = Hello()[..^5];
        var head = Get.Replace("GET", "HEAD", StringComparison.Ordinal);
        Assert.Equal(expected + expected, await ExchangeAsync(head + head));
        var big = await ExchangeAsync("GET /big.bin HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal(big[..(big.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)], await ExchangeAsync("HEAD /big.bin HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    [Fact]
    public async Task Requests_split_at_every_octet_are_answered_alike()
    {
        const string Requests = Get + "POST /hello.txt HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nT: v\r\n\r\n" + Get;
        var expected = await ExchangeAsync(Requests);
        Assert.Contains("405", expected, StringComparison.Ordinal);
        for (var cut = 1; cut < Requests.Length; cut++)
        {
            await using var client = Connect();
            await client.SendAsync(Requests[..cut]);
            await client.WhenServerWaitsAsync();
            await client.SendAsync(Requests[cut..]);
            client.End();
            Assert.Equal(expected, await client.ReadToEndAsync());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Requests_in_pieces_are_answered_alike(int size)
    {
        await using var client = new MemoryClient(Handler(), server => server.ReceiveInPieces(size));
        await client.SendAsync(Get + Get + Get);
        client.End();
        Assert.Equal(Hello() + Hello() + Hello(), await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(400)]
    public async Task Pipelined_requests_are_answered_in_order(int count)
    {
        var (requests, expected) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < count; i++)
        {
            var tiny = i % 3 == 1;
            _ = requests.Append(tiny ? "GET /hello.txt?" + i + " HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n" : Get);
            _ = expected.Append(tiny ? $"HTTP/1.1 304 Not Modified\r\nDate: {Date}\r\nServer: HiPerf\r\nLast-Modified: {Modified}\r\nETag: {Tag}\r\n\r\n" : Hello());
        }

        Assert.Equal(expected.ToString(), await ExchangeAsync(requests.ToString()));
    }

    [Fact]
    public async Task Large_file_between_pipelined_requests_is_whole()
    {
        var answers = await ExchangeAsync(Get + "GET /big.bin HTTP/1.1\r\nHost: a\r\n\r\n" + Get);
        Assert.StartsWith(Hello() + "HTTP/1.1 200 OK\r\n", answers, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + Encoding.Latin1.GetString(Big()) + Hello(), answers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1\r\nHost: a\r\nConnection: close", "Connection: close\r\n", 1)]
    [InlineData("HTTP/1.1\r\nHost: a\r\nConnection: keep-alive", "", 2)]
    [InlineData("HTTP/1.0", "Connection: close\r\n", 1)]
    [InlineData("HTTP/1.0\r\nConnection: keep-alive", "Connection: keep-alive\r\n", 2)]
    public async Task Connection_lives_as_the_request_says(string version, string field, int answers)
    {
        var request = $"GET /hello.txt {version}\r\n\r\n";
        Assert.Equal(string.Concat(Enumerable.Repeat(Hello(field), answers)), await ExchangeAsync(request + request));
    }

    [Fact]
    public async Task Last_request_of_a_connection_is_answered_with_close()
    {
        var answers = await ExchangeAsync(Get + Get + Get, Options with { MaxRequests = 2 });
        Assert.Equal(Hello() + Hello("Connection: close\r\n"), answers);
    }

    [Fact]
    public async Task Request_ended_in_the_middle_is_not_answered()
    {
        Assert.Equal("", await ExchangeAsync(Get[..^1]));
        Assert.Equal("", await ExchangeAsync(""));
        Assert.Equal(Hello(), await ExchangeAsync(Get + "G"));
    }

    [Fact]
    public async Task File_that_shrinks_while_it_is_sent_resets_the_connection()
    {
        var path = Folder.Add("shrinks", new byte[4 * 1024 * 1024]);
        await using var client = Connect();
        await client.SendAsync("GET /shrinks HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Contains("Content-Length: 4194304", await client.ReadAsync(300), StringComparison.Ordinal);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(0);
        }

        _ = await Assert.ThrowsAnyAsync<IOException>(client.ReadToEndAsync);
        await client.Served;
        Assert.True(client.WasAborted);
    }

    [Fact]
    public async Task Session_is_registered_while_it_lasts()
    {
        await using var client = Connect();
        await client.SendAsync(Get);
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        var session = Assert.Single(Sessions.List());
        Assert.Equal(("http", 1L, (long)Get.Length, (long)Hello().Length),
            (session.Protocol, session.Requests, session.BytesReceived, session.BytesSent));
        Assert.Equal(SessionState.Idle, session.State);
        client.End();
        await client.Served;
        Assert.Equal(0, Sessions.Count);
    }

    [Fact]
    public async Task Server_name_can_be_left_out() =>
        Assert.Equal(Hello().Replace("Server: HiPerf\r\n", "", StringComparison.Ordinal), await ExchangeAsync(Get, Options with { ServerName = null }));

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a\r\nX: y")]
    [InlineData("ü")]
    public void Server_name_that_is_no_field_value_throws(string name) =>
        Assert.Throws<ArgumentException>(() => Handler(Options with { ServerName = name }));
}
