using HiPerf.Gopher;
using HiPerf.Interop.Tests.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>Gopher over TLS: pygopherd's own, and a front before gophernicus.</summary>
public sealed class GophersTests(SharedGopherPeers peers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Front_that_ends_TLS_proves_that_the_file_is_whole()
    {
        using var authority = new TestAuthority();
        await using TlsFront front = await TlsFront.StartAsync(authority, (await peers.GetAsync(GopherServer.Gophernicus)).Port);
        await using InternetSession session = SessionOf(authority);
        GopherConnection gopher = session.ConnectGopher("localhost", new GopherConnectOptions { Port = front.Port, UseTls = true });
        await using GopherFile file = await gopher.OpenAsync(gopher.CreateLocator("/tree/mega.bin", GopherItemType.Binary), cancellationToken: Token);
        FtpFileSteps.AssertSame(GopherTree.Files["mega.bin"], await Content.ReadAllAsync(file));
        Assert.True(file.LengthVerified);
        GopherItem found = Assert.Single(await gopher.ListAsync(gopher.CreateLocator("/cgi-bin/find", GopherItemType.Search), "words"), item => item.Type == GopherItemType.Text);
        Assert.Equal("found words", found.Name);
    }

    [Fact]
    public async Task Server_that_drops_TLS_is_believed_where_it_counted_and_nowhere_else()
    {
        // pygopherd closes the socket without close_notify, and puts no dots: whether more was to come nobody can say.
        GopherPeer peer = await peers.GetAsync(GopherServer.Pygopherd);
        await using InternetSession session = SessionOf(peer.Authority);
        GopherConnection gopher = session.ConnectGopher("127.0.0.1", new GopherConnectOptions { Port = peer.Port, UseTls = true });
        List<GopherItem> items = [];
        InternetException cut = await Assert.ThrowsAnyAsync<InternetException>(async () =>
        {
            await foreach (GopherItem item in gopher.EnumerateAsync(gopher.CreateLocator("/tree/sub folder")))
            {
                items.Add(item);
            }
        });
        Assert.Equal(InternetErrorKind.Truncated, cut.Kind);

        // A menu has no word for TLS: what a menu over TLS says of its own server is had over TLS.
        GopherItem file = Assert.Single(items, item => item.Name == "-dash.bin");
        Assert.True(file.Locator!.UsesTls);
        Assert.StartsWith("gophers://", file.Url.Href, StringComparison.Ordinal);
        cut = await Assert.ThrowsAnyAsync<InternetException>(() => gopher.ReadAllAsync(file));
        Assert.Equal(InternetErrorKind.Truncated, cut.Kind);
        await using GopherFile counted = await gopher.OpenAsync(file.Locator, new GopherOpenOptions { View = "application/octet-stream" }, Token);
        FtpFileSteps.AssertSame(GopherTree.Files["sub folder/-dash.bin"], await Content.ReadAllAsync(counted));
        Assert.True(counted.LengthVerified);
    }

    [Fact]
    public async Task Unknown_authority_and_plain_port_are_refused()
    {
        GopherPeer pygopherd = await peers.GetAsync(GopherServer.Pygopherd);
        await using var session = new InternetSession();
        InternetException unknown = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenGopherAsync($"gophers://localhost:{pygopherd.Port}/0/tree/text.txt", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.CertificateRejected, unknown.Kind);
        GopherPeer gophernicus = await peers.GetAsync(GopherServer.Gophernicus);
        InternetException plain = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenGopherAsync($"gophers://localhost:{gophernicus.Port}/0/tree/text.txt", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.TlsFailed, plain.Kind);
    }

    private static InternetSession SessionOf(TestAuthority authority) => new(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [authority.Root] } });
}
