using System.Net.Sockets;
using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Data connections made by either side, over both families of addresses.</summary>
public sealed class FtpDataModeTests(SharedFtpPeers peers)
{
    public static TheoryData<FtpServer, FtpPeerTls, FtpDataMode, bool> Modes { get; } =
    [
        .. from row in FtpPeers.PlainAndSecure
           from mode in Enum.GetValues<FtpDataMode>()
           from ipv6 in (bool[])[false, true]
           select (row.Data.Item1, row.Data.Item2, mode, ipv6),
    ];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Data_flows_both_ways(FtpServer server, FtpPeerTls tls, FtpDataMode mode, bool ipv6)
    {
        Assert.SkipUnless(!ipv6 || Socket.OSSupportsIPv6, "needs IPv6");
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls, ipv6, mode: mode);
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
