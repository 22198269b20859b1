namespace HiPerf.Gopher;

/// <summary>How far a crawl goes. Every limit is here.</summary>
public sealed record GopherCrawlOptions
{
    internal static readonly GopherCrawlOptions Default = new();

    /// <summary>Menus below the first, 0 to 1,000; 8. Deeper menus are named and not entered.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Menus that are fetched, 1 to 1,000,000; 1,000. Beyond: the crawl ends with LimitExceeded.</summary>
    public int MaxMenus { get; init; } = 1000;

    /// <summary>Items that are handed out, 1 to 2^30; 100,000. Beyond: the crawl ends with LimitExceeded.</summary>
    public int MaxItems { get; init; } = 100_000;

    /// <summary>Whether menus of other hosts and ports are entered too; not by default.</summary>
    public bool LeavesHost { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDepth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDepth, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMenus, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxMenus, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxItems, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxItems, 1 << 30);
    }
}
