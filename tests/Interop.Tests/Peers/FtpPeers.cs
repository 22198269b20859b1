namespace HiPerf.Interop.Tests.Peers;

/// <summary>Which server there is in which security, as rows for theories.</summary>
internal static class FtpPeers
{
    /// <summary>Every server in everything it can do. pure-ftpd has no implicit TLS; which version is taken where both are offered matters to ProFTPD alone.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> All { get; } =
    [
        .. from server in Enum.GetValues<FtpServer>()
           from tls in Enum.GetValues<FtpPeerTls>()
           where (server != FtpServer.PureFtpd || tls is not (FtpPeerTls.Implicit12 or FtpPeerTls.Implicit13)) && (tls != FtpPeerTls.Explicit || server == FtpServer.Proftpd)
           select (server, tls),
    ];

    /// <summary>Every server in clear.</summary>
    public static TheoryData<FtpServer> Plain { get; } = [.. Enum.GetValues<FtpServer>()];

    /// <summary>Every server under TLS.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> Secure { get; } = [.. All.Select(row => row.Data).Where(row => row.Item2 != FtpPeerTls.None)];

    /// <summary>Those that refuse a data connection whose TLS session isn't that of the control connection.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> RequiringSessionReuse { get; } =
        [.. Secure.Select(row => row.Data).Where(row => row.Item1 is FtpServer.Vsftpd or FtpServer.Proftpd)];

    /// <summary>What our client is tried on: all but ProFTPD with TLS 1.3 alone.</summary>
    /// <remarks>ProFTPD gives out tickets when a session begins and none when one is resumed. OpenSSL, under SslStream, takes a ticket of TLS 1.3 for one use (RFC 8446 appendix C.4):
    /// the first data connection resumes by it, and the second cannot. Where it offers 1.2 too, our client takes that.</remarks>
    public static TheoryData<FtpServer, FtpPeerTls> Usable { get; } = [.. All.Select(row => row.Data).Where(IsUsable)];

    /// <summary>Those of them in clear and under one version of TLS, for what the way TLS begins makes no difference to.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> PlainAndSecure { get; } =
    [
        .. Usable.Select(row => row.Data)
            .Where(row => row.Item2 == FtpPeerTls.None || row.Item2 == (row.Item1 == FtpServer.Proftpd ? FtpPeerTls.Explicit12 : FtpPeerTls.Explicit13)),
    ];

    /// <summary>Those of them that refuse a data connection whose TLS session isn't that of the control connection.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> UsableRequiringSessionReuse { get; } = [.. RequiringSessionReuse.Select(row => row.Data).Where(IsUsable)];

    /// <summary>Starts one; it is up when this returns.</summary>
    public static Task<FtpPeer> StartAsync(FtpServer server, FtpPeerTls tls = FtpPeerTls.None, bool ipv6 = false)
    {
        FtpPeer peer = server switch
        {
            FtpServer.Vsftpd => new VsftpdPeer(tls, ipv6),
            FtpServer.Proftpd => new ProftpdPeer(tls, ipv6),
            FtpServer.PureFtpd => new PureFtpdPeer(tls, ipv6),
            _ => new PyftpdlibPeer(tls, ipv6),
        };
        return peer.StartAsync();
    }

    private static bool IsUsable((FtpServer Server, FtpPeerTls Tls) row) =>
        row.Server != FtpServer.Proftpd || row.Tls is not (FtpPeerTls.Explicit13 or FtpPeerTls.Implicit13);
}
