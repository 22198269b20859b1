namespace HiPerf.Ftp;

/// <summary>How far a transfer came.</summary>
/// <param name="Transferred">Octets that were moved by this transfer, what was there before left out.</param>
/// <param name="Offset">Where in the file it began: more than 0 when it resumed.</param>
/// <param name="Length">Octets of the whole file; null when unknown.</param>
public readonly record struct FtpTransferProgress(long Transferred, long Offset, long? Length);
