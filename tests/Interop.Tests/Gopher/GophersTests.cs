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
    public async Task Items_of_a_menu_over_TLS_are_had_over_TLS()
    {
        GopherPeer peer = await peers.GetAsync(GopherServer.Pygopherd);
        await using InternetSession session = SessionOf(peer.Authority);
        GopherConnection gopher = session.ConnectGopher("127.0.0.1", new GopherConnectOptions { Port = peer.Port, UseTls = true });
        GopherItem item = await gopher.FindAsync("tree/sub folder/deeper/still deeper/picture.png");
        Assert.True(item.Locator!.UsesTls);
        Assert.StartsWith("gophers://", item.Url.Href, StringComparison.Ordinal);
        await using GopherFile file = await gopher.OpenAsync(item.Locator, new GopherOpenOptions { View = "image/png" }, Token);
        FtpFileSteps.AssertSame(GopherTree.Files["sub folder/deeper/still deeper/picture.png"], await Content.ReadAllAsync(file));
        Assert.True(file.LengthVerified);
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
