using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Servers that refuse a data connection whose TLS session is not the control connection's: every transfer must resume it.</summary>
public sealed class FtpsResumptionTests(SharedFtpPeers peers)
{
    public static TheoryData<FtpServer, FtpPeerTls> Servers => FtpPeers.UsableRequiringSessionReuse;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Two_hundred_transfers_in_one_login(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await TransferAsync(ftp, "file", 200);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Four_connections_side_by_side(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using FtpConnection ftp = await folder.ConnectAsync();
            await TransferAsync(ftp, $"file {i}", 25);
        }));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Host_may_be_an_address(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls, host: "127.0.0.1");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async i =>
        {
            await using FtpConnection ftp = await folder.ConnectAsync();
            await TransferAsync(ftp, $"file {i}", 10);
        }));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_login_after_the_other(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        for (int i = 0; i < 5; i++)
        {
            await using FtpConnection ftp = await folder.ConnectAsync();
            await TransferAsync(ftp, "file", 3);
        }
    }

    [Fact]
    public async Task Session_that_cannot_be_resumed_is_told_as_the_reason()
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, FtpServer.Proftpd, FtpPeerTls.Implicit13);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await ftp.WriteAllAsync("file", Content.Octets(1_000));
        FtpException refused = await Assert.ThrowsAsync<FtpException>(() => ftp.ReadAllAsync("file"));
        Assert.Equal((InternetErrorKind.TlsFailed, 425, "RETR"), (refused.Kind, refused.ReplyCode, refused.Command));
        Assert.Contains("resumes the session", refused.Message, StringComparison.Ordinal);
        await ftp.NoOpAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Server_that_does_not_say_what_it_is_gets_TLS_1_2_once_it_refused_a_session_of_1_3()
    {
        await using FtpPeer peer = await new ProftpdPeer(FtpPeerTls.Explicit, ipv6: false, hidesIdentity: true).StartAsync();
        byte[] octets = Content.Octets(1_000);
        await File.WriteAllBytesAsync(Path.Combine(peer.Root, "file"), octets, TestContext.Current.CancellationToken);
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Tls = new TlsOptions { TrustedRoots = [peer.Authority.Root] },
            Ftp = new FtpConnectOptions { UserName = peer.UserName, Password = peer.Password, Tls = FtpTlsMode.Explicit },
        });
        for (int i = 0; i < 10; i++)
        {
            // The second is refused under TLS 1.3, and opened again over a login under 1.2.
            await using FtpFile file = await session.OpenFtpAsync(new Uri(peer.Url, "file"), cancellationToken: TestContext.Current.CancellationToken);
            FtpFileSteps.AssertSame(octets, await FtpFileSteps.ReadAllAsync(file));
        }
    }

    private static async Task TransferAsync(FtpConnection ftp, string name, int count)
    {
        for (int i = 0; i < count; i++)
        {
            byte[] octets = Content.Octets(1_000 + (i / 3));
            switch (i % 3)
            {
                case 0:
                    await ftp.WriteAllAsync(name, octets);
                    break;
                case 1:
                    FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync(name));
                    break;
                default:
                    Assert.Equal(octets.Length, (await ftp.ListAsync()).Single(entry => entry.Name == name).Length);
                    break;
            }
        }
    }
}
