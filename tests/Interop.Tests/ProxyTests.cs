using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Http;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>Our client on nginx through squid, tinyproxy and Dante.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Squid_forwards_http_and_tunnels_https(string host, bool asksWho)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using SquidPeer squid = await SquidPeer.StartAsync(asksWho);
        await AssertReadsAsync(nginx, host, asksWho
            ? new ProxyServer(ProxyKind.Http, "127.0.0.1", squid.Port, SquidPeer.User, SquidPeer.Password)
            : new ProxyServer(ProxyKind.Http, "127.0.0.1", squid.Port));
    }

    [Fact]
    public async Task Squid_refuses_who_has_the_wrong_password_or_none()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using SquidPeer squid = await SquidPeer.StartAsync(asksWho: true);
        foreach (ProxyServer proxy in (ProxyServer[])
        [
            new(ProxyKind.Http, "127.0.0.1", squid.Port),
            new(ProxyKind.Http, "127.0.0.1", squid.Port, SquidPeer.User, "wrong"),
        ])
        {
            await using InternetSession session = Through(nginx, proxy);
            ProxyException refused = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync(nginx.Https, cancellationToken: Token));
            Assert.Equal((InternetErrorKind.AuthenticationFailed, 407), (refused.Kind, refused.ReplyCode));
            await using HttpFile file = await session.OpenHttpAsync(nginx.Http, cancellationToken: Token);
            Assert.Equal(407, file.StatusCode);
        }
    }

    [Fact]
    public async Task Squid_says_what_it_forbids_and_what_it_cannot_reach()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using SquidPeer squid = await SquidPeer.StartAsync(asksWho: false);
        await using InternetSession session = Through(nginx, new ProxyServer(ProxyKind.Http, "127.0.0.1", squid.Port));
        ProxyException forbidden = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync("https://forbidden.localhost/", cancellationToken: Token));
        Assert.Equal((InternetErrorKind.AccessDenied, 403), (forbidden.Kind, forbidden.ReplyCode));
        using Socket unused = Bound();
        ProxyException dead = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync($"https://127.0.0.1:{PortOf(unused)}/", cancellationToken: Token));
        Assert.Equal((InternetErrorKind.ProxyFailed, 503), (dead.Kind, dead.ReplyCode));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Tinyproxy_forwards_http_and_tunnels_https(string host)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using TinyproxyPeer tinyproxy = await TinyproxyPeer.StartAsync();
        await AssertReadsAsync(nginx, host, new ProxyServer(ProxyKind.Http, "127.0.0.1", tinyproxy.Port, TinyproxyPeer.User, TinyproxyPeer.Password));
    }

    [Fact]
    public async Task Tinyproxy_refuses_who_has_the_wrong_password()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using TinyproxyPeer tinyproxy = await TinyproxyPeer.StartAsync();
        await using InternetSession session = Through(nginx, new ProxyServer(ProxyKind.Http, "127.0.0.1", tinyproxy.Port, TinyproxyPeer.User, "wrong"));
        ProxyException refused = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync(nginx.Https, cancellationToken: Token));
        Assert.Equal(InternetErrorKind.AuthenticationFailed, refused.Kind);
    }

    // Dante 1.4.2 takes the 0.0.0.1 of a SOCKS4a request for an address, so names are tried with SOCKS5, and with SOCKS4, which looks them up on this side.
    [Theory]
    [InlineData(ProxyKind.Socks4, "127.0.0.1")]
    [InlineData(ProxyKind.Socks4, "localhost")]
    [InlineData(ProxyKind.Socks4a, "127.0.0.1")]
    [InlineData(ProxyKind.Socks5, "127.0.0.1")]
    [InlineData(ProxyKind.Socks5, "localhost")]
    public async Task Dante_tunnels_http_and_https(ProxyKind kind, string host)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using DantePeer dante = await DantePeer.StartAsync();
        await AssertReadsAsync(nginx, host, new ProxyServer(kind, "127.0.0.1", dante.Port));
    }

    [Fact]
    public async Task Dante_says_what_it_forbids_and_what_it_cannot_reach()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using DantePeer dante = await DantePeer.StartAsync();
        await using InternetSession session = Through(nginx, new ProxyServer(ProxyKind.Socks5, "127.0.0.1", dante.Port));
        ProxyException forbidden = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync("http://127.0.0.2:1/", cancellationToken: Token));
        Assert.Equal((InternetErrorKind.AccessDenied, 2), (forbidden.Kind, forbidden.ReplyCode));
        using Socket unused = Bound();
        ProxyException dead = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync($"http://127.0.0.1:{PortOf(unused)}/", cancellationToken: Token));
        Assert.Equal((InternetErrorKind.CannotConnect, 5), (dead.Kind, dead.ReplyCode));
    }

    [Fact]
    public async Task Dante_that_asks_who_refuses_strangers_and_those_it_does_not_know()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using DantePeer dante = await DantePeer.StartAsync(asksWho: true);
        foreach (ProxyServer proxy in (ProxyServer[])
        [
            new(ProxyKind.Socks5, "127.0.0.1", dante.Port),
            new(ProxyKind.Socks5, "127.0.0.1", dante.Port, "nobody-here", "wrong"),
        ])
        {
            await using InternetSession session = Through(nginx, proxy);
            ProxyException refused = await Assert.ThrowsAsync<ProxyException>(async () => await session.OpenAsync(nginx.Http, cancellationToken: Token));
            Assert.Equal(InternetErrorKind.AuthenticationFailed, refused.Kind);
        }
    }

    private static async Task AssertReadsAsync(NginxPeer nginx, string host, ProxyServer proxy)
    {
        await Content.WriteAsync(Path.Combine(nginx.Root, "file.bin"), 1_000_000);
        string expected = await Content.HashAsync(Path.Combine(nginx.Root, "file.bin"));
        await using InternetSession session = Through(nginx, proxy);
        foreach (Uri root in (Uri[])[nginx.Http, nginx.Https])
        {
            var url = new UriBuilder(root) { Host = host, Path = "/file.bin" };
            for (int i = 0; i < 2; i++)
            {
                await using HttpFile file = await session.OpenHttpAsync(url.Uri, cancellationToken: Token);
                file.EnsureSuccess();
                Assert.Equal(expected, await Content.HashAsync(file));
                Assert.True(file.LengthVerified);
            }
        }
    }

    private static InternetSession Through(NginxPeer nginx, ProxyServer proxy) => new(new InternetSessionOptions
    {
        Tls = new TlsOptions { TrustedRoots = new X509Certificate2Collection(nginx.Authority.Root) },
        Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Default = proxy, BypassLoopback = false, Bypass = [] },
    });

    // Bound and not listening: nobody else gets it, and nobody answers.
    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static int PortOf(Socket socket) => ((IPEndPoint)socket.LocalEndPoint!).Port;
}
