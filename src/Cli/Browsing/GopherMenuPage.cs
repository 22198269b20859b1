using HiPerf.Cli.Listing;
using HiPerf.Gopher;

namespace HiPerf.Cli.Browsing;

/// <summary>Makes the page of a Gopher menu, line by line in the server's order.</summary>
internal static class GopherMenuPage
{
    public static async Task<Page> LoadAsync(InternetSession session, PageLink link, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<InternetEntry> entries = session.EnumerateAsync(link.Url.Href, cancellationToken: cancellationToken);
        List<PageLine> lines = [];
        bool isCut = false;
        await foreach (InternetEntry entry in entries.ConfigureAwait(false))
        {
            isCut = lines.Count == PageLimits.MaxLines;
            if (isCut)
            {
                break;
            }

            lines.Add(Line((GopherItem)entry));
        }

        string? notice = isCut ? $"Only {PageLimits.MaxLines} lines are shown: there are more."
            : entries is GopherMenu { Terminated: false } ? "The menu does not say where it ends: it may be cut short."
            : lines.Count == 0 ? "The menu is empty."
            : null;
        return Page.Of(link, lines, notice);
    }

    private static PageLine Line(GopherItem item)
    {
        PageLink? link = item.Link is { } url ? LinkReader.OfLink(url, item.Name)
            : item.Locator is { } locator ? LinkReader.OfLocator(locator, item.Url, item.Name)
            : ItemPlace.UrlOf(item) is { } place ? new PageLink(LinkAction.Tell, place, item.Name)
            : null;
        return new PageLine(item.Name) { Tag = Tag(item, link), Link = link, IsError = item.IsError };
    }

    private static string Tag(GopherItem item, PageLink? link) => item switch
    {
        { IsError: true } => "ERR",
        { IsInformation: true } => string.Empty,
        { Link: not null } => "URL",
        _ when link is null => "-",
        _ => link.Action switch
        {
            LinkAction.List => "MENU",
            LinkAction.Search => "FIND",
            LinkAction.Read => "TEXT",
            LinkAction.Save => "FILE",
            _ => "TERM",
        },
    };
}
