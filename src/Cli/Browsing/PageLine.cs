namespace HiPerf.Cli.Browsing;

/// <summary>One line of a page: harmless to show, and with a link to follow.</summary>
internal sealed record PageLine
{
    /// <summary>Makes a line.</summary>
    /// <param name="text">What it says, as the peer sent it; cut and escaped here.</param>
    public PageLine(string text) => Text = PageText.Clean(text);

    /// <summary>What it says: no control, no tab, nothing else a terminal obeys.</summary>
    public string Text { get; }

    /// <summary>What kind of entry it is, in a few letters of ours; empty for plain text.</summary>
    public string Tag { get; init; } = string.Empty;

    /// <summary>Where it leads; null where there is nothing to follow.</summary>
    public PageLink? Link { get; init; }

    /// <summary>Whether the peer says an error in it.</summary>
    public bool IsError { get; init; }
}
