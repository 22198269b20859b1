using HiPerf.Facade.Tests.Http;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests;

public class InternetSessionTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mailto:a@example.com")]
    [InlineData("telnet://example.com/")]
    [InlineData("x:y")]
    public async Task Unknown_scheme_is_not_supported(string url)
    {
        await using var session = new InternetSession();
        await Assert.ThrowsAsync<NotSupportedException>(async () => await session.OpenAsync(url, cancellationToken: Token));
        Assert.Throws<NotSupportedException>(() => session.EnumerateAsync(url, cancellationToken: Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("relative/path")]
    [InlineData("http://")]
    [InlineData("http://a:99999/")]
    public async Task Text_that_is_no_absolute_url_is_a_format_error(string url)
    {
        await using var session = new InternetSession();
        await Assert.ThrowsAsync<UriFormatException>(async () => await session.OpenAsync(url, cancellationToken: Token));
    }

    [Fact]
    public async Task Typed_openers_refuse_other_schemes()
    {
        await using var session = new InternetSession();
        await Assert.ThrowsAsync<NotSupportedException>(async () => await session.OpenHttpAsync("file:///etc/hostname", cancellationToken: Token));
        Assert.Throws<NotSupportedException>(() => session.OpenLocal("http://localhost/"));
        Assert.Throws<NotSupportedException>(() => session.EnumerateAsync("http://localhost/", cancellationToken: Token));
    }

    [Fact]
    public async Task String_and_uri_open_the_same()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession();
        await using var byText = await session.OpenAsync(peer.Url("/a"), cancellationToken: Token);
        await using var byUri = await session.OpenAsync(new Uri(peer.Url("/a")), cancellationToken: Token);
        Assert.IsType<HttpFile>(byText);
        Assert.Equal(byText.Url, byUri.Url);
    }

    [Fact]
    public async Task Context_of_the_opening_hides_that_of_the_session()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession(new InternetSessionOptions { Context = "session" });
        await using var inherited = await session.OpenAsync(peer.Url(), cancellationToken: Token);
        await using var own = await session.OpenAsync(peer.Url(), new OpenOptions { Context = "file" }, Token);
        Assert.Equal("session", inherited.Context);
        Assert.Equal("file", own.Context);
    }

    [Fact]
    public async Task Connection_opens_targets_of_its_origin_without_traffic_before()
    {
        var heads = new List<string>();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            while (await connection.TryReadHeadAsync() is { } head)
            {
                heads.Add(head);
                await connection.SendAsync(Ok);
            }
        });
        await using var session = new InternetSession();
        var connection = session.ConnectHttp("127.0.0.1", new HttpConnectOptions { Port = peer.Port, UseTls = false, UserName = "u", Password = "p:w" });
        Assert.Equal(0, peer.Accepted);
        Assert.Equal(peer.Port, connection.Port);
        foreach (var target in new[] { "/a?b", "//c" })
        {
            await using var file = await connection.OpenAsync(target, cancellationToken: Token);
            Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
        }

        Assert.Equal(1, peer.Accepted);
        Assert.StartsWith("GET /a?b HTTP/1.1\r\n", heads[0], StringComparison.Ordinal);
        Assert.StartsWith("GET //c HTTP/1.1\r\n", heads[1], StringComparison.Ordinal);
        Assert.All(heads, head => Assert.Contains("Authorization: Basic dTpwOnc=\r\n", head));
        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.OpenAsync("http://evil/", cancellationToken: Token));
    }

    [Theory]
    [InlineData("host/path")]
    [InlineData("good.test@evil.test")]
    [InlineData("host#x")]
    [InlineData("host?x")]
    [InlineData("ho\tst")]
    [InlineData("ho st")]
    [InlineData("host:8080")]
    [InlineData("[::1")]
    public void Connection_to_more_or_less_than_a_host_is_refused(string host)
    {
        using var session = new InternetSession();
        Assert.ThrowsAny<ArgumentException>(() => session.ConnectHttp(host));
        Assert.ThrowsAny<ArgumentException>(() => session.ConnectHttp("host.test", new HttpConnectOptions { Port = 65536 }));
    }

    [Fact]
    public async Task Phase_events_come_in_order()
    {
        var sink = new RecordingSink();
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession(new InternetSessionOptions { StatusChanged = sink });
        await using (var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token))
        {
            await file.CompleteAsync(Token);
            Assert.True(file.Timings.Total > TimeSpan.Zero);
        }

        Assert.Equal(
            [
                PhaseEventKind.Connecting, PhaseEventKind.Connected, PhaseEventKind.SendingRequest, PhaseEventKind.RequestSent,
                PhaseEventKind.ReceivingResponse, PhaseEventKind.ResponseReceived, PhaseEventKind.ContentReceived, PhaseEventKind.Completed,
            ],
            sink.Kinds);
        sink.Kinds.Clear();
        await using (var file = await session.OpenAsync(peer.Url(), cancellationToken: Token))
        {
            await file.CompleteAsync(Token);
        }

        Assert.Equal(PhaseEventKind.ConnectionReused, sink.Kinds[0]);
        sink.Kinds.Clear();
        await session.DisposeAsync();
        Assert.Equal([PhaseEventKind.ClosingConnection, PhaseEventKind.ConnectionClosed], sink.Kinds);
    }

    [Fact]
    public async Task Failed_exchange_is_completed_and_its_connection_closed()
    {
        var sink = new RecordingSink();
        await using var peer = ScriptedPeer.Once("nonsense\r\n\r\n");
        await using var session = new InternetSession();
        await Assert.ThrowsAnyAsync<InternetException>(async () =>
            await session.OpenAsync(peer.Url(), new OpenOptions { StatusChanged = sink }, Token));
        Assert.Equal([PhaseEventKind.Completed, PhaseEventKind.ClosingConnection, PhaseEventKind.ConnectionClosed], sink.Kinds[^3..]);
    }

    [Fact]
    public void Limits_out_of_range_are_refused_at_once()
    {
        Assert.ThrowsAny<ArgumentException>(() => new InternetSession(new InternetSessionOptions { MaxRedirects = -1 }));
        Assert.ThrowsAny<ArgumentException>(() => new InternetSession(new InternetSessionOptions { Timeouts = new InternetTimeouts { Connect = TimeSpan.Zero } }));
        Assert.ThrowsAny<ArgumentException>(() => new InternetSession(new InternetSessionOptions { Pool = new ConnectionPoolOptions { MaxIdle = -1 } }));
    }

    [Fact]
    public async Task Disposed_file_keeps_what_it_knows_and_refuses_to_be_read()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession();
        var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        await file.CompleteAsync(Token);
        var headers = file.Headers;
        await file.DisposeAsync();
        await file.DisposeAsync();
        Assert.Equal(200, file.StatusCode);
        Assert.True(file.IsComplete);
        Assert.True(file.LengthVerified);
        Assert.Throws<ObjectDisposedException>(() => headers.Count);
        Assert.Throws<ObjectDisposedException>(() => file.ReadByte());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await file.ReopenAsync(Token));
    }

    private sealed class RecordingSink : IPhaseSink
    {
        public List<PhaseEventKind> Kinds { get; } = [];

        public void OnPhase(in PhaseEvent phaseEvent) => Kinds.Add(phaseEvent.Kind);
    }
}
