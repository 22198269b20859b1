namespace HiPerf.Ftp;

/// <summary>What of a folder is listed.</summary>
public sealed record FtpEnumerateOptions
{
    internal static readonly FtpEnumerateOptions Default = new();

    /// <summary>Names to list: <c>*</c> is any run of characters, <c>?</c> any one; null lists all. Matched here, never by the server.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether folders within are listed too, each after the entry that names it; the pattern decides what is shown, not where is looked.</summary>
    public bool Recursive { get; init; }

    /// <summary>Folders below the first that are looked into, 0 to 1,000; 100. Deeper ones are an error: a loop of links has no end.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Entries in all, 1 to 2^40; 10,000,000. More are an error.</summary>
    public long MaxEntries { get; init; } = 10_000_000;

    /// <summary>Whether lines that no known form of listing explains are read over; false: such a line is an error, for an entry that is left out looks like one that is not there.</summary>
    public bool SkipsUnrecognized { get; init; }
}
