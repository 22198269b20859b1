using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>What happens to a control connection between two commands, and while a server will not come to an end.</summary>
public class FtpControlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_between_two_commands_is_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        await using var peer = new ControlPeer(("RNFR", "350 go on"), ("RNTO", "250 done"));
        await using var session = Session(code => source.Cancel(), 350);
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, Token);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await connection.RenameAsync("a", "b", source.Token));

        Assert.Equal((source.Token, true), (error.CancellationToken, connection.IsClosed));
    }

    [Fact]
    public async Task Aborting_between_two_commands_is_an_abort()
    {
        FtpConnection? connection = null;
        await using var peer = new ControlPeer(("RNFR", "350 go on"), ("RNTO", "250 done"));
        await using var session = Session(code => connection!.Abort(), 350);
        await using var opened = connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, Token);

        var error = await Assert.ThrowsAsync<FtpException>(async () => await opened.RenameAsync("a", "b", Token));

        Assert.Equal(InternetErrorKind.ConnectionAborted, error.Kind);
    }

    [Theory]
    [InlineData(FtpDataMode.Passive, "EPSV", 229)]
    [InlineData(FtpDataMode.Active, "TYPE", 200)]
    public async Task Aborting_before_the_first_data_connection_is_an_abort(FtpDataMode mode, string verb, int code)
    {
        FtpConnection? connection = null;
        await using var peer = new DataPeer().With("a", [1]);
        await using var session = Session(_ => connection?.Abort(), code);
        await using var opened = connection = await peer.ConnectAsync(session, new FtpConnectOptions { DataMode = mode });

        var error = await Assert.ThrowsAsync<FtpException>(async () => await opened.OpenReadAsync("a", cancellationToken: Token));

        Assert.Equal(InternetErrorKind.ConnectionAborted, error.Kind);
        Assert.Contains(verb, peer.Verbs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_without_end_run_out_of_time()
    {
        var clock = new ManualClock();
        await using var peer = new DataPeer().On("RETR", static (session, _) =>
            session.SendDataAsync(new byte[] { 1 }, string.Concat(Enumerable.Repeat("110 MARK 1 = 1\r\n", 10)) + "226 done"));
        await using var session = Session(_ => clock.Advance(new InternetTimeouts().ResponseHead / 2), 110, clock);
        await using var connection = await peer.ConnectAsync(session);
        await using var file = await connection.OpenReadAsync("a", cancellationToken: Token);

        var error = await Assert.ThrowsAsync<FtpException>(() => FtpDownloadTests.ReadAllAsync(file, 10));

        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Head), (error.Kind, error.Timeout));
        Assert.True(connection.IsClosed);
    }

    private static InternetSession Session(Action<int> then, int code, TimeProvider? time = null) => new(new InternetSessionOptions
    {
        StatusChanged = new Acting(then, code),
        TimeProvider = time ?? TimeProvider.System,
    });

    private sealed class Acting(Action<int> then, int code) : IPhaseSink
    {
        public void OnPhase(in PhaseEvent phaseEvent)
        {
            if (phaseEvent.Kind == PhaseEventKind.ReplyReceived && phaseEvent.StatusCode == code)
            {
                then(code);
            }
        }
    }
}
