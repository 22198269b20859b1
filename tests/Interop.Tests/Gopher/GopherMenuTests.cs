using System.Text;
using HiPerf.Gopher;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>Menus and searches of Gopher servers, item by item, as they were sent, and as HTML.</summary>
public sealed class GopherMenuTests(SharedGopherPeers peers) : IAsyncDisposable
{
    private readonly InternetSession _session = new();

    public static TheoryData<GopherServer> All => GopherPeers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Top_menu_names_what_lies_in_the_folder(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        GopherMenu menu = _session.ConnectGopher(peer).EnumerateAsync();
        List<GopherItem> items = [];
        await foreach (GopherItem item in menu)
        {
            items.Add(item);
        }

        Assert.Equal(["cgi-bin", "empty", "latin", "many", "mapped", "tree"], items.Where(item => item.Type == GopherItemType.Menu).Select(item => item.Name));
        Assert.All(items.Where(item => !item.IsInformation), item => Assert.Equal((peer.Address.ToString(), peer.Port), (item.Locator!.Host, item.Locator.Port)));
        Assert.Equal(server == GopherServer.Gophernicus, items.Exists(item => item.IsInformation));

        // pygopherd ends menus, like texts, with the connection alone.
        Assert.Equal(server == GopherServer.Gophernicus, menu.Terminated);
        Assert.Equal(server == GopherServer.Gophernicus ? Deviations.None : Deviations.MissingGopherTerminator, menu.Deviations);
        Assert.Equal(GopherCharset.Utf8, menu.Charset);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Hand_written_menu_has_information_a_search_a_text_and_a_link(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        List<GopherItem> items = await gopher.ListAsync(gopher.CreateLocator("/mapped"));
        Assert.Contains(items, item => item.IsInformation && item.Name == "Welcome & <all>");
        Assert.Equal(GopherSteps.Lines(GopherTree.Files["text.txt"]), GopherSteps.Lines(await gopher.ReadAllAsync(Assert.Single(items, item => item.Name == "A text"))));
        GopherItem link = Assert.Single(items, item => item.Link is not null);
        Assert.Equal(("Elsewhere", "https://example.org/", (GopherLocator?)null), (link.Name, link.Link!.Href, link.Locator));
        GopherItem search = Assert.Single(items, item => item.IsSearch);
        GopherItem result = Assert.Single(await gopher.ListAsync(search.Locator, "two (wörds)"), item => item.Type == GopherItemType.Text);
        Assert.Equal("found two (wörds)", result.Name);
        Assert.Equal(GopherSteps.Lines(GopherTree.Files["text.txt"]), GopherSteps.Lines(await gopher.ReadAllAsync(result)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Search_is_asked_by_URL(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        List<string> names = [];
        await foreach (InternetEntry entry in _session.EnumerateAsync(peer.Url.AbsoluteUri + "7/cgi-bin/find%09two%20words", cancellationToken: Token))
        {
            names.Add(entry.Name);
        }

        Assert.Contains("found two words", names);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Ten_thousand_items_are_listed_in_order(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        List<GopherItem> items = await gopher.ListAsync(gopher.CreateLocator("/many"));
        items.RemoveAll(item => item.IsInformation);
        Assert.Equal(Enumerable.Range(0, GopherTree.ManyLines).Select(i => $"entry {i}"), items.Select(item => item.Name));
        Assert.All(items, item => Assert.Equal("/many/" + item.Name, item.Locator!.Selector));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Missing_menu_is_an_error_item(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        GopherItem error = Assert.Single(await gopher.ListAsync(gopher.CreateLocator("/missing/")), item => !item.IsInformation);
        Assert.True(error is { IsError: true, Locator: null });
        Assert.Contains(server == GopherServer.Gophernicus ? "not found" : "does not exist", error.Name, StringComparison.Ordinal);
        Assert.DoesNotContain(await gopher.ListAsync(gopher.CreateLocator("/empty")), item => item.IsError || item.Type == GopherItemType.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Menu_is_opened_as_it_was_sent_and_as_HTML(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        string url = peer.Url.AbsoluteUri + "1/mapped";
        await using (InternetFile raw = await _session.OpenAsync(url, new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token))
        {
            // But for the dot that ends it, which Terminated tells of.
            byte[] sent = await GopherSocket.AskAsync(peer, "/mapped");
            Assert.Equal(server == GopherServer.Gophernicus ? sent[..^3] : sent, await Content.ReadAllAsync(raw));
            Assert.Equal(server == GopherServer.Gophernicus, Assert.IsType<GopherFile>(raw).Terminated);
        }

        await using InternetFile html = await _session.OpenAsync(url, cancellationToken: Token);
        string page = Encoding.UTF8.GetString(await Content.ReadAllAsync(html));
        Assert.Contains("Welcome &amp; &lt;all&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<all>", page, StringComparison.Ordinal);
        Assert.Contains($"{peer.Url.AbsoluteUri}0/tree/text.txt\"", page, StringComparison.Ordinal);
        Assert.Contains("\"https://example.org/\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Crawl_comes_by_every_file_once(GopherServer server)
    {
        GopherConnection gopher = _session.ConnectGopher(await peers.GetAsync(server));
        Dictionary<GopherLocator, string> files = [];
        bool wentUp = false;
        await foreach (GopherVisit visit in gopher.CrawlAsync(cancellationToken: Token))
        {
            Assert.Null(visit.Failure);
            wentUp |= visit.Item.Name == "..";
            if (visit.Item is { IsDirectory: false, Locator: { } locator } && locator.Selector.StartsWith("/tree/", StringComparison.Ordinal) && !files.ContainsKey(locator))
            {
                files.Add(locator, Hash(visit.Item.Type == GopherItemType.Text, await gopher.ReadAllAsync(visit.Item)));
            }
        }

        // gophernicus names the folder above in every menu: a way around in circles.
        Assert.Equal(server == GopherServer.Gophernicus, wentUp);
        Assert.Equal(
            GopherTree.Files.Select(file => Hash(file.Key.EndsWith(".txt", StringComparison.Ordinal), file.Value)).Order(StringComparer.Ordinal),
            files.Values.Order(StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static string Hash(bool isText, byte[] octets) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(isText ? Encoding.UTF8.GetBytes(GopherSteps.Lines(octets)) : octets));
}
