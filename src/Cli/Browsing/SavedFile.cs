namespace HiPerf.Cli.Browsing;

/// <summary>What saving came to.</summary>
/// <param name="Length">Octets that were written.</param>
/// <param name="IsVerified">Whether the content's end is known to be the true one.</param>
internal sealed record SavedFile(long Length, bool IsVerified);
