using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp;

public class FtpKeepAliveTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NOOP_comes_when_the_connection_was_idle_for_so_long()
    {
        await using var peer = new ControlPeer();
        var clock = new ManualClock();
        await using var connection = await ConnectAsync(peer, clock);
        clock.Advance(Minute - TimeSpan.FromSeconds(1));
        await connection.SetCurrentDirectoryAsync("a", Token);
        clock.Advance(Minute - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("NOOP", peer.Commands);
        clock.Advance(TimeSpan.FromSeconds(1));
        await peer.CameAsync("NOOP");

        // Whoever comes while its reply is on the way waits and is not told Busy.
        await connection.SetCurrentDirectoryAsync("b", Token);
        Assert.Equal(["CWD a", "NOOP", "CWD b"], peer.Commands[4..]);
    }

    [Fact]
    public async Task Operation_under_way_is_left_alone()
    {
        await using var peer = new ControlPeer(("CWD", ControlPeer.Silence));
        var clock = new ManualClock();
        await using var connection = await ConnectAsync(peer, clock);
        var going = connection.SetCurrentDirectoryAsync("a", Token).AsTask();
        await peer.CameAsync("CWD");
        clock.Advance(TimeSpan.FromSeconds(59));
        await peer.SayAsync("250 there\r\n");
        await going;
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.DoesNotContain("NOOP", peer.Commands);
    }

    [Fact]
    public async Task Unknown_NOOP_is_an_answer_too()
    {
        await using var peer = new ControlPeer(("NOOP", "500 what"));
        var clock = new ManualClock();
        await using var connection = await ConnectAsync(peer, clock);
        clock.Advance(Minute);
        await peer.CameAsync("NOOP");
        await connection.SetCurrentDirectoryAsync("a", Token);
        Assert.False(connection.IsClosed);
    }

    [Fact]
    public async Task Failure_closes_quietly_and_is_told_to_the_next()
    {
        await using var peer = new ControlPeer(("NOOP", ControlPeer.Close));
        var clock = new ManualClock();
        await using var connection = await ConnectAsync(peer, clock);
        clock.Advance(Minute);
        await peer.CameAsync("NOOP");
        var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.SetCurrentDirectoryAsync("a", Token));
        Assert.Equal(InternetErrorKind.ConnectionAborted, error.Kind);
        Assert.True(connection.IsClosed);
    }

    [Fact]
    public async Task Disposing_ends_it()
    {
        await using var peer = new ControlPeer();
        var clock = new ManualClock();
        var connection = await ConnectAsync(peer, clock);
        await connection.DisposeAsync();
        clock.Advance(Minute);
        Assert.DoesNotContain("NOOP", peer.Commands);
        Assert.Equal(0, clock.TimerCount);
    }

    private static Task<FtpConnection> ConnectAsync(ControlPeer peer, ManualClock clock) =>
        FtpConnectionTests.ConnectAsync(peer, static options => options with { KeepAlive = Minute }, clock);
}
