namespace HiPerf.Cli.Browsing;

/// <summary>How much of what peers send is kept and shown. docs/cli.md names them.</summary>
internal static class PageLimits
{
    /// <summary>Lines of a page; what follows is left out, and said to be.</summary>
    public const int MaxLines = 10_000;

    /// <summary>Characters of a line before it is escaped; the rest is cut.</summary>
    public const int MaxLineLength = 1000;

    /// <summary>Octets of a text that are read; what follows is left out, and said to be.</summary>
    public const int MaxTextLength = 16 * 1024 * 1024;

    /// <summary>Pages that are kept to go back and forward to.</summary>
    public const int MaxHistory = 32;
}
