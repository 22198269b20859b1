using HiPerf.Gopher;

namespace HiPerf.Cli.Browsing;

/// <summary>Says what following a URL does, by its scheme and, for Gopher, its item type.</summary>
internal static class LinkReader
{
    /// <summary>Reads a URL that a person named.</summary>
    /// <exception cref="NotSupportedException">Its scheme has neither folders nor menus.</exception>
    /// <exception cref="UriFormatException">It is a Gopher URL, and its path none.</exception>
    public static PageLink Read(InternetUrl url) => url.Scheme switch
    {
        "file" or "ftp" or "ftps" => new PageLink(url.Path.EndsWith('/') || url.Path.Length == 0 ? LinkAction.List : LinkAction.Read, url, url.ToString()),
        "gopher" or "gophers" => OfLocator(GopherLocator.FromUrl(url), url, url.ToString()),
        _ => throw new NotSupportedException($"What can be browsed is gopher, gophers, ftp, ftps and file, not '{url.Scheme}'."),
    };

    /// <summary>Reads a URL that a menu leads to: never to a file of this machine, and to nothing that needs another program.</summary>
    public static PageLink OfLink(InternetUrl url, string name)
    {
        try
        {
            return url.Scheme == "file" ? new PageLink(LinkAction.Tell, url, name) : Read(url) with { Name = name };
        }
        catch (Exception e) when (e is NotSupportedException or UriFormatException)
        {
            return new PageLink(LinkAction.Tell, url, name);
        }
    }

    /// <summary>Reads a Gopher item.</summary>
    public static PageLink OfLocator(GopherLocator locator, InternetUrl url, string name) => new(ActionOf(locator), url, name);

    private static LinkAction ActionOf(GopherLocator locator)
    {
        if (locator.Type == GopherItemType.Unknown)
        {
            return LinkAction.Read;
        }

        GopherItemFlags flags = GopherItemTypes.Flags(locator.Type);
        return locator.Type == GopherItemType.Search && locator.Query is null ? LinkAction.Search
            : flags.HasFlag(GopherItemFlags.Directory) ? LinkAction.List
            : flags.HasFlag(GopherItemFlags.Session) ? LinkAction.Tell
            : flags.HasFlag(GopherItemFlags.Text) ? LinkAction.Read
            : LinkAction.Save;
    }
}
