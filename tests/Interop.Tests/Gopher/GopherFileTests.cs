using System.Net.Sockets;
using System.Text;
using HiPerf.Gopher;
using HiPerf.Interop.Tests.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>Files on Gopher servers, compared with what lies on their disk.</summary>
public sealed class GopherFileTests(SharedGopherPeers peers) : IAsyncDisposable
{
    private readonly InternetSession _session = new();

    public static TheoryData<GopherServer> All => GopherPeers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_file_is_had_by_the_menus_that_lead_to_it(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        foreach ((string path, byte[] octets) in GopherTree.Files)
        {
            GopherItem item = await gopher.FindAsync("tree/" + path);
            Assert.Equal(
                Path.GetExtension(path) switch { ".txt" => GopherItemType.Text, ".gif" => GopherItemType.Gif, ".png" => GopherItemType.Image, _ => GopherItemType.Binary },
                item.Type);
            byte[] read = await gopher.ReadAllAsync(item);
            if (item.Type == GopherItemType.Text)
            {
                Assert.Equal(GopherSteps.Lines(octets), GopherSteps.Lines(read));
            }
            else
            {
                FtpFileSteps.AssertSame(octets, read);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Files_are_had_by_URL_and_do_not_claim_to_be_whole(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        await using (GopherFile binary = await _session.OpenGopherAsync(peer.Url.AbsoluteUri + "9/tree/sub%20folder/-dash.bin", cancellationToken: Token))
        {
            FtpFileSteps.AssertSame(GopherTree.Files["sub folder/-dash.bin"], await Content.ReadAllAsync(binary));
            Assert.Equal((null, false, false), (binary.ContentLength, binary.LengthVerified, binary.Terminated));
        }

        await using InternetFile text = await _session.OpenAsync(new Uri(peer.Url, "0/tree/text.txt"), cancellationToken: Token);
        Assert.Equal(GopherSteps.Lines(GopherTree.Files["text.txt"]), GopherSteps.Lines(await Content.ReadAllAsync(text)));
        Assert.False(Assert.IsType<GopherFile>(text).Terminated);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_and_menu_in_Latin_1_are_read_as_such(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        GopherMenu menu = gopher.EnumerateAsync(gopher.CreateLocator("/latin"));
        GopherItem? found = null;
        await foreach (GopherItem item in menu)
        {
            found = item.Type == GopherItemType.Text ? item : found;
        }

        Assert.Equal((GopherTree.LatinName, GopherCharset.Latin1), (found?.Name, menu.Charset));
        await using GopherFile file = await gopher.OpenAsync(found!.Locator!, cancellationToken: Token);
        Assert.Equal("déjà vu\n", (await file.ReadTextAsync(cancellationToken: Token)).ReplaceLineEndings("\n"));
        Assert.Equal(GopherCharset.Latin1, file.Charset);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Missing_file_is_what_the_server_says_instead(GopherServer server)
    {
        // RFC 1436 has no errors but in menus: who asked for a text is told by a text.
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        await using GopherFile file = await gopher.OpenAsync(gopher.CreateLocator("/missing.txt", GopherItemType.Text), cancellationToken: Token);
        Assert.Contains(server == GopherServer.Gophernicus ? "not found" : "does not exist", await file.ReadTextAsync(cancellationToken: Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_menus_are_had_over_IPv6()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        GopherPeer peer = await peers.GetAsync(GopherServer.Gophernicus, ipv6: true);
        await using (GopherFile file = await _session.OpenGopherAsync(new Uri(peer.Url, "9/tree/dots.bin"), cancellationToken: Token))
        {
            Assert.Equal(GopherTree.Files["dots.bin"], await Content.ReadAllAsync(file));
        }

        // Its menus name the host without brackets.
        GopherConnection gopher = _session.ConnectGopher(peer);
        GopherItem item = await gopher.FindAsync("tree/sub folder/deeper/still deeper/picture.png");
        Assert.Equal("::1", item.Locator!.Host);
        FtpFileSteps.AssertSame(GopherTree.Files["sub folder/deeper/still deeper/picture.png"], await gopher.ReadAllAsync(item));
    }

    [Fact]
    public async Task Many_files_at_once_do_not_mix()
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(GopherServer.Gophernicus));
        string[] paths = ["one.bin", "dots.bin", "mega.bin", "sub folder/-dash.bin"];
        await Task.WhenAll(Enumerable.Range(0, 32).Select(async i =>
        {
            string path = paths[i % paths.Length];
            await using GopherFile file = await gopher.OpenAsync(gopher.CreateLocator("/tree/" + path, GopherItemType.Binary), cancellationToken: Token);
            FtpFileSteps.AssertSame(GopherTree.Files[path], await Content.ReadAllAsync(file));
        }));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
