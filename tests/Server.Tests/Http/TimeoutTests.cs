namespace HiPerf.Server.Tests.Http;

/// <summary>Limits of time, on a clock that moves only when told: just before the limit nothing happens, at the limit the connection ends.</summary>
public sealed class TimeoutTests : FolderFixture
{
    private const string Get = "GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n";

    [Fact]
    public async Task Head_that_takes_15_s_is_answered_408()
    {
        await using var client = Connect();
        await client.WhenServerWaitsAsync();
        await client.SendAsync("GET /hello");
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromMilliseconds(1));
        await client.SendAsync(".txt HTTP/1.1\r\n");
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        client.End();
        var answer = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        Assert.False(client.WasAborted);
    }

    [Fact]
    public async Task Head_of_a_later_request_has_its_own_15_s()
    {
        await using var client = Connect();
        await client.SendAsync(Get);
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(50));
        await client.SendAsync("GET /hello");
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        client.End();
        Assert.StartsWith("HTTP/1.1 408 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_in_time_is_answered()
    {
        await using var client = Connect();
        await client.SendAsync(Get[..10]);
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(14));
        await client.SendAsync(Get[10..]);
        client.End();
        Assert.Contains("\r\n\r\nhello", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_that_says_nothing_is_closed_after_15_s_without_an_answer()
    {
        await using var client = Connect();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Idle_connection_is_closed_after_60_s()
    {
        await using var client = Connect();
        await client.SendAsync(Get);
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Content_that_does_not_come_within_5_s_is_answered_408()
    {
        await using var client = Connect();
        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell");
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        client.End();
        Assert.StartsWith("HTTP/1.1 408 ", await client.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_client_that_does_not_close_is_left_after_2_s()
    {
        await using var client = Connect();
        await client.SendAsync("BAD\r\n\r\n");
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData("BAD\r\n\r\n", 64 * 1024)]
    [InlineData("BAD\r\n\r\n", 0)]
    [InlineData("BAD\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 100)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\n", 100)]
    public async Task Refused_client_that_goes_on_sending_is_left_after_MaxLinger(string request, int most)
    {
        await using var client = Connect(most == 64 * 1024 ? Options : Options with { MaxLinger = most });
        await client.SendAsync(request);
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        await client.SendAsync(new byte[most]);
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        await client.SendAsync(new byte[1]);
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.False(client.WasAborted);
    }

    [Fact]
    public async Task Client_that_takes_nothing_is_aborted()
    {
        _ = Folder.Add("huge", new byte[8 * 1024 * 1024]);
        await using var client = Connect();
        await client.SendAsync("GET /huge HTTP/1.1\r\nHost: a\r\n\r\n");
        await client.WhenServerIsHeldAsync();

        // 64 KiB at 240 octets a second, and 5 s of grace.
        Clock.Advance(TimeSpan.FromSeconds(278));
        Assert.False(client.WasAborted);
        Clock.Advance(TimeSpan.FromSeconds(3));
        await client.Served;
        Assert.True(client.WasAborted);
    }

    [Fact]
    public async Task Refusal_that_nobody_takes_is_aborted()
    {
        await using var client = new MemoryClient(Handler(), capacity: Hello().Length);
        await client.SendAsync(Get);
        await client.WhenServerWaitsAsync();
        await client.SendAsync("GET /hello");
        await client.WhenServerWaitsAsync();

        // The answer to the first request fills the way: the 408 has no room, and its time must run although that of the head ran out.
        Clock.Advance(TimeSpan.FromSeconds(15));
        await client.WhenServerIsHeldAsync();
        Clock.Advance(TimeSpan.FromSeconds(7));
        await client.Served.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(client.WasAborted);
    }

    [Fact]
    public async Task Answers_to_a_client_that_ended_and_takes_nothing_are_aborted()
    {
        await using var client = new MemoryClient(Handler(), capacity: 256);
        var held = client.WhenServerIsHeldAsync();
        await client.SendAsync(Get + Get + Get);
        client.End();
        Assert.Same(held, await Task.WhenAny(held, client.Served));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await client.Served.WaitAsync(TestContext.Current.CancellationToken);
        Assert.True(client.WasAborted);
    }

    [Theory]
    [InlineData(-1, "")]
    [InlineData(0, "Connection: close\r\n")]
    public async Task Connection_of_1_h_answers_its_last_request(int milliseconds, string options)
    {
        await using var client = Connect(Options with { IdleTimeout = TimeSpan.FromHours(2) });
        await client.SendAsync(Get);
        _ = await client.ReadResponseAsync();
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(milliseconds));
        await client.SendAsync(Get);
        (string head, string content) = await client.ReadResponseAsync();
        Assert.Equal("hello", content);
        Assert.EndsWith($"\r\nContent-Length: 5\r\n{options}\r\n", head, StringComparison.Ordinal);
        client.End();
        await client.Served;
        Assert.False(client.WasAborted);
    }
}
