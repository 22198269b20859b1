using System.Collections.Concurrent;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Limits, cancellation, aborts and events of a request, over a connection in memory and by a clock that stands still.</summary>
public class GopherReaderTests
{
    private const string Url = "gopher://host.test/9/a";

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
        var opening = session.OpenAsync(Url, cancellationToken: Token).AsTask();
        await asked.Task;
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(15), InternetTimeout.Connect, InternetPhase.Connecting);
    }

    [Fact]
    public async Task Handshake_that_stalls_times_out()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        var opening = session.OpenAsync("gophers://host.test/9/a", cancellationToken: Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(10), InternetTimeout.TlsHandshake, InternetPhase.TlsHandshake);
        server.Dispose();
    }

    [Theory]
    [InlineData("gopher://host.test/9/a", "")]
    [InlineData("gopher://host.test/9/a%09%09+", "+12")]
    [InlineData("gopher://host.test/9/a%09%09+", "--1\r\n1 nobody\r\n")]
    public async Task Answer_that_does_not_begin_times_out(string url, string sent)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1(sent), Token);
        var opening = session.OpenAsync(url, cancellationToken: Token).AsTask();
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
        var opening = session.OpenAsync(Url, options, Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(opening, TimeSpan.FromSeconds(5), InternetTimeout.Total, InternetPhase.ReceivingHead);
        server.Dispose();
    }

    [Fact]
    public async Task Content_that_stalls_times_out_however_slow_its_reader_was()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("abc"), Token);
        await using var file = await session.OpenAsync(Url, cancellationToken: Token);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, await file.ReadAsync(new byte[10], Token));
        _clock.Advance(TimeSpan.FromHours(1));
        var reading = file.ReadAsync(new byte[1000], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(reading, TimeSpan.FromSeconds(30), InternetTimeout.Receive, InternetPhase.ReceivingContent);
        server.Dispose();
    }

    [Fact]
    public async Task Menu_that_stalls_times_out()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("0a\t/a\th.test\t70\r\n"), Token);
        await using var items = session.ConnectGopher("host.test").EnumerateAsync(cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.True(await items.MoveNextAsync());
        var waiting = items.MoveNextAsync().AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await AssertTimeoutAsync(waiting, TimeSpan.FromSeconds(30), InternetTimeout.Receive, InternetPhase.ReceivingContent);
        server.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_that_drips_is_too_slow_but_a_slow_reader_is_not(bool drips)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("x"), Token);
        var options = new OpenOptions { Timeouts = new InternetTimeouts { MinDataRate = 100 } };
        await using var file = await session.OpenAsync(Url, options, Token);
        var buffer = new byte[1000];
        _ = await file.ReadAsync(buffer, Token);
        var error = await Record.ExceptionAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                if (!drips)
                {
                    _clock.Advance(TimeSpan.FromSeconds(1));
                    await server.Stream.WriteAsync(new byte[1], Token);
                }

                var reading = file.ReadAsync(buffer, Token).AsTask();
                if (drips)
                {
                    await client.WhenReadPendingAsync().WaitAsync(Token);
                    _clock.Advance(TimeSpan.FromSeconds(1));
                    await server.Stream.WriteAsync(new byte[1], Token);
                }

                Assert.Equal(1, await reading);
            }
        });
        Assert.Equal(drips ? InternetTimeout.DataRate : InternetTimeout.None, (error as GopherException)?.Timeout ?? InternetTimeout.None);
        Assert.Equal(drips, error is not null);
        server.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_closes_the_connection_and_carries_the_token(bool isReading)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        using var source = new CancellationTokenSource();
        Task waiting;
        if (isReading)
        {
            await server.Stream.WriteAsync(PeerConnection.Latin1("abc"), Token);
            var file = await session.OpenAsync(Url, cancellationToken: Token);
            _ = await file.ReadAsync(new byte[3], Token);
            waiting = file.ReadAsync(new byte[3], source.Token).AsTask();
        }
        else
        {
            waiting = session.OpenAsync(Url, cancellationToken: source.Token).AsTask();
        }

        await client.WhenReadPendingAsync().WaitAsync(Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(source.Token, error.CancellationToken);
        await AssertClosedAsync(server);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Aborting_or_disposing_fails_what_is_read_meanwhile(bool disposes)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("abc"), Token);
        var file = await session.OpenAsync(Url, cancellationToken: Token);
        _ = await file.ReadAsync(new byte[3], Token);
        var reading = file.ReadAsync(new byte[3], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        if (disposes)
        {
            file.Dispose();
        }
        else
        {
            file.Abort();
        }

        var error = await Assert.ThrowsAnyAsync<Exception>(() => reading);
        Assert.True(error is GopherException { Kind: InternetErrorKind.ConnectionAborted } or ObjectDisposedException, error.ToString());
        await AssertClosedAsync(server);
        Assert.False(file.IsComplete);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task End_that_was_made_here_is_not_the_end_of_the_content(bool isCancelled)
    {
        // A transport may end a read by 0 when it is closed, as a socket's own shutdown does.
        var stream = new EndsWhenClosed("abc");
        await using var session = new InternetSession(new InternetSessionOptions { Connector = (_, _, _) => ValueTask.FromResult<Stream>(stream) });
        await using var file = await session.OpenAsync(Url, cancellationToken: Token);
        _ = await file.ReadAsync(new byte[3], Token);
        using var source = new CancellationTokenSource();
        var reading = file.ReadAsync(new byte[1000], source.Token).AsTask();
        if (isCancelled)
        {
            await source.CancelAsync();
        }
        else
        {
            file.Abort();
        }

        var error = await Assert.ThrowsAnyAsync<Exception>(() => reading);
        Assert.True(isCancelled ? error is OperationCanceledException : error is GopherException { Kind: InternetErrorKind.ConnectionAborted }, error.ToString());
        Assert.False(file.IsComplete);
    }

    [Fact]
    public async Task Menu_that_was_not_opened_hands_out_nothing_of_its_request()
    {
        await using var session = new InternetSession(new InternetSessionOptions { Connector = (_, _, _) => throw new IOException("No connection.") });
        var menu = session.ConnectGopher("host.test").EnumerateAsync(new GopherLocator("host.test", "iThis is the request"), cancellationToken: Token);
        await using var items = menu.GetAsyncEnumerator(Token);
        _ = await Assert.ThrowsAnyAsync<InternetException>(async () => await items.MoveNextAsync());
        var error = await Assert.ThrowsAsync<GopherException>(async () => await items.MoveNextAsync());
        Assert.Equal(InternetErrorKind.ConnectionAborted, error.Kind);
    }

    [Fact]
    public async Task Two_reads_at_once_are_refused()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("abc"), Token);
        await using var file = await session.OpenAsync(Url, cancellationToken: Token);
        _ = await file.ReadAsync(new byte[3], Token);
        var reading = file.ReadAsync(new byte[3], Token).AsTask();
        await client.WhenReadPendingAsync().WaitAsync(Token);
        var error = Assert.Throws<GopherException>(() => file.Read(new byte[3]));
        Assert.Equal(InternetErrorKind.Busy, error.Kind);
        await server.Stream.WriteAsync(PeerConnection.Latin1("d"), Token);
        Assert.Equal(1, await reading);
        server.Dispose();
    }

    [Fact]
    public async Task Connection_is_closed_as_soon_as_the_content_is_over()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await using var session = Session(client);
        await server.Stream.WriteAsync(PeerConnection.Latin1("text\r\n.\r\n"), Token);
        await using var file = await session.OpenGopherAsync("gopher://host.test/0/a", null, Token);
        Assert.Equal("text\r\n", await file.ReadTextAsync(cancellationToken: Token));
        Assert.True(file.IsComplete);
        await AssertClosedAsync(server);
    }

    [Fact]
    public async Task Events_tell_the_phases_in_order()
    {
        var sink = new Sink();
        await using var peer = GopherPeer.Answering("text\r\n.\r\n");
        await using var session = new InternetSession();
        await using (var file = await session.OpenGopherAsync(peer.Url("/0/a"), new OpenOptions { StatusChanged = sink }, Token))
        {
            await file.CompleteAsync(Token);
        }

        Assert.Equal(
            [
                PhaseEventKind.Connecting, PhaseEventKind.Connected, PhaseEventKind.SendingRequest, PhaseEventKind.RequestSent, PhaseEventKind.ReceivingResponse, PhaseEventKind.ResponseReceived,
                PhaseEventKind.ContentReceived, PhaseEventKind.Completed, PhaseEventKind.ClosingConnection, PhaseEventKind.ConnectionClosed,
            ],
            sink.Events.Select(static told => told.Kind));
        Assert.Equal(4, sink.Events.Single(static told => told.Kind == PhaseEventKind.RequestSent).Bytes);
        Assert.Equal(9, sink.Events.Single(static told => told.Kind == PhaseEventKind.ContentReceived).Bytes);
    }

    private static async Task AssertClosedAsync(InMemoryConnection server)
    {
        // What is left of the request, then the end.
        var error = await Record.ExceptionAsync(() => server.Stream.CopyToAsync(Stream.Null, Token));
        Assert.True(error is null or IOException);
        server.Dispose();
    }

    private async Task AssertTimeoutAsync(Task waiting, TimeSpan limit, InternetTimeout which, InternetPhase phase)
    {
        _clock.Advance(limit - TimeSpan.FromMilliseconds(1));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(2));
        var error = await Assert.ThrowsAnyAsync<InternetException>(() => waiting);
        Assert.Equal((InternetErrorKind.Timeout, which, phase), (error.Kind, error.Timeout, error.Phase));
        Assert.StartsWith("host.test:70", error.EndPoint, StringComparison.Ordinal);
    }

    private InternetSession Session(InMemoryConnection client) => new(new InternetSessionOptions
    {
        TimeProvider = _clock,
        Connector = (_, _, _) => ValueTask.FromResult(client.Stream),
    });

    private sealed class Sink : IPhaseSink
    {
        public ConcurrentQueue<PhaseEvent> Events { get; } = new();

        public void OnPhase(in PhaseEvent phaseEvent) => Events.Enqueue(phaseEvent);
    }
}
