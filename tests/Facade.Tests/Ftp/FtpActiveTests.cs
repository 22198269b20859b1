using System.Net;
using System.Net.Sockets;
using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Data connections that the server makes (catalogue FC-03).</summary>
public class FtpActiveTests
{
    private static readonly FtpConnectOptions s_active = new() { DataMode = FtpDataMode.Active };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_connects_and_files_flow_both_ways()
    {
        await using var peer = new DataPeer().With("a", DataPeer.Octets(5000));
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_active);

        Assert.Equal(peer.Files["a"], await FtpDownloadTests.GetAsync(connection, "a"));
        await using var file = await connection.OpenWriteAsync("b", cancellationToken: Token);
        await file.WriteAsync(peer.Files["a"], Token);
        await file.CompleteAsync(Token);

        Assert.Equal(peer.Files["a"], peer.Files["b"]);
        Assert.Equal("TYPE EPRT RETR EPRT STOR", peer.Verbs);
    }

    [Fact]
    public async Task Strangers_are_turned_away_and_the_port_closes_behind_the_first_peer()
    {
        var port = 0;
        var strangers = 0;
        await using var peer = new DataPeer().With("a", [9]);
        _ = peer.On("EPRT", async (session, argument) =>
        {
            port = PortOf(argument);
            await session.ServeAsync("EPRT", argument);
        }).On("RETR", async (session, _) =>
        {
            await session.ReplyAsync("150 here");
            for (var i = 0; i < 3; i++)
            {
                strangers += await VisitAsync(port) ? 1 : 0;
            }

            using var data = await session.AcceptAsync();
            await data.SendAsync(new byte[] { 9 });
            data.Dispose();
            await session.ReplyAsync("226 done");
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_active);

        Assert.Equal([9], await FtpDownloadTests.GetAsync(connection, "a"));

        Assert.Equal(3, strangers);
        using var late = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () => await late.ConnectAsync(IPAddress.Loopback, port, Token));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public async Task Server_that_does_not_come_runs_out_of_time(int seconds, bool runsOut)
    {
        var waiting = new TaskCompletionSource();
        var port = 0;
        await using var peer = new DataPeer().On("EPRT", async (session, argument) =>
        {
            port = PortOf(argument);
            await session.ServeAsync("EPRT", argument);
        }).On("RETR", async (session, _) =>
        {
            // A stranger that was turned away shows that the port is waited at.
            await session.ReplyAsync("150 soon");
            await VisitAsync(port);
            waiting.SetResult();
            await session.ReadLineAsync();
        });
        var clock = new ManualClock();
        await using var session = peer.NewSession(time: clock);
        await using var connection = await peer.ConnectAsync(session, s_active);
        var opening = connection.OpenReadAsync("a", cancellationToken: Token).AsTask();
        await waiting.Task;

        clock.Advance(TimeSpan.FromSeconds(seconds));

        if (!runsOut)
        {
            Assert.False(opening.IsCompleted);
            connection.Abort();
            await Assert.ThrowsAsync<FtpException>(() => opening);
            return;
        }

        var error = await Assert.ThrowsAsync<FtpException>(() => opening);
        Assert.Equal((InternetErrorKind.Timeout, InternetPhase.Connecting), (error.Kind, error.Phase));
    }

    [Fact]
    public async Task Refused_transfer_closes_the_port()
    {
        var port = 0;
        await using var peer = new DataPeer().On("EPRT", async (session, argument) =>
        {
            port = PortOf(argument);
            await session.ServeAsync("EPRT", argument);
        });
        await using var session = peer.NewSession();
        await using var connection = await peer.ConnectAsync(session, s_active);

        await Assert.ThrowsAsync<FtpException>(async () => await connection.OpenReadAsync("none", cancellationToken: Token));

        using var late = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () => await late.ConnectAsync(IPAddress.Loopback, port, Token));
        await connection.NoOpAsync(Token);
    }

    private static int PortOf(string argument) => int.Parse(argument.Split('|')[3], System.Globalization.CultureInfo.InvariantCulture);

    // Comes from another address of the loopback network; true when it was turned away.
    private static async Task<bool> VisitAsync(int port)
    {
        using var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        stranger.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        try
        {
            await stranger.ConnectAsync(IPAddress.Loopback, port);
            await stranger.SendAsync("evil"u8.ToArray());
            return await stranger.ReceiveAsync(new byte[1]) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
