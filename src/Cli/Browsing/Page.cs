using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>A folder, a menu or a text, loaded: lines, some of which can be followed.</summary>
/// <param name="Title">What stands above it; escaped.</param>
/// <param name="Lines">At most <see cref="PageLimits.MaxLines"/>.</param>
internal sealed record Page(string Title, IReadOnlyList<PageLine> Lines)
{
    /// <summary>Where it was had; null for pages of our own.</summary>
    public PageLink? Source { get; init; }

    /// <summary>What is to be said of it, one sentence; null when nothing is.</summary>
    public string? Notice { get; init; }

    /// <summary>Makes a page of what a peer sent.</summary>
    public static Page Of(PageLink source, IReadOnlyList<PageLine> lines, string? notice) =>
        new(TerminalText.Escape(source.Url.ToString()), lines) { Source = source, Notice = notice };
}
