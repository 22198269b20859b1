namespace HiPerf.Ftp;

/// <summary>How a file is copied from the server to a local one.</summary>
public sealed record FtpDownloadOptions
{
    internal static readonly FtpDownloadOptions Default = new();

    /// <summary>Whether a local file that is there is replaced; false: it is an error.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether to go on where an earlier attempt stopped, when the server's size and time are still what they were then; false.</summary>
    /// <remarks>The octets of such an attempt lie beside the target under its name and <c>.part</c>, what is known of them under that and <c>.json</c>; those of others under a name that nobody else uses.</remarks>
    public bool Resume { get; init; }

    /// <summary>Whether a hash is compared where the server offers one; true. What was found is <see cref="FtpTransferResult.Proof"/>.</summary>
    public bool Verify { get; init; } = true;

    /// <summary>Whether the local file gets the server's time; true.</summary>
    public bool PreservesTime { get; init; } = true;

    /// <summary>How octets stand for what is sent. Text is neither resumed nor compared.</summary>
    public FtpTransferType Type { get; init; }

    /// <summary>Hears how far it came; null tells nobody.</summary>
    public IProgress<FtpTransferProgress>? Progress { get; init; }
}
