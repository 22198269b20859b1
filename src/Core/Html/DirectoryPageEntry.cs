namespace HiPerf.Html;

/// <summary>One row of a directory's page.</summary>
public readonly ref struct DirectoryPageEntry
{
    /// <summary>What is shown. An empty one is shown as an ellipsis, so that its link can be seen.</summary>
    public HtmlText Name { get; init; }

    /// <summary>Where it leads; nowhere by default.</summary>
    public HtmlLink Link { get; init; }

    /// <summary>What it stands for.</summary>
    public DirectoryPageKind Kind { get; init; }

    /// <summary>Octets, 0 and more; null when unknown.</summary>
    public long? Size { get; init; }

    /// <summary>When it was last written, in UTC; null when unknown.</summary>
    public DateTime? Modified { get; init; }

    /// <summary>How much of <see cref="Modified"/> is known.</summary>
    public DirectoryPagePrecision Precision { get; init; }
}
