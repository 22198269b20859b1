namespace HiPerf.Ftp;

/// <summary>How a file is read.</summary>
public sealed record FtpReadOptions
{
    internal static readonly FtpReadOptions Default = new();

    /// <summary>Where to begin, octets from the start, 0 to 2^63-1 (REST); binary only.</summary>
    public long Offset { get; init; }

    /// <summary>How octets stand for what is sent.</summary>
    public FtpTransferType Type { get; init; }

    /// <summary>Whether to ask for the size first, so that the end is verified by it too; false: the transfer's own end and reply decide, and one round trip is saved.</summary>
    public bool AsksSize { get; init; }
}
