using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

/// <summary>Pages by script: lines a URL, failures, loads that never end.</summary>
internal sealed class ScriptedPages : IPageSource
{
    private readonly Dictionary<string, Func<PageLink, CancellationToken, Task<Page?>>> _pages = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _loading = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was loaded, in order.</summary>
    public List<string> Loaded { get; } = [];

    /// <summary>What was saved, and where to.</summary>
    public List<(string Url, string Path)> Saved { get; } = [];

    /// <summary>Comes when a load that never ends has begun.</summary>
    public Task Loading => _loading.Task;

    /// <summary>A link to a page of the script.</summary>
    public static PageLink Link(string name, LinkAction action = LinkAction.List) => new(action, InternetUrl.Parse("gopher://h/" + name), name);

    /// <summary>Adds a page: a line that begins with a mark is a link (<c>*</c> list, <c>?</c> search, <c>!</c> save, <c>@</c> tell) to what it says.</summary>
    public ScriptedPages Add(string name, params string[] lines)
    {
        _pages["gopher://h/" + name] = (link, _) => Task.FromResult<Page?>(Page.Of(link, [.. lines.Select(Line)], notice: null));
        return this;
    }

    /// <summary>Adds what is no text.</summary>
    public ScriptedPages AddBinary(string name)
    {
        _pages["gopher://h/" + name] = static (_, _) => Task.FromResult<Page?>(null);
        return this;
    }

    /// <summary>Adds a load that fails.</summary>
    public ScriptedPages AddFailure(string name, Exception failure)
    {
        _pages["gopher://h/" + name] = (_, _) => Task.FromException<Page?>(failure);
        return this;
    }

    /// <summary>Adds a load that only a cancellation ends.</summary>
    public ScriptedPages AddEndless(string name)
    {
        _pages["gopher://h/" + name] = async (_, token) =>
        {
            _loading.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return null;
        };
        return this;
    }

    public PageLink Find(string url) => new(LinkAction.List, InternetUrl.Parse(url), url);

    public PageLink Search(PageLink server, string words) =>
        words.Contains('\t', StringComparison.Ordinal) ? throw new ArgumentException("The words hold a tab.") : Link(server.Name + "%09" + words);

    public Task<Page?> LoadAsync(PageLink link, CancellationToken cancellationToken)
    {
        Loaded.Add(link.Url.Path[1..]);
        return _pages.TryGetValue(link.Url.Href, out Func<PageLink, CancellationToken, Task<Page?>>? load)
            ? load(link, cancellationToken)
            : Task.FromException<Page?>(new InternetException(InternetErrorKind.NotFound, "There is no such page."));
    }

    public Task<SavedFile> SaveAsync(PageLink link, string path, CancellationToken cancellationToken)
    {
        Saved.Add((link.Url.Path[1..], path));
        return Task.FromResult(new SavedFile(5, IsVerified: !path.Contains("doubt", StringComparison.Ordinal)));
    }

    private static PageLine Line(string line) => line[0] switch
    {
        '*' => new PageLine(line[1..]) { Tag = "MENU", Link = Link(line[1..]) },
        '?' => new PageLine(line[1..]) { Tag = "FIND", Link = Link(line[1..], LinkAction.Search) },
        '!' => new PageLine(line[1..]) { Tag = "FILE", Link = Link(line[1..], LinkAction.Save) },
        '@' => new PageLine(line[1..]) { Tag = "TERM", Link = Link(line[1..], LinkAction.Tell) },
        _ => new PageLine(line),
    };
}
