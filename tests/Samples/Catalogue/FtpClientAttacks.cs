namespace HiPerf.Samples.Catalogue;

/// <summary>All rows that a scripted FTP server throws at a client: FC-01 to FC-14.</summary>
public static class FtpClientAttacks
{
    public static IReadOnlyList<FtpClientAttack> All { get; } = [.. FtpDataAttacks.All, .. FtpTlsAttacks.All, .. FtpReplyAttacks.All, .. FtpFileAttacks.All];
}
