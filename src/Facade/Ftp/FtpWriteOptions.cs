namespace HiPerf.Ftp;

/// <summary>How a file is written.</summary>
public sealed record FtpWriteOptions
{
    internal static readonly FtpWriteOptions Default = new();

    /// <summary>What happens to a file that is there.</summary>
    public FtpWriteMode Mode { get; init; }

    /// <summary>Where in the server's file to begin, octets from its start, 0 to 2^63-1 (REST before STOR); binary and Create only.</summary>
    public long Offset { get; init; }

    /// <summary>How octets stand for what is sent.</summary>
    public FtpTransferType Type { get; init; }

    /// <summary>Octets to announce (ALLO); null announces none.</summary>
    public long? Allocate { get; init; }
}
