namespace HiPerf.Cli.Browsing;

/// <summary>Makes the page that shows URLs whole: of what is looked at, and of what is selected in it.</summary>
internal static class UrlPage
{
    public static Page Of(PageView view)
    {
        List<PageLine> lines = [];
        if (view.Page.Source is { } source)
        {
            lines.Add(new PageLine("This page:"));
            lines.Add(new PageLine("  " + source.Url));
        }

        if (view.Link is { } link)
        {
            lines.Add(new PageLine("The selected entry: " + link.Name));
            lines.Add(new PageLine("  " + link.Url));
        }

        return new Page("URLs", lines);
    }
}
