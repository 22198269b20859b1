using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Files by URL over connections that the session keeps.</summary>
public sealed class FtpPoolTests(SharedFtpPeers peers)
{
    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Eight_files_are_read_at_once_and_their_connections_kept(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        for (int i = 0; i < 8; i++)
        {
            _ = await folder.PutAsync($"{i} ü", 200_000 + i);
        }

        for (int round = 0; round < 3; round++)
        {
            // All are open before the first is read: no connection can serve two.
            FtpFile[] files = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                folder.Session.OpenFtpAsync(folder.Url($"{i} ü"), cancellationToken: TestContext.Current.CancellationToken).AsTask()));
            Assert.Equal(0, folder.Session.IdleConnections);
            byte[][] contents = await Task.WhenAll(files.Select(FtpFileSteps.ReadAllAsync));
            for (int i = 0; i < 8; i++)
            {
                FtpFileSteps.AssertSame(Content.Octets(200_000 + i), contents[i]);
                await files[i].DisposeAsync();
            }

            Assert.Equal(8, folder.Session.IdleConnections);
        }
    }
}
