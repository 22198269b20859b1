namespace HiPerf.Ftp;

/// <summary>How a local file is copied to the server.</summary>
public sealed record FtpUploadOptions
{
    internal static readonly FtpUploadOptions Default = new();

    /// <summary>Whether a file of that name is replaced; true, as STOR does. False: it is an error.</summary>
    public bool Overwrite { get; init; } = true;

    /// <summary>Whether to write under a name of its own beside the target and rename when it is whole and verified; true.</summary>
    public bool UsesTemporaryName { get; init; } = true;

    /// <summary>Whether to go on behind what the server has of it, when that is no longer than the local file and not older; false.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether a hash is compared where the server offers one; true. What was found is <see cref="FtpTransferResult.Proof"/>.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>Whether the server's file gets the local time, where the server can (MFMT); true.</summary>
    public bool PreservesTime { get; init; } = true;

    /// <summary>How octets stand for what is sent. Text is neither resumed nor compared.</summary>
    public FtpTransferType Type { get; init; }

    /// <summary>Hears how far it came; null tells nobody.</summary>
    public IProgress<FtpTransferProgress>? Progress { get; init; }
}
