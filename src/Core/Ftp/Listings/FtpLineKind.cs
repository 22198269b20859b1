namespace HiPerf.Ftp;

/// <summary>What a line of a listing is.</summary>
public enum FtpLineKind : byte
{
    /// <summary>No line was read.</summary>
    None = 0,

    /// <summary>A file, folder or link.</summary>
    Entry,

    /// <summary>A heading, a sum or an empty line: known to say nothing of an entry.</summary>
    Heading,

    /// <summary>A line that the listing's format does not explain.</summary>
    Unrecognized,

    /// <summary>The listing has ended.</summary>
    End,
}
