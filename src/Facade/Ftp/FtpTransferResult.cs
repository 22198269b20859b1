namespace HiPerf.Ftp;

/// <summary>What a transfer between a local file and the server did.</summary>
/// <param name="Length">Octets of the whole file.</param>
/// <param name="Transferred">Octets that this transfer moved.</param>
/// <param name="Proof">What it is known by that the file is whole.</param>
/// <param name="Algorithm">The algorithm that agreed; None where no hash was compared.</param>
/// <param name="LastWriteTime">When the server's file was last written; null when unknown.</param>
public sealed record FtpTransferResult(long Length, long Transferred, FtpProof Proof, FtpHashAlgorithms Algorithm, DateTimeOffset? LastWriteTime)
{
    /// <summary>Whether the transfer went on where an earlier one had stopped.</summary>
    public bool Resumed => Transferred < Length;
}
