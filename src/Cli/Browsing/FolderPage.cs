using System.Globalization;

namespace HiPerf.Cli.Browsing;

/// <summary>Makes the page of a folder: the way up, the folders, the files, each by name.</summary>
internal static class FolderPage
{
    /// <summary>The tag of the line that leads up.</summary>
    public const string ParentTag = "UP";

    // So that name, length and time fit into 80 columns.
    private const int NameCells = 39;

    public static async Task<Page> LoadAsync(InternetSession session, PageLink link, CancellationToken cancellationToken)
    {
        List<InternetEntry> entries = [];
        bool isCut = false;
        await foreach (InternetEntry entry in session.EnumerateAsync(link.Url.Href, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            isCut = entries.Count == PageLimits.MaxLines - 1;
            if (isCut)
            {
                break;
            }

            entries.Add(entry);
        }

        List<PageLine> lines = [.. Parent(link.Url)];
        lines.AddRange(entries.OrderBy(static entry => !entry.IsDirectory).ThenBy(static entry => entry.Name, StringComparer.OrdinalIgnoreCase).Select(Line));
        return Page.Of(link, lines, isCut ? $"Only {entries.Count} entries are shown: there are more." : entries.Count == 0 ? "The folder is empty." : null);
    }

    private static IEnumerable<PageLine> Parent(InternetUrl url)
    {
        if (url.Path.Trim('/').Length > 0)
        {
            yield return new PageLine("..") { Tag = ParentTag, Link = new PageLink(LinkAction.List, url.Resolve(".."), "..") };
        }
    }

    private static PageLine Line(InternetEntry entry)
    {
        string length = entry.Length?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        string time = entry.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;
        string name = PageText.Clean(entry.Name) + (entry.IsDirectory ? "/" : string.Empty);
        return new PageLine($"{name}{new string(' ', Math.Max(0, NameCells - CellText.WidthOf(name)))}  {length,12}  {time}".TrimEnd())
        {
            Tag = entry.IsDirectory ? "DIR" : "FILE",
            Link = new PageLink(entry.IsDirectory ? LinkAction.List : LinkAction.Read, entry.Url, entry.Name),
        };
    }
}
