using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using HiPerf.Http;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>Our client on nginx.</summary>
public sealed class NginxTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(65_536)]
    [InlineData(8_388_609)]
    public async Task Client_reads_files_of_any_size_over_http_and_https_chunked_and_not(long length)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await Content.WriteAsync(Path.Combine(nginx.Root, "file.bin"), length);
        string expected = await Content.HashAsync(Path.Combine(nginx.Root, "file.bin"));
        await using InternetSession session = Session(nginx);
        foreach (Uri root in (Uri[])[nginx.Http, nginx.Https])
        {
            foreach (string path in (string[])["file.bin", "chunked/file.bin"])
            {
                await using HttpFile file = await session.OpenHttpAsync(new Uri(root, path), cancellationToken: TestContext.Current.CancellationToken);
                file.EnsureSuccess();
                Assert.Equal(path == "file.bin" ? length : null, file.ContentLength);
                Assert.Equal(expected, await Content.HashAsync(file));
                Assert.True(file.LengthVerified);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("chunked/")]
    public async Task Client_reads_a_gibibyte(string folder)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await Content.WriteAsync(Path.Combine(nginx.Root, "file.bin"), 1L << 30);
        await using InternetSession session = Session(nginx);
        await using HttpFile file = await session.OpenHttpAsync(new Uri(nginx.Http, folder + "file.bin"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(await Content.HashAsync(Path.Combine(nginx.Root, "file.bin")), await Content.HashAsync(file));
    }

    [Fact]
    public async Task Client_keeps_one_connection_for_many_requests()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await Content.WriteAsync(Path.Combine(nginx.Root, "file.bin"), 1024);
        await using InternetSession session = Session(nginx);
        for (int i = 0; i < 300; i++)
        {
            await using HttpFile file = await session.OpenHttpAsync(new Uri(nginx.Https, "file.bin"), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(1024, (await Content.ReadAllAsync(file)).Length);
        }

        Assert.Equal(1, session.IdleConnections);
    }

    [Fact]
    public async Task Missing_file_is_an_answer_and_EnsureSuccess_throws()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using InternetSession session = Session(nginx);
        await using HttpFile file = await session.OpenHttpAsync(new Uri(nginx.Http, "none"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)file.StatusCode);
        Assert.ThrowsAny<InternetException>(() => file.EnsureSuccess());
    }

    [Fact]
    public async Task Redirects_are_followed_within_their_rules()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(nginx.Root, "index.html"), "here", TestContext.Current.CancellationToken);
        await using InternetSession session = Session(nginx);
        await using (HttpFile file = await session.OpenHttpAsync(new Uri(nginx.Http, "old/"), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("here"u8.ToArray(), await Content.ReadAllAsync(file));
            Assert.Equal(nginx.Http.AbsoluteUri, file.Url.Href);
        }

        InternetException loop = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(new Uri(nginx.Http, "loop"), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(InternetErrorKind.TooManyRedirects, loop.Kind);
        InternetException foreign = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(new Uri(nginx.Http, "to-file"), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(InternetErrorKind.RedirectRefused, foreign.Kind);
    }

    [Fact]
    public async Task Unknown_authority_is_refused()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await using var session = new InternetSession();
        InternetException refused = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(nginx.Https, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(InternetErrorKind.CertificateRejected, refused.Kind);
    }

    [Fact]
    public async Task Certificate_of_another_name_is_refused()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        var other = new UriBuilder(nginx.Https) { Host = "other.example" };
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Tls = new TlsOptions { TrustedRoots = [nginx.Authority.Root] },
            Connector = static async (_, port, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        InternetException refused = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(other.Uri, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(InternetErrorKind.CertificateRejected, refused.Kind);
    }

    private static InternetSession Session(NginxPeer nginx) =>
        new(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = new X509Certificate2Collection(nginx.Authority.Root) } });
}
