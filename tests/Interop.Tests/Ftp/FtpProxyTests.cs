using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>FTP through the proxies of others: control and data connections both go through.</summary>
public sealed class FtpProxyTests(SharedFtpPeers peers, SharedProxies proxies) : IClassFixture<SharedProxies>
{
    public static TheoryData<FtpServer, FtpPeerTls> Servers => FtpPeers.PlainAndSecure;

    /// <summary>Without pyftpdlib under TLS: one time in three it resets, by its own log, the data connection that it has just accepted from squid, and replies nothing.</summary>
    public static TheoryData<FtpServer, FtpPeerTls> ServersBehindSquid =>
        [.. FtpPeers.PlainAndSecure.Select(row => row.Data).Where(row => row.Item1 != FtpServer.Pyftpdlib || row.Item2 == FtpPeerTls.None)];

    [Theory]
    [MemberData(nameof(ServersBehindSquid))]
    public async Task Squid_tunnels_control_and_data(FtpServer server, FtpPeerTls tls)
    {
        SquidPeer squid = await proxies.SquidAsync();
        await AssertWorksAsync(server, tls, new ProxyServer(ProxyKind.Http, "127.0.0.1", squid.Port, SquidPeer.User, SquidPeer.Password));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Dante_tunnels_control_and_data(FtpServer server, FtpPeerTls tls)
    {
        DantePeer dante = await proxies.DanteAsync();
        await AssertWorksAsync(server, tls, new ProxyServer(ProxyKind.Socks5, "127.0.0.1", dante.Port));
    }

    private async Task AssertWorksAsync(FtpServer server, FtpPeerTls tls, ProxyServer proxy)
    {
        var options = new ProxyOptions { Mode = ProxyMode.Custom, Default = proxy, BypassLoopback = false, Bypass = [] };
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls, host: "127.0.0.1", proxy: options);
        await using FtpConnection ftp = await folder.ConnectAsync();
        byte[] octets = Content.Octets(1_000_000);
        for (int i = 0; i < 3; i++)
        {
            await ftp.WriteAllAsync("file", octets);
            FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync("file"));
            Assert.Equal(octets.Length, Assert.Single(await ftp.ListAsync()).Length);
        }
    }
}
