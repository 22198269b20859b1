using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Attributes by Gopher+: one item's, those of all items of a menu.</summary>
public class GopherAttributeTests
{
    private const string About = "+INFO: 0About\t/about\th.test\t70\t?\r\n+ADMIN:\r\n Admin: A. Person, +1 2 <a@h.test>\r\n Mod-Date: Sat Nov 21 01:02:03 2026 <20261121010203>\r\n TTL: 60\r\n Score: 7\r\n Score-range: 0 10\r\n"
        + " Site: A site\r\n Org: An org\r\n Loc: A place\r\n Geog: 44 58 48 -93 -15 -49\r\n TZ: -6\r\n Provider: P\r\n Version: 1.2\r\n Colour: green\r\n+VIEWS:\r\n text/plain: <10k>\r\n"
        + " application/postscript De_DE: <1.5k>\r\n text/html:\r\n+ABSTRACT:\r\n Line one\r\n line two\r\n+ASK:\r\n Note: A form\r\n Ask: Name?\tNobody\r\n AskP: Word?\r\n Choose: Which?\tred\tgreen\r\n+VERONICA:\r\n treewalk: no\r\n"
        + "+X-Mood: calm\r\n very: calm\r\n";

    private static readonly GopherConnectOptions s_options = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+-1\r\n" + About + ".\r\n", 1, true)]
    [InlineData("+-1\r\n" + About + ".\r\n", int.MaxValue, true)]
    [InlineData("+-1\r\n" + About, 5, false)]
    [InlineData("+-2\r\n" + About, int.MaxValue, false)]
    public async Task Attributes_are_typed_however_they_arrive(string answer, int split, bool isVerified)
    {
        await using var peer = GopherPeer.InPieces(answer, split);
        var told = await GetAsync(peer);
        Assert.Equal(("About", "gopher://h.test/0/about", GopherPlusMark.Ask), (told.Item!.Name, told.Item.Locator!.ToString(), told.Item.Plus));
        Assert.Equal(("A. Person, +1 2", "a@h.test", new DateTime(2026, 11, 21, 1, 2, 3)), (told.AdministratorName, told.AdministratorEmail, told.ModDate));
        Assert.Equal((60, 7, new GopherScoreRange(0, 10), -6), (told.TimeToLive, told.Score, told.ScoreRange, told.TimeZone));
        Assert.Equal(("A site", "An org", "A place", "P", "1.2"), (told.Site, told.Organization, told.Location, told.Provider, told.Version));
        Assert.Equal((new GopherGeography(44, 58, 48, -93, -15, -49), false, "Line one\nline two"), (told.Geography, told.TreeWalk, told.Abstract));
        Assert.Equal([new("text/plain", null, 10240), new("application/postscript", "De_DE", 1536), new("text/html", null, null)], told.Views);
        Assert.Equal("application/postscript De_DE", told.Views[1].View);
        Assert.Equal(
            ["Note A form () ", "Ask Name? (Nobody) Nobody", "Password Word? () ", "Choose Which? (red, green) "],
            told.Questions.Select(static question => $"{question.Kind} {question.Prompt} ({string.Join(", ", question.Options)}) {question.Default}"));
        Assert.Equal(["INFO", "ADMIN", "VIEWS", "ABSTRACT", "ASK", "VERONICA", "X-Mood"], told.Blocks.Select(static block => block.Name));
        Assert.Equal(("calm", "very: calm"), (told.Find("x-mood")!.Value, Assert.Single(told.Find("X-MOOD")!.Lines)));
        Assert.Contains("Colour: green", told.Find("ADMIN")!.Lines);
        Assert.Null(told.Find("NONE"));
        Assert.Equal(About.Replace("\r\n", "\n", StringComparison.Ordinal), told.RawText);
        Assert.Equal((isVerified, GopherCharset.Utf8), (told.IsVerified, told.Charset));
    }

    [Fact]
    public async Task Length_of_Gopher_plus_verifies_the_end()
    {
        await using var peer = GopherPeer.Answering($"+{About.Length}\r\n{About}+X:\r\n behind the length\r\n");
        var told = await GetAsync(peer);
        Assert.True(told.IsVerified);
        Assert.Null(told.Find("X"));
    }

    [Theory]
    [InlineData(null, "/item\t!")]
    [InlineData("VIEWS", "/item\t!+VIEWS")]
    [InlineData("+VIEWS ADMIN", "/item\t!+VIEWS+ADMIN")]
    public async Task Names_are_asked_for_one_behind_another(string? names, string request)
    {
        await using var peer = GopherPeer.Answering("+-1\r\n+VIEWS:\r\n text/plain: <1k>\r\n.\r\n");
        await using var session = new InternetSession();
        var locator = peer.Item(GopherItemType.Text) with { Plus = GopherPlusMark.Plus, Query = "words" };
        var told = await session.ConnectGopher("127.0.0.1").GetAttributesAsync(locator, names?.Split(' '), Token);
        Assert.Equal([request], peer.Requests);
        Assert.Equal((null, null, null), (told.Item, told.Abstract, told.AdministratorName));
        Assert.Empty(told.Questions);
        Assert.Single(told.Views);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("A+B")]
    [InlineData("A B")]
    [InlineData("A:")]
    [InlineData("A\r\n")]
    [InlineData("A\t")]
    public async Task Name_that_is_none_is_refused(string name)
    {
        await using var session = new InternetSession();
        var locator = new GopherLocator("h.test") { Plus = GopherPlusMark.Plus };
        var connection = session.ConnectGopher("h.test");
        await Assert.ThrowsAsync<ArgumentException>(() => connection.GetAttributesAsync(locator, [name], Token).AsTask());
        Assert.Throws<ArgumentException>(() => connection.EnumerateAttributesAsync(locator, [name], Token));
    }

    [Fact]
    public async Task Item_without_Gopher_plus_has_no_attributes()
    {
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("h.test");
        await Assert.ThrowsAsync<NotSupportedException>(() => connection.GetAttributesAsync(connection.Root, null, Token).AsTask());
        Assert.Throws<NotSupportedException>(() => connection.EnumerateAttributesAsync(connection.Root, null, Token));
        Assert.Throws<NotSupportedException>(() => connection.EnumerateAttributesAsync(new GopherLocator("h.test", "a", GopherItemType.Text) { Plus = GopherPlusMark.Plus }, null, Token));
    }

    [Theory]
    [InlineData("--1\r\n1 Nobody <a@h.test>\r\nnot here\r\n.\r\n", InternetErrorKind.NotFound, 1)]
    [InlineData("--1\r\n2\r\nlater\r\n.\r\n", InternetErrorKind.ServerError, 2)]
    [InlineData("+INFO: 0a\tb\th\t70\r\n", InternetErrorKind.ProtocolViolation, 0)]
    [InlineData("+900\r\n+INFO: 0a\tb\th\t70\r\n", InternetErrorKind.Truncated, 0)]
    [InlineData("", InternetErrorKind.Truncated, 0)]
    public async Task Error_is_typed(string answer, InternetErrorKind kind, int code)
    {
        await using var peer = GopherPeer.Answering(answer);
        var error = await Assert.ThrowsAsync<GopherException>(() => GetAsync(peer));
        Assert.Equal((kind, code), (error.Kind, error.Code));
    }

    [Fact]
    public async Task Lines_beyond_the_limit_fail()
    {
        await using var peer = GopherPeer.Answering("+-1\r\n+A:\r\n 1\r\n 2\r\n.\r\n");
        Assert.Equal(2, (await GetAsync(peer, s_options with { Limits = new GopherLimits { MaxItems = 3 } })).Find("A")!.Lines.Count);
        var error = await Assert.ThrowsAsync<GopherException>(() => GetAsync(peer, s_options with { Limits = new GopherLimits { MaxItems = 2 } }));
        Assert.Equal((InternetErrorKind.LimitExceeded, ParseError.TooManyGopherItems), (error.Kind, error.ParseError));
    }

    [Fact]
    public async Task Texts_are_of_the_hosts_charset()
    {
        await using var peer = GopherPeer.Answering("+-1\r\n+ABSTRACT:\r\n gr\u0081n\r\n.\r\n");
        var told = await GetAsync(peer);
        Assert.Equal(("gr\u00FCn", GopherCharset.Cp437), (told.Abstract, told.Charset));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task Menu_tells_those_of_all_its_items(int split)
    {
        await using var peer = GopherPeer.InPieces("+-1\r\n+INFO: 0a\t/a\th.test\t70\t+\r\n+ABSTRACT:\r\n first\r\n+INFO: 1b\t/b\th.test\t70\t+\r\n+INFO: bad\r\n+ABSTRACT:\r\n third\r\n", split);
        await using var session = new InternetSession();
        List<string> told = [];
        await foreach (var item in session.ConnectGopher("127.0.0.1").EnumerateAttributesAsync(peer.Item(GopherItemType.Menu, "") with { Plus = GopherPlusMark.Plus }, ["ABSTRACT"], Token))
        {
            told.Add($"{item.Item?.Name} {item.Item?.Locator} {item.Abstract} {item.Blocks.Count} {item.IsVerified}");
        }

        Assert.Equal(["a gopher://h.test/0/a first 2 True", "b gopher://h.test/1/b  1 True", "bad  third 2 False"], told);
        Assert.Equal(["\t$+ABSTRACT"], peer.Requests);
    }

    [Fact]
    public async Task Answer_of_nothing_tells_nothing()
    {
        await using var peer = GopherPeer.Answering("+-1\r\n.\r\n");
        var told = await GetAsync(peer);
        Assert.Equal(("", null), (told.RawText, told.Item));
        Assert.Empty(told.Blocks);
        await using var session = new InternetSession();
        Assert.Empty(await session.ConnectGopher("127.0.0.1").EnumerateAttributesAsync(peer.Item(GopherItemType.Menu) with { Plus = GopherPlusMark.Plus }, null, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Cancellation_closes_the_connection()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var peer = GopherPeer.Ending("+-1\r\n+ABSTRACT:\r\n a\r\n", async connection =>
        {
            await source.CancelAsync();
            await connection.ClosedAsync();
        });
        await using var session = new InternetSession();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            session.ConnectGopher("127.0.0.1").GetAttributesAsync(peer.Item(GopherItemType.Text) with { Plus = GopherPlusMark.Plus }, null, source.Token).AsTask());
    }

    private static async Task<GopherItemAttributes> GetAsync(GopherPeer peer, GopherConnectOptions? options = null)
    {
        await using var session = new InternetSession();
        return await session.ConnectGopher("127.0.0.1", options ?? s_options).GetAttributesAsync(peer.Item(GopherItemType.Text) with { Plus = GopherPlusMark.Plus }, null, Token);
    }
}
