using System.Security.Cryptography.X509Certificates;
using HiPerf.Facade.Tests.Http;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;

namespace HiPerf.Facade.Tests.Dialing;

public class TlsHandshakeTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Trusted_certificate_for_the_host_is_accepted_and_its_connection_reused(string host)
    {
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            while (await connection.TryReadHeadAsync() is not null)
            {
                await connection.SendAsync(Ok);
            }
        });
        await using var session = Trusting(TestCertificate.ForLocalhost);
        for (var i = 0; i < 3; i++)
        {
            await using var file = await session.OpenHttpAsync(peer.Url("/", host, "https"), cancellationToken: Token);
            Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
        }

        Assert.Equal(1, peer.Accepted);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40_000)]
    public async Task Octets_behind_the_content_poison_the_connection(int size)
    {
        var content = new string('x', size);
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            // The head goes first, so that the content and what follows it are read apart from it and share a record.
            await connection.ReadHeadAsync();
            await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n");
            await connection.SendAsync(content + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
            await connection.ClosedAsync();
        });
        await using var session = Trusting(TestCertificate.ForLocalhost);
        await using (var file = await session.OpenHttpAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token))
        {
            Assert.Equal(content, await HttpBodyTests.ReadTextAsync(file));
        }

        Assert.Equal(0, session.IdleConnections);
    }

    [Fact]
    public async Task Certificate_nobody_trusts_is_rejected()
    {
        await using var peer = Peer(TestCertificate.ForLocalhost, connection => connection.SendAsync(Ok));
        await using var session = new InternetSession();
        var error = await FailAsync(session, peer);
        Assert.Equal(12045, error.NativeCode);
        Assert.Contains("not trusted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_for_another_host_is_rejected()
    {
        await using var peer = Peer(TestCertificate.ForAnotherHost, connection => connection.SendAsync(Ok));
        await using var session = Trusting(TestCertificate.ForAnotherHost);
        var error = await FailAsync(session, peer);
        Assert.Equal(12038, error.NativeCode);
        Assert.Contains("another host", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_out_of_its_time_is_rejected()
    {
        await using var peer = Peer(TestCertificate.Expired, connection => connection.SendAsync(Ok));
        await using var session = Trusting(TestCertificate.Expired);
        Assert.Equal(12037, (await FailAsync(session, peer)).NativeCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Callback_has_the_last_word(bool accepts)
    {
        TlsCertificateContext? seen = null;
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(Ok);
        });
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Tls = new TlsOptions
            {
                ValidateServerCertificate = context =>
                {
                    seen = context;
                    return accepts;
                },
            },
        });
        if (accepts)
        {
            await using var file = await session.OpenHttpAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token);
            Assert.Equal(200, file.StatusCode);
        }
        else
        {
            await FailAsync(session, peer);
        }

        Assert.Equal("localhost", seen?.Host);
        Assert.NotEqual(System.Net.Security.SslPolicyErrors.None, seen?.Errors);
    }

    [Fact]
    public async Task Peer_that_speaks_no_tls_fails_the_handshake()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.SendAsync(Ok);
            await connection.ClosedAsync();
        });
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () =>
            await session.OpenAsync(peer.Url("/", "127.0.0.1", "https"), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.TlsFailed, error.Kind);
        Assert.Equal(InternetPhase.TlsHandshake, error.Phase);
        Assert.Equal($"127.0.0.1:{peer.Port}", error.EndPoint);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_that_ends_with_the_connection_needs_a_farewell(bool farewell)
    {
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\n\r\nhello");
            await (farewell ? connection.FinAsync() : connection.FinWithoutCloseNotifyAsync());
        });
        await using var session = Trusting(TestCertificate.ForLocalhost);
        await using var file = await session.OpenHttpAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token);
        if (farewell)
        {
            Assert.Equal("hello", await HttpBodyTests.ReadTextAsync(file));
            Assert.True(file.LengthVerified);
            return;
        }

        var error = await Assert.ThrowsAnyAsync<InternetException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.Equal($"localhost:{peer.Port}", error.EndPoint);
        Assert.False(file.LengthVerified);
    }

    [Fact]
    public async Task Synchronous_reads_work_over_tls()
    {
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(HttpBodyTests.Response("chunked", new string('x', 100_000)), split: 30_000);
            await connection.ClosedAsync();
        });
        await using var session = Trusting(TestCertificate.ForLocalhost);
        await using var file = await session.OpenAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token);
        var text = new MemoryStream();
        file.CopyTo(text);
        Assert.Equal(100_000, text.Length);
    }

    [Fact]
    public async Task Redirect_from_https_to_http_is_refused()
    {
        await using var plain = ScriptedPeer.Answering(Ok);
        await using var peer = Peer(TestCertificate.ForLocalhost, async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync($"HTTP/1.1 301 Moved\r\nLocation: {plain.Url()}\r\nContent-Length: 0\r\n\r\n");
            await connection.ClosedAsync();
        });
        await using var session = Trusting(TestCertificate.ForLocalhost);
        var error = await Assert.ThrowsAnyAsync<HttpException>(async () =>
            await session.OpenAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.RedirectRefused, error.Kind);
        Assert.Equal(0, plain.Accepted);
    }

    private static async Task<InternetException> FailAsync(InternetSession session, ScriptedPeer peer)
    {
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () =>
            await session.OpenAsync(peer.Url("/", "localhost", "https"), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.CertificateRejected, error.Kind);
        Assert.Equal($"localhost:{peer.Port}", error.EndPoint);
        return error;
    }

    private static InternetSession Trusting(X509Certificate2 root) =>
        new(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [root] } });

    private static ScriptedPeer Peer(X509Certificate2 certificate, Func<PeerConnection, Task> script) => ScriptedPeer.Start(async connection =>
    {
        await connection.TlsAsync(certificate);
        await script(connection);
    });
}
