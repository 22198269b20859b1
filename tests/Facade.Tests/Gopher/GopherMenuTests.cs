using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Menus, item by item.</summary>
public class GopherMenuTests
{
    private const string Menu = "iWelcome\t\tnull.host\t1\r\n0About\t/about.txt\tgopher.example.org\t70\r\n1Files\t/files\tgopher.example.org\t7070\t+\r\n"
        + "+Files elsewhere\t/mirror\tother.example.org\t70\r\n7Search\t/find\tgopher.example.org\t70\r\n8Talk\ttalk\ttelnet.example.org\t23\r\n"
        + "hWeb\tURL:https://example.org/a?b\tgopher.example.org\t70\r\nhTrap\tURL:javascript:alert(1)\tgopher.example.org\t70\r\n3No such item\t\terror.host\t1\r\nbroken line\r\n.\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task Items_come_typed_however_the_menu_is_cut(int split)
    {
        await using var peer = GopherPeer.InPieces(Menu, split);
        await using var session = new InternetSession();
        var menu = session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: Token);
        var items = await ListAsync(menu);
        Assert.Equal(["Welcome", "About", "Files", "Files elsewhere", "Search", "Talk", "Web", "Trap", "No such item", "broken line"], items.Select(static item => item.Name));
        Assert.Equal((true, true, true, true), (items[0].IsInformation, items[4].IsSearch, items[8].IsError, items[3].IsMirror));
        Assert.Equal(
            [
                null, "gopher://gopher.example.org/0/about.txt", "gopher://gopher.example.org:7070/1/files", "gopher://other.example.org/1/mirror", "gopher://gopher.example.org/7/find",
                null, null, null, null, null,
            ],
            items.Select(static item => item.Locator?.ToString()));
        Assert.Equal([false, false, true, true, true, false, false, false, false, false], items.Select(static item => item.IsDirectory));
        Assert.Equal((GopherPlusMark.Plus, GopherPlusMark.Plus, GopherPlusMark.None), (items[2].Plus, items[2].Locator!.Plus, items[1].Plus));
        Assert.Equal((GopherItemType.Menu, (byte)'+'), (items[3].Type, items[3].TypeOctet));
        Assert.Equal((true, GopherCharset.Utf8), (menu.Terminated, menu.Charset));
        Assert.True(menu.Deviations.HasFlag(Deviations.MalformedGopherItem));
    }

    [Fact]
    public async Task What_cannot_be_had_is_visible_and_leads_to_its_menu_or_its_link()
    {
        await using var peer = GopherPeer.Answering(Menu);
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        var items = await ListAsync(connection.EnumerateAsync(cancellationToken: Token));
        var talk = items[5];
        Assert.Equal((GopherItemType.Telnet, "telnet.example.org", 23, "talk"), (talk.Type, talk.Host, talk.Port, Encoding.ASCII.GetString(talk.SelectorOctets.Span)));
        Assert.Equal(connection.Root.ToUrl(), talk.Url);
        Assert.Equal("https://example.org/a?b", items[6].Url.Href);
        Assert.Equal((null, connection.Root.ToUrl()), (items[7].Link, items[7].Url));
        Assert.Equal((GopherItemFaults.MissingFields, connection.Root.ToUrl(), -1), (items[9].Faults & GopherItemFaults.MissingFields, items[9].Url, items[9].Port));
        Assert.Equal(items[1].Locator!.ToUrl(), items[1].Url);
    }

    [Theory]
    [InlineData("0a\t/a\th.test\t70\r\n", false, Deviations.MissingGopherTerminator)]
    [InlineData("0a\t/a\th.test\t70", false, Deviations.MissingGopherTerminator)]
    [InlineData("0a\t/a\th.test\t70\n.\n", true, Deviations.GopherBareLf)]
    [InlineData("0a\t/a\th.test\t70\r\n.\r\n0b\t/b\th.test\t70\r\n", true, Deviations.None)]
    public async Task End_without_its_dot_is_told(string sent, bool terminated, Deviations deviation)
    {
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        var menu = session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: Token);
        Assert.Single(await ListAsync(menu));
        Assert.Equal(terminated, menu.Terminated);
        Assert.Equal(deviation, menu.Deviations & (Deviations.MissingGopherTerminator | Deviations.GopherBareLf) & deviation);
    }

    [Fact]
    public async Task Host_that_is_none_to_a_resolver_is_a_fault()
    {
        await using var peer = GopherPeer.Answering("0a\t/a\tex%61mple<.org\t70\r\n0b\t/b\t[::1]\t70\r\n0c\t/c\t::1\t7070\r\n0d\t/d\tGOPHER.Example.ORG\t70\r\n.\r\n");
        await using var session = new InternetSession();
        var items = await ListAsync(session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: Token));
        Assert.Equal((null, GopherItemFaults.BadHost), (items[0].Locator, items[0].Faults));
        Assert.Equal(["::1", "::1", "gopher.example.org"], items.Skip(1).Select(static item => item.Locator!.Host));
        Assert.Equal("GOPHER.Example.ORG", items[3].Host);
    }

    [Theory]
    [InlineData("MaxItems", 2, 3, ParseError.TooManyGopherItems)]
    [InlineData("MaxLine", 14, 15, ParseError.GopherLineTooLong)]
    [InlineData("MaxMenu", 45, 48, ParseError.GopherMenuTooLarge)]
    public async Task Limit_of_a_menu_ends_it(string limit, int refused, int allowed, ParseError error)
    {
        // Three lines of 14 octets, CR counted, and the dot.
        const string sent = "0a\t/a\th.te\t70\r\n0b\t/b\th.te\t70\r\n0c\t/c\th.te\t70\r\n.\r\n";
        await using var peer = GopherPeer.Answering(sent);
        await using var session = new InternetSession();
        GopherLimits With(int value) => limit switch
        {
            "MaxItems" => new GopherLimits { MaxItems = value },
            "MaxLine" => new GopherLimits { MaxLine = value - 1 },
            _ => new GopherLimits { MaxMenu = value },
        };
        Assert.Equal(3, (await ListAsync(Connect(allowed).EnumerateAsync(cancellationToken: Token))).Count);
        var thrown = await Assert.ThrowsAsync<GopherException>(() => ListAsync(Connect(refused).EnumerateAsync(cancellationToken: Token)));
        Assert.Equal((InternetErrorKind.LimitExceeded, error), (thrown.Kind, thrown.ParseError));
        Assert.InRange(thrown.ByteOffset!.Value, 13, sent.Length);

        var raw = new GopherOpenOptions { DirectoryFormat = DirectoryFormat.Raw };
        await using (var file = await Connect(allowed).OpenAsync(peer.Item(GopherItemType.Menu), raw, Token))
        {
            Assert.Equal(sent[..^3], await GopherFileTests.ReadAsync(file, 4096, isSync: false));
        }

        await using var tooLarge = await Connect(refused).OpenAsync(peer.Item(GopherItemType.Menu), raw, Token);
        thrown = await Assert.ThrowsAsync<GopherException>(() => tooLarge.CompleteAsync(Token).AsTask());
        Assert.Equal(error, thrown.ParseError);

        GopherConnection Connect(int value) => session.ConnectGopher("127.0.0.1", new GopherConnectOptions { Port = peer.Port, Limits = With(value) });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(4096)]
    public async Task Raw_menu_is_as_it_was_sent_without_the_last_dot(int size)
    {
        await using var peer = GopherPeer.InPieces(Menu, 11);
        await using var session = new InternetSession();
        foreach (var isSync in new[] { false, true })
        {
            await using var file = await session.OpenGopherAsync(peer.Url("/1"), new OpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token);
            Assert.Equal(Menu[..^3], await GopherFileTests.ReadAsync(file, size, isSync));
            Assert.Equal((true, true), (file.Terminated, file.LengthVerified));
        }
    }

    [Fact]
    public async Task Search_sends_its_words_and_those_of_the_call_go_first()
    {
        await using var peer = GopherPeer.Answering(".\r\n");
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("127.0.0.1", peer.Port);
        var search = connection.CreateLocator("/find", GopherItemType.Search);
        await ListAsync(connection.EnumerateAsync(search, "some words", Token));
        await ListAsync(connection.EnumerateAsync(search with { Query = "own" }, null, Token));
        await ListAsync(connection.EnumerateAsync(search, null, Token));
        Assert.Equal(["/find\tsome words", "/find\town", "/find"], peer.Requests);
    }

    [Fact]
    public async Task Each_enumeration_asks_anew_and_nothing_is_sent_before_the_first_item_is_asked_for()
    {
        await using var peer = GopherPeer.Answering("0a\t/a\th.test\t70\r\n.\r\n", "0b\t/b\th.test\t70\r\n");
        await using var session = new InternetSession();
        var menu = session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: Token);
        Assert.Equal(0, peer.Accepted);
        Assert.Equal(("a", true), ((await ListAsync(menu))[0].Name, menu.Terminated));
        Assert.Equal(("b", false), ((await ListAsync(menu))[0].Name, menu.Terminated));
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Leaving_an_enumeration_closes_its_connection()
    {
        var closed = new TaskCompletionSource();
        await using var peer = GopherPeer.Ending("0a\t/a\th.test\t70\r\n0b\t/b\th.test\t70\r\n", async connection =>
        {
            await connection.ClosedAsync();
            closed.SetResult();
        });
        await using var session = new InternetSession();
        await foreach (var item in session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: Token))
        {
            Assert.Equal("a", item.Name);
            break;
        }

        await closed.Task.WaitAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_token_ends_an_enumeration(bool isEnumerators)
    {
        await using var peer = GopherPeer.Ending("0a\t/a\th.test\t70\r\n", static connection => connection.ClosedAsync());
        await using var session = new InternetSession();
        using var source = new CancellationTokenSource();
        var menu = session.ConnectGopher("127.0.0.1", peer.Port).EnumerateAsync(cancellationToken: isEnumerators ? Token : source.Token);
        await using var items = menu.GetAsyncEnumerator(isEnumerators ? source.Token : Token);
        Assert.True(await items.MoveNextAsync());
        var waiting = items.MoveNextAsync().AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Session_lists_a_menu_by_its_url()
    {
        await using var peer = GopherPeer.Answering(Menu);
        await using var session = new InternetSession();
        var names = new List<string>();
        await foreach (var entry in session.EnumerateAsync(peer.Url("/7/find%09words"), null, Token))
        {
            names.Add(entry.Name);
        }

        Assert.Equal((10, "Welcome", "/find\twords"), (names.Count, names[0], peer.Requests[0]));
    }

    internal static async Task<List<GopherItem>> ListAsync(GopherMenu menu)
    {
        var items = new List<GopherItem>();
        await foreach (var item in menu)
        {
            items.Add(item);
        }

        return items;
    }
}
