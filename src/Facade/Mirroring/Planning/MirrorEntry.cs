using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>One entry of a tree that is compared.</summary>
/// <param name="Path">Relative to the root, parted by <c>/</c>. Of a refused entry only for people.</param>
/// <param name="Type">File, folder, link.</param>
/// <param name="Length">Octets; null when unknown.</param>
/// <param name="Time">When it was last written; null when unknown.</param>
/// <param name="Precision">How exact the time is.</param>
internal sealed record MirrorEntry(string Path, FtpEntryType Type, long? Length = null, DateTimeOffset? Time = null, FtpTimePrecision Precision = FtpTimePrecision.Second)
{
    /// <summary>What stands against using it; None when nothing does.</summary>
    public MirrorEntryFault Fault { get; init; }

    public bool IsDirectory => Type == FtpEntryType.Directory;

    public bool IsFile => Type == FtpEntryType.File;

    public bool IsUsable => Fault == MirrorEntryFault.None;
}

/// <summary>What stands against using an entry.</summary>
internal enum MirrorEntryFault
{
    None = 0,

    /// <summary>The filters leave it out.</summary>
    Excluded,

    /// <summary>Its name is not plain.</summary>
    BadName,

    /// <summary>Its name is another's where case or composition is ignored.</summary>
    Collides,
}
