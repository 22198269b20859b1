using System.Net;
using System.Net.Sockets;
using System.Text;
using HiPerf.Facade.Tests.Http;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Dialing;

/// <summary>Sessions and dialler with proxies on loopback; what a proxy may answer is tried in <see cref="Proxies"/>.</summary>
public class DialerProxyTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private const string Established = "HTTP/1.1 200 Connection established\r\n\r\n";

    private static readonly PhaseListener Deaf = new(null, TimeProvider.System, null);

    private readonly ManualClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Http_goes_to_an_http_proxy_in_absolute_form_on_a_kept_connection()
    {
        List<string> heads = [];
        await using var peer = Answering(heads);
        await using var session = Through(new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port, "Aladdin", "open sesame"));
        for (var i = 0; i < 2; i++)
        {
            await using var file = await session.OpenHttpAsync("http://user:password@host.test:81/a?b", cancellationToken: Token);
            Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
            Assert.Equal("http://user:password@host.test:81/a?b", file.Url.Href);
        }

        Assert.Equal(1, peer.Accepted);
        Assert.All(heads, head => Assert.StartsWith(
            "GET http://host.test:81/a?b HTTP/1.1\r\nHost: host.test:81\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n", head, StringComparison.Ordinal));
        Assert.All(heads, head => Assert.Contains("\r\nAuthorization: Basic ", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reopening_at_another_target_stays_in_absolute_form()
    {
        List<string> heads = [];
        await using var peer = Answering(heads);
        await using var session = Through(new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port));
        await using var file = await session.OpenHttpAsync("http://host.test/a", cancellationToken: Token);
        await file.CompleteAsync(Token);
        await file.ReopenAsync("/b?c", Token);
        Assert.StartsWith("GET http://host.test/b?c HTTP/1.1\r\nHost: host.test\r\n", heads[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy-Authorization", heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_407_is_an_answer()
    {
        await using var peer = ScriptedPeer.Answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        await using var session = Through(new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port));
        await using var file = await session.OpenHttpAsync("http://host.test/", cancellationToken: Token);
        Assert.Equal(407, file.StatusCode);
        Assert.Equal(InternetErrorKind.AuthenticationFailed, Assert.Throws<HttpException>(() => file.EnsureSuccess()).Kind);
    }

    [Fact]
    public async Task Https_goes_through_a_tunnel_and_the_proxys_credentials_stay_outside()
    {
        string connect = string.Empty, inner = string.Empty;
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            connect = await connection.ReadHeadAsync();
            await connection.SendAsync(Established);
            await connection.TlsAsync(TestCertificate.ForLocalhost);
            inner = await connection.ReadHeadAsync();
            await connection.SendAsync(Ok);
            await connection.ClosedAsync();
        });
        await using var session = Through(new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port, "Aladdin", "open sesame"));
        await using var file = await session.OpenHttpAsync("https://user:password@localhost:4433/a", cancellationToken: Token);
        Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
        Assert.Equal("CONNECT localhost:4433 HTTP/1.1\r\nHost: localhost:4433\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n\r\n", connect);
        Assert.StartsWith("GET /a HTTP/1.1\r\nHost: localhost:4433\r\n", inner, StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy-Authorization", inner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tunnel_of_a_proxy_that_answers_for_the_host_fails_by_the_certificate()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(Established);
            await connection.TlsAsync(TestCertificate.ForAnotherHost);
            await connection.ClosedAsync();
        });
        await using var session = Through(new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port));
        var error = await FailAsync(session, "https://localhost:4433/");
        Assert.Equal((InternetErrorKind.CertificateRejected, "localhost:4433"), (error.Kind, error.EndPoint));
    }

    [Fact]
    public async Task Redirect_chooses_its_proxy_anew_and_leaves_the_credentials_of_the_last_one_behind()
    {
        List<string> heads = [];
        await using var second = Answering(heads);
        await using var first = ScriptedPeer.Answering($"HTTP/1.1 302 Found\r\nLocation: http://direct.localhost:{second.Port}/\r\nContent-Length: 0\r\n\r\n");
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Http = new ProxyServer(ProxyKind.Http, "127.0.0.1", first.Port, "user", "secret"), Bypass = ["*.localhost"] },
            Connector = ToLoopbackAsync,
        });
        await using var file = await session.OpenHttpAsync("http://host.test/", cancellationToken: Token);
        Assert.Equal(200, file.StatusCode);
        Assert.StartsWith("GET / HTTP/1.1\r\n", Assert.Single(heads), StringComparison.Ordinal);
        Assert.DoesNotContain("Proxy-Authorization", heads[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loopback_goes_direct_by_default()
    {
        await using var proxy = ScriptedPeer.Answering(Ok);
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Default = new ProxyServer(ProxyKind.Http, "127.0.0.1", proxy.Port) },
        });
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal((0, 1), (proxy.Accepted, peer.Accepted));
    }

    [Fact]
    public void Key_holds_the_proxy_and_who_asks_it()
    {
        ConnectionKey[] keys =
        [
            KeyThrough(null),
            KeyThrough(new ProxyServer(ProxyKind.Http, "p", 1)),
            KeyThrough(new ProxyServer(ProxyKind.Socks5, "p", 1)),
            KeyThrough(new ProxyServer(ProxyKind.Http, "p", 1, "a", "b")),
            KeyThrough(new ProxyServer(ProxyKind.Http, "p", 1, "a", "c")),
            KeyThrough(new ProxyServer(ProxyKind.Http, "p", 1, "b", "b")),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[3], KeyThrough(new ProxyServer(ProxyKind.Http, "p", 1, "a", "b")));
        Assert.All(keys, key => Assert.True(key.IsSameOrigin(keys[0])));
    }

    [Theory]
    [InlineData(ProxyKind.Http)]
    [InlineData(ProxyKind.Socks4a)]
    [InlineData(ProxyKind.Socks5)]
    [InlineData(ProxyKind.FtpUserAtHost)]
    public async Task Proxy_that_is_not_there_is_the_proxys_failure(ProxyKind kind)
    {
        var proxy = new ProxyServer(kind, "127.0.0.1", UnusedPort());
        foreach (var scheme in kind == ProxyKind.FtpUserAtHost ? (string[])["ftp"] : ["http", "https", "ftp"])
        {
            var key = new ConnectionKey(scheme, "host.test", 80, null, proxy);
            var error = await Assert.ThrowsAsync<ProxyException>(async () => await new Dialer(new InternetSessionOptions()).ConnectAsync(key, new InternetTimeouts(), Deaf, Token));
            Assert.Equal((InternetErrorKind.ProxyFailed, InternetPhase.ConnectingProxy, scheme), (error.Kind, error.Phase, error.Protocol));
            Assert.Equal($"127.0.0.1:{proxy.Port}", error.EndPoint);
            Assert.Equal(InternetErrorKind.CannotConnect, Assert.IsType<InternetException>(error.InnerException).Kind);
        }
    }

    [Theory]
    [InlineData(ProxyKind.Http)]
    [InlineData(ProxyKind.Socks4a)]
    [InlineData(ProxyKind.Socks5)]
    public async Task Proxy_that_stays_silent_runs_into_the_connect_limit(ProxyKind kind)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        var dialing = DialInMemory(client, new ProxyServer(kind, "proxy.test"), Token);
        await client.WhenReadPendingAsync().WaitAsync(Token);
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(dialing.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        var error = await Assert.ThrowsAsync<InternetException>(() => dialing);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Connect, InternetPhase.ConnectingProxy), (error.Kind, error.Timeout, error.Phase));
        Assert.Contains("proxy.test", error.Message, StringComparison.Ordinal);
        server.Dispose();
    }

    [Theory]
    [InlineData(ProxyKind.Http)]
    [InlineData(ProxyKind.Socks4a)]
    [InlineData(ProxyKind.Socks5)]
    public async Task Cancelled_dialling_closes_the_connection_to_the_proxy(ProxyKind kind)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        using var source = new CancellationTokenSource();
        var dialing = DialInMemory(client, new ProxyServer(kind, "proxy.test"), source.Token);
        await client.WhenReadPendingAsync().WaitAsync(Token);
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dialing);
        Assert.Equal(source.Token, error.CancellationToken);
        await AssertClosedAsync(client, server);
    }

    [Theory]
    [InlineData(ProxyKind.Http)]
    [InlineData(ProxyKind.Socks4a)]
    [InlineData(ProxyKind.Socks5)]
    public async Task Connection_that_breaks_is_the_proxys_failure(ProxyKind kind)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        var dialing = DialInMemory(client, new ProxyServer(kind, "proxy.test"), Token);
        await client.WhenReadPendingAsync().WaitAsync(Token);
        server.Reset();
        var error = await Assert.ThrowsAsync<ProxyException>(() => dialing);
        Assert.Equal((InternetErrorKind.ProxyFailed, InternetPhase.ConnectingProxy), (error.Kind, error.Phase));
    }

    [Theory]
    [InlineData("host\r\nX: y")]
    [InlineData("ho st")]
    [InlineData("host\0")]
    [InlineData("hôst")]
    [InlineData("")]
    public async Task Host_that_is_none_is_refused_before_the_proxy_is_connected_to(string host)
    {
        foreach (var kind in (ProxyKind[])[ProxyKind.Http, ProxyKind.Socks4, ProxyKind.Socks4a, ProxyKind.Socks5])
        {
            var asked = false;
            var dialer = new Dialer(new InternetSessionOptions
            {
                Connector = (_, _, _) =>
                {
                    asked = true;
                    return new ValueTask<Stream>(Stream.Null);
                },
            });
            var key = new ConnectionKey("https", host, 443, null, new ProxyServer(kind, "proxy.test"));
            await Assert.ThrowsAsync<ArgumentException>(async () => await dialer.ConnectAsync(key, new InternetTimeouts(), Deaf, Token));
            Assert.False(asked);
        }
    }

    [Fact]
    public async Task Host_no_request_line_can_name_is_refused_before_anything_is_sent()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        var dialer = new Dialer(new InternetSessionOptions { Connector = (_, _, _) => new ValueTask<Stream>(client.Stream) });
        var key = new ConnectionKey("https", "user@host", 443, null, new ProxyServer(ProxyKind.Http, "proxy.test"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await dialer.ConnectAsync(key, new InternetTimeouts(), Deaf, Token));
        Assert.Equal(0, client.BytesWritten);
        server.Dispose();
    }

    [Fact]
    public async Task Data_connection_goes_through_the_proxy_of_its_control_connection_by_name_and_port()
    {
        List<string> heads = [];
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            heads.Add(await connection.ReadHeadAsync());
            await connection.SendAsync(Established);
            await connection.ClosedAsync();
        });
        var dialer = new Dialer(new InternetSessionOptions());
        var key = new ConnectionKey("ftp", "host.test", 21, null, new ProxyServer(ProxyKind.Http, "127.0.0.1", peer.Port));
        var control = await dialer.ConnectAsync(key, new InternetTimeouts(), Deaf, Token);
        var data = await dialer.ConnectAsync(key, control.PeerAt(50_000), new InternetTimeouts(), Deaf, Token);
        Assert.Equal(new DnsEndPoint("host.test", 50_000), data.Peer);
        Assert.Equal(["CONNECT host.test:21 HTTP/1.1", "CONNECT host.test:50000 HTTP/1.1"], heads.Select(static head => head.Split('\r')[0]));
        await control.Stream.DisposeAsync();
        await data.Stream.DisposeAsync();
    }

    [Fact]
    public async Task Ftp_proxy_is_connected_to_with_no_handshake_and_its_data_connections_are_direct()
    {
        await using var control = ScriptedPeer.Start(async connection =>
        {
            await connection.SendAsync("220 ready\r\n");
            await connection.ClosedAsync();
        });
        await using var data = ScriptedPeer.Start(connection => connection.ClosedAsync());
        var dialer = new Dialer(new InternetSessionOptions
        {
            Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Ftp = new ProxyServer(ProxyKind.FtpUserAtHost, "127.0.0.1", control.Port) },
        });
        var key = dialer.KeyOf("ftp", "host.test", 21, usesTls: false);
        Assert.Equal(ProxyKind.FtpUserAtHost, key.Proxy?.Kind);
        var dialed = await dialer.ConnectAsync(key, new InternetTimeouts(), Deaf, Token);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, control.Port), dialed.Peer);
        var greeting = new byte[11];
        await dialed.Stream.ReadExactlyAsync(greeting, Token);
        Assert.Equal("220 ready\r\n", Encoding.ASCII.GetString(greeting));
        var second = await dialer.ConnectAsync(key, dialed.PeerAt(data.Port), new InternetTimeouts(), Deaf, Token);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, data.Port), second.Peer);
        await dialed.Stream.DisposeAsync();
        await second.Stream.DisposeAsync();
    }

    [Fact]
    public async Task Peer_that_is_given_is_connected_to_and_not_the_host()
    {
        await using var peer = ScriptedPeer.Start(connection => connection.ClosedAsync());
        var dialer = new Dialer(new InternetSessionOptions());
        var key = dialer.KeyOf("ftp", "host.invalid", 21, usesTls: false);
        var dialed = await dialer.ConnectAsync(key, new IPEndPoint(IPAddress.Loopback, peer.Port), new InternetTimeouts(), Deaf, Token);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, peer.Port), dialed.Peer);
        await dialed.Stream.DisposeAsync();
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await dialer.ConnectAsync(key, new UnixDomainSocketEndPoint("/none"), new InternetTimeouts(), Deaf, Token));
    }

    [Fact]
    public void Connector_is_not_sent_to_the_environments_proxies()
    {
        static string? Environment(string name) => name == "all_proxy" ? "http://proxy.test" : null;
        Assert.NotNull(new Dialer(new InternetSessionOptions(), Environment).KeyOf("http", "host.test", 80, usesTls: false).Proxy);
        var options = new InternetSessionOptions { Connector = (_, _, _) => new ValueTask<Stream>(Stream.Null) };
        Assert.Null(new Dialer(options, Environment).KeyOf("http", "host.test", 80, usesTls: false).Proxy);
    }

    [Fact]
    public void Sessions_through_proxies_leave_no_ticket_unless_the_protocol_needs_them()
    {
        var key = new ConnectionKey("https", "host.test", 443, new TlsOptions());
        var through = key with { Proxy = new ProxyServer(ProxyKind.Http, "p") };
        Assert.True(TlsClientOptions.Make(key, null).AllowTlsResume);
        Assert.False(TlsClientOptions.Make(through, null).AllowTlsResume);
        Assert.True(TlsClientOptions.Make(through, null, "host.test").AllowTlsResume);
    }

    private static async Task AssertClosedAsync(InMemoryConnection client, InMemoryConnection server)
    {
        var sent = new byte[client.BytesWritten];
        await server.Stream.ReadExactlyAsync(sent, Token);
        Assert.Equal(0, await server.Stream.ReadAsync(new byte[1], Token));
    }

    private Task<DialedTransport> DialInMemory(InMemoryConnection client, ProxyServer proxy, CancellationToken cancellationToken)
    {
        var dialer = new Dialer(new InternetSessionOptions { TimeProvider = _clock, Connector = (_, _, _) => new ValueTask<Stream>(client.Stream) });
        return dialer.ConnectAsync(new ConnectionKey("https", "host.test", 443, null, proxy), new InternetTimeouts(), Deaf, cancellationToken).AsTask();
    }

    private static InternetSession Through(ProxyServer proxy) => new(new InternetSessionOptions
    {
        Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Default = proxy, BypassLoopback = false, Bypass = [] },
        Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost, TestCertificate.ForAnotherHost] },
    });

    private static ConnectionKey KeyThrough(ProxyServer? proxy) => new("https", "host.test", 443, null, proxy);

    private static async Task<InternetException> FailAsync(InternetSession session, string url) =>
        await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(url, cancellationToken: Token));

    private static ScriptedPeer Answering(List<string> heads) => ScriptedPeer.Start(async connection =>
    {
        while (await connection.TryReadHeadAsync() is { } head)
        {
            heads.Add(head);
            await connection.SendAsync(Ok);
        }
    });

    private static async ValueTask<Stream> ToLoopbackAsync(string host, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    // Bound and not listening: nobody else gets it, and nobody answers.
    private static readonly Socket s_unused = Bound();

    private static int UnusedPort() => ((IPEndPoint)s_unused.LocalEndPoint!).Port;

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
