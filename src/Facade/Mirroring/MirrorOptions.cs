namespace HiPerf;

/// <summary>How a mirror is planned. Immutable.</summary>
public sealed record MirrorOptions
{
    internal static readonly MirrorOptions Default = new();

    /// <summary>What makes two files the same.</summary>
    public MirrorComparison Comparison { get; init; }

    /// <summary>Whether what only the destination has is deleted, and what stands there in another kind replaced; false.</summary>
    public bool Deletes { get; init; }

    /// <summary>Deletes a plan may hold, 0 to 2^31-1; 1,000. More make planning fail: an empty source would empty the destination.</summary>
    public int MaxDeletes { get; init; } = 1000;

    /// <summary>Files to mirror: <c>*</c> is any run within a name, <c>?</c> one character, <c>**</c> any folders. A pattern without a slash looks at names alone,
    /// one with a slash at paths from the root. Empty, the default, is all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Files and folders to leave alone on both sides, in the same words; a slash at the end means folders alone. Stronger than <see cref="Include"/>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>What becomes of names that are not one plain component, or collide.</summary>
    public MirrorBadNames BadNames { get; init; }

    /// <summary>Whether copies get the time of their source, where the destination can; true. Without it times are only compared for a newer source.</summary>
    public bool PreservesTimes { get; init; } = true;

    /// <summary>Times that differ by no more are the same, zero to a day; 1 s. A listing that tells less exactly counts by its own precision.</summary>
    public TimeSpan TimeTolerance { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Folders below the root that are looked into, 0 to 1,000; 100. Deeper ones are an error.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Entries on either side, 1 to 100,000,000; 1,000,000. More are an error: a plan lies in memory.</summary>
    public int MaxEntries { get; init; } = 1_000_000;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Include);
        ArgumentNullException.ThrowIfNull(Exclude);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDeletes);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDepth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDepth, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxEntries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxEntries, 100_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(TimeTolerance, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TimeTolerance, TimeSpan.FromDays(1));
        if (!Enum.IsDefined(Comparison) || !Enum.IsDefined(BadNames))
        {
            throw new ArgumentException("A choice of the options is none of its kind.");
        }
    }
}
