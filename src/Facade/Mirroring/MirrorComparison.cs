namespace HiPerf;

/// <summary>What makes two files of one name the same.</summary>
public enum MirrorComparison
{
    /// <summary>Length, and time as exactly as both sides tell it.</summary>
    SizeAndTime = 0,

    /// <summary>Length alone.</summary>
    SizeOnly,

    /// <summary>Length and a hash of all octets. An FTP server that offers none is <see cref="NotSupportedException"/>.</summary>
    Hash,
}
