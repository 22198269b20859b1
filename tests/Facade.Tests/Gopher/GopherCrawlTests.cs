using System.Collections.Concurrent;
using System.Globalization;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Walks over menus: order, loops, limits, failures.</summary>
public class GopherCrawlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The top links to a and b, both to c, c to the top and itself; a search, a text and a session stand beside them.
    private static readonly Dictionary<string, string> s_site = new(StringComparer.Ordinal)
    {
        [""] = "iTop\t\t\t\r\n" + Menu("a") + Menu("b") + "7find\t/find\t127.0.0.1\t{port}\r\n0text\t/text\t127.0.0.1\t{port}\r\n8talk\t\t127.0.0.1\t{port}\r\n.\r\n",
        ["/a"] = Menu("c") + Menu("a") + ".\r\n",
        ["/b"] = Menu("c") + ".\r\n",
        ["/c"] = Menu("") + Menu("c") + "+c again\t/c\t127.0.0.1\t{port}\r\nhlink\tURL:http://h.test/\t127.0.0.1\t{port}\r\n.\r\n",
    };

    [Fact]
    public async Task Menus_are_walked_breadth_first_and_each_once()
    {
        await using var site = new Site(s_site);
        Assert.Equal(
            [
                "0 Top", "0 a", "0 b", "0 find", "0 text", "0 talk",
                "1 /a c", "1 /a a",
                "1 /b c",
                "2 /c ", "2 /c c", "2 /c c again", "2 /c link",
            ],
            await site.CrawlAsync(new GopherCrawlOptions()));
        Assert.Equal(["", "/a", "/b", "/c"], site.Requests);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " /a /b")]
    [InlineData(2, " /a /b /c")]
    public async Task Menus_deeper_than_MaxDepth_are_named_and_not_entered(int depth, string requests)
    {
        await using var site = new Site(s_site);
        var visits = await site.CrawlAsync(new GopherCrawlOptions { MaxDepth = depth });
        Assert.Equal(requests, string.Join(' ', site.Requests));
        Assert.Equal(depth > 0, visits.Contains("1 /a c"));
    }

    [Theory]
    [InlineData(4, 1000, null)]
    [InlineData(3, 1000, "menus")]
    [InlineData(1, 1000, "menus")]
    [InlineData(1000, 13, null)]
    [InlineData(1000, 12, "items")]
    [InlineData(1000, 1, "items")]
    public async Task Limit_ends_the_walk_behind_as_many_as_it_allows(int menus, int items, string? what)
    {
        await using var site = new Site(s_site);
        List<string> visits = [];
        var walk = () => site.CrawlAsync(new GopherCrawlOptions { MaxMenus = menus, MaxItems = items }, visits);
        if (what is null)
        {
            await walk();
            Assert.Equal((4, 13), (site.Requests.Count, visits.Count));
            return;
        }

        var error = await Assert.ThrowsAsync<GopherException>(walk);
        Assert.Equal(InternetErrorKind.LimitExceeded, error.Kind);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Equal(what == "menus" ? menus : items, what == "menus" ? site.Requests.Count : visits.Count);
    }

    [Fact]
    public async Task Menus_beyond_MaxMenus_are_not_remembered()
    {
        // What a server may make a walk hold is bounded by the menus that are fetched, not by the items that are named.
        await using var site = new Site(new Dictionary<string, string>(StringComparer.Ordinal) { [""] = string.Concat(Enumerable.Range(0, 500).Select(static n => Menu($"m{n}"))) + ".\r\n" });
        await using var session = new InternetSession();
        List<WeakReference> named = [];
        var walk = session.ConnectGopher("127.0.0.1", site.Port).CrawlAsync(options: new GopherCrawlOptions { MaxMenus = 1 }, cancellationToken: Token);
        var error = await Assert.ThrowsAsync<GopherException>(async () =>
        {
            await foreach (var visit in walk)
            {
                named.Add(new WeakReference(visit.Item));
                if (named.Count == 500)
                {
                    GC.Collect();
                    Assert.InRange(named.Count(static item => item.IsAlive), 0, 10);
                }
            }
        });
        Assert.Equal((InternetErrorKind.LimitExceeded, 500), (error.Kind, named.Count));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1001, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1_000_001, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, (1 << 30) + 1)]
    public async Task Limit_out_of_range_is_refused(int depth, int menus, int items)
    {
        await using var session = new InternetSession();
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ConnectGopher("h.test").CrawlAsync(null, new GopherCrawlOptions { MaxDepth = depth, MaxMenus = menus, MaxItems = items }, Token));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1000, 1_000_000, 1 << 30)]
    public async Task Limit_at_the_end_of_its_range_is_taken(int depth, int menus, int items)
    {
        await using var site = new Site(new() { [""] = ".\r\n" });
        Assert.Empty(await site.CrawlAsync(new GopherCrawlOptions { MaxDepth = depth, MaxMenus = menus, MaxItems = items }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_hosts_and_ports_are_entered_when_that_is_asked_for(bool leaves)
    {
        await using var other = new Site(new() { ["/x"] = "ielsewhere\t\t\t\r\n.\r\n" });
        await using var site = new Site(new() { [""] = $"1other\t/x\t127.0.0.1\t{other.Port}\r\n1denied\t/x\t127.0.0.1\t6379\r\n.\r\n" });
        var visits = await site.CrawlAsync(new GopherCrawlOptions { LeavesHost = leaves });
        Assert.Equal(leaves ? ["0 other", "0 denied", "1 /x elsewhere", "0 denied AccessDenied"] : ["0 other", "0 denied"], visits);
        Assert.Equal(leaves ? ["/x"] : [], other.Requests);
    }

    [Fact]
    public async Task Menu_that_fails_is_told_behind_what_it_gave_and_the_walk_goes_on()
    {
        var selector = new string('s', 256);
        await using var site = new Site(new()
        {
            [""] = "1long\t" + selector + "\t127.0.0.1\t{port}\r\n" + Menu("bad") + Menu("good") + ".\r\n",
            ["/bad"] = "ibegun\t\t\t\r\n" + new string('x', 9000),
            ["/good"] = "ifine\t\t\t\r\n.\r\n",
        });
        Assert.Equal(["0 long", "0 bad", "0 good", "0 long LimitExceeded", "1 /bad begun", "0 bad LimitExceeded", "1 /good fine"], await site.CrawlAsync(new GopherCrawlOptions()));
    }

    [Fact]
    public async Task First_menu_that_fails_throws()
    {
        await using var site = new Site(new() { [""] = new string('x', 9000) });
        var error = await Assert.ThrowsAsync<GopherException>(() => site.CrawlAsync(new GopherCrawlOptions()));
        Assert.Equal(ParseError.GopherLineTooLong, error.ParseError);
    }

    [Fact]
    public async Task Walk_begins_at_a_menu_or_a_search_and_nowhere_else()
    {
        await using var session = new InternetSession();
        var connection = session.ConnectGopher("h.test");
        Assert.Throws<NotSupportedException>(() => connection.CrawlAsync(connection.CreateLocator("a", GopherItemType.Text), null, Token));
    }

    [Fact]
    public async Task Cancellation_ends_the_walk()
    {
        await using var site = new Site(s_site);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var session = new InternetSession();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var visit in session.ConnectGopher("127.0.0.1", site.Port).CrawlAsync(cancellationToken: source.Token))
            {
                if (visit.Depth == 1)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.InRange(site.Requests.Count, 2, 3);
    }

    private static string Menu(string name) => $"1{name}\t{(name.Length == 0 ? "" : "/")}{name}\t127.0.0.1\t{{port}}\r\n";

    /// <summary>A server that answers by the selector.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly ScriptedPeer _peer;
        private readonly ConcurrentQueue<string> _requests = new();

        public Site(Dictionary<string, string> menus) => _peer = ScriptedPeer.Start(async connection =>
        {
            var selector = await connection.ReadLineAsync();
            _requests.Enqueue(selector);
            await connection.SendAsync(menus[selector].Replace("{port}", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            await connection.FinAsync();
        });

        public int Port => _peer.Port;

        public IReadOnlyList<string> Requests => [.. _requests];

        public async Task<List<string>> CrawlAsync(GopherCrawlOptions options, List<string>? visits = null)
        {
            visits ??= [];
            await using var session = new InternetSession();
            await foreach (var visit in session.ConnectGopher("127.0.0.1", Port).CrawlAsync(null, options, Token))
            {
                var menu = visit.Menu.Selector.Length > 0 ? visit.Menu.Selector + " " : "";
                visits.Add($"{visit.Depth} {menu}{visit.Item.Name}{(visit.Failure is { } failure ? $" {failure.Kind}" : "")}");
            }

            return visits;
        }

        public ValueTask DisposeAsync() => _peer.DisposeAsync();
    }
}
