using System.Net;

namespace HiPerf.Server.Tests.Ftp;

public sealed class FtpFolderHandlerTests : FtpFixture
{
    public static TheoryData<string, Func<FtpFolderOptions, FtpFolderOptions>> BadOptions => new()
    {
        { "no session", static o => o with { MaxSessions = 0 } },
        { "no session of an address", static o => o with { MaxSessionsPerAddress = 0 } },
        { "no time to log in", static o => o with { LoginTimeout = TimeSpan.Zero } },
        { "no try", static o => o with { MaxLoginTries = 0 } },
        { "delay backwards", static o => o with { LoginDelay = TimeSpan.FromTicks(-1) } },
        { "no unknown command", static o => o with { MaxUnknownCommands = 0 } },
        { "no queue", static o => o with { MaxQueuedCommands = 0 } },
        { "no idle time", static o => o with { IdleTimeout = TimeSpan.Zero } },
        { "no time to connect", static o => o with { AcceptTimeout = TimeSpan.Zero } },
        { "no grace", static o => o with { SendGrace = TimeSpan.Zero } },
        { "no rate", static o => o with { MinSendRate = 0 } },
        { "port below 0", static o => o with { FirstPassivePort = -1 } },
        { "range backwards", static o => o with { FirstPassivePort = 5000, LastPassivePort = 4999 } },
        { "range that only begins", static o => o with { FirstPassivePort = 5000 } },
        { "range that only ends", static o => o with { LastPassivePort = 5000 } },
        { "range beyond all ports", static o => o with { FirstPassivePort = 5000, LastPassivePort = 65_536 } },
        { "no port", static o => o with { MaxPassivePorts = 0 } },
        { "IPv6 in 227", static o => o with { PassiveAddress = IPAddress.IPv6Loopback } },
        { "sorting backwards", static o => o with { MaxSortedEntries = -1 } },
        { "lingering backwards", static o => o with { MaxLinger = -1 } },
        { "no time to linger", static o => o with { LingerTimeout = TimeSpan.Zero } },
        { "file below 0", static o => o with { MaxHotFile = -1 } },
        { "files below 0", static o => o with { MaxHotFiles = -1 } },
        { "name of two lines", static o => o with { ServerName = "a\r\n230 b" } },
    };

    public static TheoryData<string, Func<FtpFolderOptions, FtpFolderOptions>> GoodOptions => new()
    {
        { "one of each", static o => o with { MaxSessions = 1, MaxSessionsPerAddress = 1, MaxLoginTries = 1, MaxUnknownCommands = 1, MaxQueuedCommands = 1, MinSendRate = 1, MaxPassivePorts = 1 } },
        { "none of each", static o => o with { MaxSortedEntries = 0, MaxLinger = 0, MaxHotFile = 0, MaxHotFiles = 0, LoginDelay = TimeSpan.Zero } },
        { "one tick", static o => o with { LoginTimeout = new(1), IdleTimeout = new(1), AcceptTimeout = new(1), SendGrace = new(1), LingerTimeout = new(1) } },
        { "whole range", static o => o with { FirstPassivePort = 1, LastPassivePort = 65_535 } },
    };

    [Theory, MemberData(nameof(BadOptions))]
    public void Option_out_of_range_is_refused(string what, Func<FtpFolderOptions, FtpFolderOptions> change)
    {
        Assert.NotEmpty(what);
        _ = Assert.ThrowsAny<ArgumentException>(() => new FtpFolderHandler(change(Options)));
    }

    [Theory, MemberData(nameof(GoodOptions))]
    public void Option_at_its_bound_is_taken(string what, Func<FtpFolderOptions, FtpFolderOptions> change)
    {
        Assert.NotEmpty(what);
        new FtpFolderHandler(change(Options)).Dispose();
    }

    [Fact]
    public void Folder_that_is_not_there_is_refused() =>
        Assert.Throws<DirectoryNotFoundException>(() => new FtpFolderHandler(Options with { Folder = Path.Join(Folder.Root, "none") }));

    [Fact]
    public async Task Server_name_greets()
    {
        await using var client = new FtpTestClient(Handler(Options with { ServerName = "Ärger & Co" }));
        Assert.Equal("220 Ärger & Co ready.", await client.ReadReplyAsync());
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(10, 3)]
    public async Task Session_beyond_the_most_is_answered_421(int most, int mostOfAddress)
    {
        var handler = Handler(Options with { MaxSessions = most, MaxSessionsPerAddress = mostOfAddress });
        await using var first = await ConnectAsync(handler: handler);
        await using var second = await ConnectAsync(handler: handler);
        await using (await ConnectAsync(handler: handler))
        {
            await using var refused = new FtpTestClient(handler);
            Assert.Equal("421 There are too many sessions.\r\n", await refused.ReadToEndAsync());
            await using var other = new FtpTestClient(handler, peer: IPAddress.Parse("127.0.0.2"));
            Assert.StartsWith(most == 3 ? "421 " : "220 ", await other.ReadReplyAsync(), StringComparison.Ordinal);
        }

        await using var next = await ConnectAsync(handler: handler);
    }

    [Theory]
    [InlineData(4096, "550 No such file or folder.")]
    [InlineData(4097, "500 The line is too long.")]
    public async Task Command_line_has_4096_octets(int length, string reply)
    {
        await using var client = await LogInAsync();
        Assert.Equal(reply, await client.CommandAsync("CWD " + new string('a', length - 4)));
    }

    [Fact]
    public async Task Data_port_of_another_session_is_not_taken()
    {
        var handler = Handler(Options with { MaxPassivePorts = 2 });
        await using var first = await LogInAsync(handler: handler);
        await using var second = await LogInAsync(handler: handler);
        await using var third = await LogInAsync(handler: handler);
        _ = await first.AskForPortAsync();
        _ = await second.AskForPortAsync();
        Assert.Equal("425 No port is free, try again later.", await third.CommandAsync("EPSV"));
        Assert.Equal("226 No transfer was under way.", await first.CommandAsync("ABOR"));
        _ = await third.AskForPortAsync();
        Assert.Equal(2, handler.LentPorts);
    }

    [Fact]
    public async Task Newest_data_port_wins()
    {
        var handler = Handler();
        await using var client = await LogInAsync(handler: handler);
        for (var i = 0; i < 1000; i++)
        {
            _ = await client.AskForPortAsync();
        }

        Assert.Equal(1, handler.LentPorts);
        Assert.Equal("hello", System.Text.Encoding.ASCII.GetString((await client.TransferAsync("RETR hello.txt")).Content));
        Assert.Equal(0, handler.LentPorts);
    }

    [Fact]
    public async Task Stop_lets_the_transfer_end_and_closes_the_idle()
    {
        using var stop = new StopNotification();
        var handler = Handler();
        await using var idle = new FtpTestClient(handler, stop: stop);
        Assert.StartsWith("220 ", await idle.ReadReplyAsync(), StringComparison.Ordinal);
        await idle.WhenServerWaitsAsync();
        stop.RequestClose();
        Assert.Equal("421 The server stops.\r\n", await idle.ReadToEndAsync());
    }
}
