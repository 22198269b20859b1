using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>One entry of a listing, texts in ISO-8859-1.</summary>
internal sealed record InspectedEntry
{
    public required string Name { get; init; }

    public required FtpEntryType Type { get; init; }

    public ulong? Size { get; init; }

    /// <summary>ISO 8601, as exact as the line is, in the server's zone or UTC as the format has it; null when unknown.</summary>
    public string? Modified { get; init; }

    public string? Permissions { get; init; }

    public string? Owner { get; init; }

    public string? Group { get; init; }

    public string? Unique { get; init; }

    public string? Target { get; init; }

    public bool IsSelfOrParent { get; init; }

    public FtpListingFormat Format { get; init; }

    /// <summary>The type's name in answers.</summary>
    public string TypeName => Type switch
    {
        FtpEntryType.File => "file",
        FtpEntryType.Directory => "dir",
        FtpEntryType.Link => "link",
        FtpEntryType.Other => "other",
        _ => "unknown",
    };
}
