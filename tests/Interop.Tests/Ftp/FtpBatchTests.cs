using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Many files over one connection: read, given up, refused, on each server.</summary>
public sealed class FtpBatchTests
{
    public static TheoryData<FtpServer, FtpPeerTls> All => FtpPeers.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Files_come_whatever_became_of_those_before(FtpServer server, FtpPeerTls tls)
    {
        await using FtpPeer peer = await FtpPeers.StartAsync(server, tls);
        await Content.WriteAsync(Path.Combine(peer.Root, "small"), 1024);
        await Content.WriteAsync(Path.Combine(peer.Root, "large"), 8_000_000);
        byte[] small = await File.ReadAllBytesAsync(Path.Combine(peer.Root, "small"), TestContext.Current.CancellationToken);
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [peer.Authority.Root] } });
        await using FtpConnection connection = await session.ConnectFtpAsync(peer.Host, new FtpConnectOptions
        {
            Port = peer.Port,
            UserName = peer.UserName,
            Password = peer.Password,
            Tls = tls == FtpPeerTls.None ? FtpTlsMode.Off : peer.IsImplicit ? FtpTlsMode.Implicit : FtpTlsMode.Explicit,
        }, TestContext.Current.CancellationToken);

        int read = 0;
        int refused = 0;
        byte[] buffer = new byte[4096];
        string[] all = ["small", "none", "small", "large", "small", "small", "none", "large", "none", "small"];

        // A connection to Pure-FTPd does not outlive a download that was given up.
        string[] names = server == FtpServer.PureFtpd ? [.. all.Where(name => name != "large")] : all;
        await foreach (FtpFile file in connection.ReadFilesAsync(names, cancellationToken: TestContext.Current.CancellationToken))
        {
            if (file.Refusal is not null)
            {
                Assert.Equal(("none", 550), (file.Path, file.Refusal.ReplyCode));
                refused++;
            }
            else if (file.Path == "large")
            {
                // Given up in the middle.
                Assert.NotEqual(0, await file.ReadAsync(buffer, TestContext.Current.CancellationToken));
            }
            else
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, TestContext.Current.CancellationToken);
                Assert.Equal(small, content.ToArray());
                read++;
            }
        }

        Assert.Equal((5, 3), (read, refused));
        await connection.NoOpAsync(TestContext.Current.CancellationToken);
    }
}
