using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Http;

/// <summary>Every limit by a clock that stands still, over a connection in memory: the tests wait for a pending read, never for time.</summary>
public class TimeoutTests
{
    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_that_takes_too_long_times_out()
    {
        var asked = new TaskCompletionSource();
        await using var session = new InternetSession(new InternetSessionOptions
        {
            TimeProvider = _clock,
            Connector = async (_, _, cancellationToken) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return Stream.Null;
            },
        });
        var opening = session.OpenAsync("http://host.test/", cancellationToken: Token).AsTask();
        await asked.Task;
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(15), InternetTimeout.Connect, InternetPhase.Connecting);
    }

    [Fact]
    public async Task Handshake_that_stalls_times_out()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        var opening = session.OpenAsync("https://host.test/", cancellationToken: Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(10), InternetTimeout.TlsHandshake, InternetPhase.TlsHandshake);
        server.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    public async Task Head_that_does_not_end_times_out(string sent)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1(sent), Token);
        var opening = session.OpenAsync("http://host.test/", cancellationToken: Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(60), InternetTimeout.Head, InternetPhase.ReceivingHead);
        server.Dispose();
    }

    [Fact]
    public async Task Whole_opening_is_limited_before_its_phases_are()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        var options = new OpenOptions { Timeouts = new InternetTimeouts { Total = TimeSpan.FromSeconds(5) } };
        var opening = session.OpenAsync("http://host.test/", options, Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(5), InternetTimeout.Total, InternetPhase.ReceivingHead);
        server.Dispose();
    }

    [Fact]
    public async Task Content_that_stalls_times_out_however_slow_its_reader_was()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"), Token);
        await using var file = await session.OpenAsync("http://host.test/", cancellationToken: Token);

        // The reader's own leisure is no stall.
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, await file.ReadAsync(new byte[10], Token));
        _clock.Advance(TimeSpan.FromHours(1));
        var reading = file.ReadAsync(new byte[10], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(reading, TimeSpan.FromSeconds(30), InternetTimeout.Receive, InternetPhase.ReceivingContent);
        server.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_that_drips_is_too_slow_but_a_slow_reader_is_not(bool drips)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), Token);
        var options = new OpenOptions { Timeouts = new InternetTimeouts { MinDataRate = 100 } };
        await using var file = await session.OpenAsync("http://host.test/", options, Token);
        InternetException? error = null;
        var buffer = new byte[100];
        for (var second = 0; second < 10 && error is null; second++)
        {
            if (!drips)
            {
                _clock.Advance(TimeSpan.FromMinutes(1));
            }

            var reading = file.ReadAsync(buffer, Token).AsTask();
            await client.WhenReadPendingAsync().WaitAsync(Token);
            if (drips)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
            }

            await server.Stream.WriteAsync(new byte[drips ? 1 : 100], Token);
            error = await Record.ExceptionAsync(() => reading) as InternetException;
        }

        Assert.Equal(drips, error is not null);
        if (drips)
        {
            Assert.Equal(InternetTimeout.DataRate, error?.Timeout);
        }

        server.Dispose();
    }

    [Fact]
    public async Task Cancelled_head_surfaces_with_its_token()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        using var source = new CancellationTokenSource();
        var opening = session.OpenAsync("http://host.test/", cancellationToken: source.Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        Assert.Equal(source.Token, error.CancellationToken);
        server.Dispose();
    }

    [Fact]
    public async Task Cancelled_read_surfaces_with_its_token_and_closes_the_connection()
    {
        var closed = new TaskCompletionSource();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            await connection.ClosedAsync();
            closed.SetResult();
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal(3, await file.ReadAtLeastAsync(new byte[10], 3, cancellationToken: Token));
        using var source = new CancellationTokenSource();
        var reading = file.ReadAsync(new byte[10], source.Token).AsTask();
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(source.Token, error.CancellationToken);
        await closed.Task.WaitAsync(Token);
        await Assert.ThrowsAnyAsync<InternetException>(() => file.CompleteAsync(Token).AsTask());
    }

    [Fact]
    public async Task Token_cancelled_before_opening_costs_no_traffic()
    {
        await using var peer = ScriptedPeer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var session = new InternetSession();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: new CancellationToken(true)));
        Assert.Equal(0, peer.Accepted);
    }

    [Fact]
    public async Task Abort_fails_a_pending_read()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"), Token);
        await using var file = await session.OpenAsync("http://host.test/", cancellationToken: Token);
        var reading = file.ReadAsync(new byte[10], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        file.Abort();
        var error = await Assert.ThrowsAnyAsync<InternetException>(() => reading);
        Assert.Equal(InternetErrorKind.ConnectionAborted, error.Kind);
        server.Dispose();
    }

    private InternetSession Session(InMemoryConnection client) => new(new InternetSessionOptions
    {
        TimeProvider = _clock,
        Connector = (_, _, _) => new ValueTask<Stream>(client.Stream),
    });

    private async Task AssertTimeoutAsync(Task waiting, TimeSpan after, InternetTimeout limit, InternetPhase phase)
    {
        _clock.Advance(after - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var error = await Assert.ThrowsAnyAsync<InternetException>(() => waiting);
        Assert.Equal(InternetErrorKind.Timeout, error.Kind);
        Assert.Equal(limit, error.Timeout);
        Assert.Equal(phase, error.Phase);
        Assert.Equal(12002, error.NativeCode);
    }

    [Fact]
    public async Task File_in_use_refuses_a_second_use_and_survives_it()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"), Token);
        await using var file = await session.OpenHttpAsync("http://host.test/", cancellationToken: Token);
        var buffer = new byte[10];
        var reading = file.ReadAsync(buffer, Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        foreach (var second in (Func<Task>[])[() => file.ReadAsync(new byte[1], Token).AsTask(), () => file.ReopenAsync(Token).AsTask(), () => file.ReopenAsync("/x", Token).AsTask()])
        {
            Assert.Equal(InternetErrorKind.Busy, (await Assert.ThrowsAsync<HttpException>(second)).Kind);
        }

        Assert.Equal(InternetErrorKind.Busy, Assert.Throws<HttpException>(() => file.ReadByte()).Kind);
        await server.Stream.WriteAsync("ok"u8.ToArray(), Token);
        Assert.Equal(2, await reading);
        Assert.Equal("ok"u8.ToArray(), buffer[..2]);
    }

    [Fact]
    public async Task Disposing_of_a_file_that_is_read_fails_the_read_and_keeps_nothing()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), Token);
        var file = await session.OpenHttpAsync("http://host.test/", cancellationToken: Token);
        var reading = file.ReadAsync(new byte[10], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await file.DisposeAsync();
        await file.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => reading);
        Assert.Equal(0, session.IdleConnections);
        Assert.False(file.IsComplete);
    }

    [Fact]
    public async Task Token_that_fires_with_the_head_closes_the_connection()
    {
        var closed = new TaskCompletionSource();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
            await connection.ClosedAsync();
            closed.SetResult();
        });
        using var source = new CancellationTokenSource();
        await using var session = new InternetSession(new InternetSessionOptions { StatusChanged = new Cancelling(source) });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: source.Token));
        await closed.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Token_of_the_opening_does_nothing_to_the_opened_file()
    {
        await using var peer = ScriptedPeer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await using var session = new InternetSession();
        using var source = new CancellationTokenSource();
        await using var file = await session.OpenAsync(peer.Url(), cancellationToken: source.Token);
        await source.CancelAsync();
        await file.CompleteAsync(Token);
        Assert.True(file.LengthVerified);
    }

    private sealed class Cancelling(CancellationTokenSource source) : IPhaseSink
    {
        public void OnPhase(in PhaseEvent phaseEvent)
        {
            if (phaseEvent.Kind == PhaseEventKind.ResponseReceived)
            {
                source.Cancel();
            }
        }
    }
}
