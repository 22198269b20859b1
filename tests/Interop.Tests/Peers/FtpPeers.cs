namespace HiPerf.Interop.Tests.Peers;

/// <summary>Which server there is in which security, as rows for theories.</summary>
internal static class FtpPeers
{
    /// <summary>Every server in everything it can do. pure-ftpd has no implicit TLS.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> All { get; } =
    [
        .. from server in Enum.GetValues<FtpServer>()
           from tls in Enum.GetValues<FtpPeerTls>()
           where server != FtpServer.PureFtpd || tls is not (FtpPeerTls.Implicit12 or FtpPeerTls.Implicit13)
           select (server, tls),
    ];

    /// <summary>Every server in clear.</summary>
    public static TheoryData<FtpServer> Plain { get; } = [.. Enum.GetValues<FtpServer>()];

    /// <summary>Every server under TLS.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> Secure { get; } = [.. All.Select(row => row.Data).Where(row => row.Item2 != FtpPeerTls.None)];

    /// <summary>Those that refuse a data connection whose TLS session isn't that of the control connection.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> RequiringSessionReuse { get; } =
        [.. Secure.Select(row => row.Data).Where(row => row.Item1 is FtpServer.Vsftpd or FtpServer.Proftpd)];

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
}
