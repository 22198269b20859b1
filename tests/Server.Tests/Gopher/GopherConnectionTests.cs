using System.Net;

namespace HiPerf.Server.Tests.Gopher;

/// <summary>The one request of a connection: its limits of length and of time, and how the connection ends.</summary>
public sealed class GopherConnectionTests : GopherFixture
{
    private const string TooLong = "3The request is too long.\t\tnull.host\t1\r\n.\r\n";
    private const string TooLate = "3The time for the request is over.\t\tnull.host\t1\r\n.\r\n";
    private const string TooMany = "3There are too many sessions.\t\tnull.host\t1\r\n.\r\n";
    private const string NoRequest = "3That is no request of Gopher.\t\tnull.host\t1\r\n.\r\n";

    [Theory]
    [InlineData(4096, NotFound)]
    [InlineData(4097, TooLong)]
    public async Task Request_of_4096_octets_is_the_longest(int length, string answer) => Assert.Equal(answer, await AskAsync(new string('a', length)));

    [Theory]
    [InlineData(10, "hello\r\n.\r\n")]
    [InlineData(9, TooLong)]
    public async Task Request_beyond_MaxRequestLine_is_an_error(int most, string answer) =>
        Assert.Equal(answer, await AskAsync("/hello.txt", Options with { Limits = new() { MaxRequestLine = most } }));

    [Fact]
    public async Task Request_octet_by_octet_is_answered()
    {
        await using var client = new MemoryClient(Handler(), static server => server.ReceiveInPieces([1]));
        await client.SendAsync("/hello.txt\r\n");
        Assert.Equal("hello\r\n.\r\n", await client.ReadToEndAsync());
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData(HiPerf.Gopher.GopherLeniency.BareLf, "hello\r\n.\r\n")]
    [InlineData(HiPerf.Gopher.GopherLeniency.None, NoRequest)]
    public async Task Lf_alone_ends_a_request_if_the_options_say_so(HiPerf.Gopher.GopherLeniency leniency, string answer)
    {
        await using var client = Connect(Options with { Leniency = leniency });
        await client.SendAsync("/hello.txt\n");
        client.End();
        Assert.Equal(answer, await client.ReadToEndAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/hello")]
    public async Task Request_that_takes_10_s_is_an_error(string begun)
    {
        await using var client = Connect();
        await client.SendAsync(begun);
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        await client.SendAsync(".");
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TooLate, await client.ReadAsync(TooLate.Length));
        client.End();
        Assert.Equal("", await client.ReadToEndAsync());
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/hello.txt", NoRequest)]
    [InlineData("/hello.txt\r", NoRequest)]
    public async Task Client_that_ends_before_its_line_does_is_told_so(string sent, string answer)
    {
        await using var client = Connect();
        await client.SendAsync(sent);
        client.End();
        Assert.Equal(answer, await client.ReadToEndAsync());
        await client.Served;
        Assert.False(client.WasAborted);
    }

    [Fact]
    public async Task Answer_ends_the_connection_without_waiting_for_the_client()
    {
        await using var client = Connect();
        await client.SendAsync("/hello.txt\r\n");
        Assert.Equal("hello\r\n.\r\n", await client.ReadToEndAsync());
        await client.Served;
        Assert.Equal(0, Sessions.Count);
    }

    [Fact]
    public async Task Nothing_behind_the_request_is_read_as_another()
    {
        await using var client = Connect();
        await client.SendAsync("/hello.txt\r\n/sub/a.txt\r\n");
        client.End();
        Assert.Equal("hello\r\n.\r\n", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Client_that_is_refused_and_does_not_close_is_left_after_2_s()
    {
        await using var client = new MemoryClient(Handler(), halfCloses: true);
        await client.SendAsync("a\0b\r\n");
        Assert.Equal(NoRequest, await client.ReadToEndAsync());
        await client.WhenServerWaitsAsync();
        Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        Assert.False(client.Served.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await client.Served.WaitAsync(Token);
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData(100)]
    [InlineData(0)]
    public async Task Client_that_is_refused_and_goes_on_sending_is_left_after_MaxLinger(int most)
    {
        await using var client = Connect(most == 64 * 1024 ? Options : Options with { MaxLinger = most });
        await client.SendAsync("a\0b\r\n");
        Assert.Equal(NoRequest, await client.ReadAsync(NoRequest.Length));
        await client.WhenServerWaitsAsync();
        await client.SendAsync(new byte[most]);
        await client.WhenServerWaitsAsync();
        Assert.False(client.Served.IsCompleted);
        await client.SendAsync(new byte[1]);
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.False(client.WasAborted);
    }

    [Theory]
    [InlineData("/big.bin", 65_536)]
    [InlineData("/hello.txt", 10)]
    public async Task Client_that_takes_nothing_is_aborted_behind_60_s_and_its_rate(string selector, int block)
    {
        await using var client = new MemoryClient(Handler(Options with { MaxHotAnswer = selector == "/hello.txt" ? 1024 : 0 }), capacity: 4);
        var held = client.WhenServerIsHeldAsync();
        var sending = client.SendAsync(selector + "\r\n").AsTask();
        await held;
        await sending;
        Clock.Advance(TimeSpan.FromSeconds(60 + (block / 240.0)) - TimeSpan.FromMilliseconds(2));
        Assert.False(client.WasAborted);
        Clock.Advance(TimeSpan.FromMilliseconds(4));
        await client.Served.WaitAsync(Token);
        Assert.True(client.WasAborted);
    }

    [Fact]
    public async Task File_cut_while_it_is_sent_is_an_abort_and_no_end()
    {
        var path = Folder.Add("huge.bin", new byte[1024 * 1024]);
        await using var client = new MemoryClient(Handler(), capacity: 1024);
        var held = client.WhenServerIsHeldAsync();
        await client.SendAsync("/huge.bin\r\n");
        await held;
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(70_000);
        }

        _ = await Assert.ThrowsAnyAsync<IOException>(client.ReadToEndAsync);
        await client.Served;
        Assert.True(client.WasAborted);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(10, 1)]
    public async Task Session_beyond_MaxSessions_and_MaxSessionsPerAddress_is_told_so(int most, int mostOfOne)
    {
        var handler = Handler(Options with { MaxSessions = most, MaxSessionsPerAddress = mostOfOne });
        await using var first = new MemoryClient(handler);
        await first.WhenServerWaitsAsync();
        Assert.Equal(1, Sessions.Count);
        Assert.Equal("gopher", Sessions.List()[0].Protocol);
        await using (var second = new MemoryClient(handler))
        {
            Assert.Equal(TooMany, await second.ReadToEndAsync());
        }

        await first.SendAsync("/hello.txt\r\n");
        Assert.Equal("hello\r\n.\r\n", await first.ReadToEndAsync());
        await first.Served;
        Assert.Equal("hello\r\n.\r\n", await AskAsync(handler, "/hello.txt"));
    }

    [Fact]
    public async Task Session_too_many_that_is_gone_already_is_no_failure()
    {
        var handler = Handler(Options with { MaxSessions = 1 });
        await using var first = new MemoryClient(handler);
        await first.WhenServerWaitsAsync();
        var (client, server) = HiPerf.Transport.InMemoryConnection.CreatePair();
        await handler.OnConnectedAsync(new Microsoft.AspNetCore.Connections.DefaultConnectionContext("gone") { Transport = server, ConnectionClosed = new CancellationToken(canceled: true) });
        Assert.Equal(1, Sessions.Count);
        client.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task Session_counts_what_it_reads_and_sends()
    {
        await using var client = new MemoryClient(Handler(), capacity: 4);
        var held = client.WhenServerIsHeldAsync();
        await client.SendAsync("/hello.txt\r\n");
        await held;
        var session = Assert.Single(Sessions.List());
        Assert.Equal((1, 12, 10, SessionState.Active), (session.Requests, session.BytesReceived, session.BytesSent, session.State));
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        var good = Options;
        foreach (var bad in (GopherFolderOptions[])
        [
            good with { MaxSessions = 0 }, good with { MaxSessionsPerAddress = 0 }, good with { MinSendRate = 0 }, good with { MaxMenuItems = 0 }, good with { MaxSearchResults = 0 },
            good with { MaxSearchEntries = 0 }, good with { MaxSearchDepth = 0 }, good with { MaxSearchWords = 0 }, good with { MaxGophermap = -1 }, good with { MaxLinger = -1 },
            good with { MaxHotAnswer = -1 }, good with { MaxHotAnswers = -1 }, good with { Port = -1 }, good with { Port = 65536 }, good with { RequestTimeout = TimeSpan.Zero },
            good with { SendGrace = TimeSpan.Zero }, good with { LingerTimeout = TimeSpan.Zero }, good with { HostName = "" }, good with { HostName = "a b" },
            good with { HostName = "a\tb" }, good with { HostName = new string('a', 256) }, good with { Administrator = "a\r\nb" }, good with { Administrator = "a\tb" },
            good with { Administrator = new string('a', 1024) },
        ])
        {
            _ = Assert.ThrowsAny<ArgumentException>(() => new GopherFolderHandler(bad));
        }

        _ = new GopherFolderHandler(good with { HostName = new string('a', 255), Port = 65535 });
        _ = Assert.Throws<DirectoryNotFoundException>(() => new GopherFolderHandler(good with { Folder = "/no/such/folder" }));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("fe80::1%2", "fe80::1")]
    public void Origin_is_the_address_without_its_scope(string address, string host)
    {
        var table = new GopherOrigin.Table(Options);
        var origin = table.Of(new IPEndPoint(IPAddress.Parse(address), 7070), null);
        Assert.Equal(host, System.Text.Encoding.UTF8.GetString(origin.Host));
        Assert.Equal(7070, origin.Port);
        Assert.Same(origin, table.Of(new IPEndPoint(IPAddress.Parse(address), 7070), null));
        Assert.NotSame(origin, table.Of(new IPEndPoint(IPAddress.Parse(address), 7071), null));
    }

    [Theory]
    [InlineData(null, "Example.org", "Example.org")]
    [InlineData(null, "a\tb", "127.0.0.1")]
    [InlineData(null, "10.0.0.1", "127.0.0.1")]
    [InlineData(null, "", "127.0.0.1")]
    [InlineData("told.example", "example.org", "told.example")]
    public void Origin_is_the_name_that_was_asked_for_by_tls_unless_one_is_told(string? told, string asked, string host)
    {
        var table = new GopherOrigin.Table(Options with { HostName = told });
        Assert.Equal(host, System.Text.Encoding.UTF8.GetString(table.Of(new IPEndPoint(IPAddress.Loopback, 7070), asked).Host));
    }
}
