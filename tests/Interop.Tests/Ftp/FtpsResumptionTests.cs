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

    [Theory]
    [InlineData(FtpPeerTls.Explicit13)]
    [InlineData(FtpPeerTls.Implicit13)]
    public async Task Session_that_cannot_be_resumed_is_told_as_the_reason(FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, FtpServer.Proftpd, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await ftp.WriteAllAsync("file", Content.Octets(1_000));
        FtpException refused = await Assert.ThrowsAsync<FtpException>(() => ftp.ReadAllAsync("file"));
        Assert.Equal((InternetErrorKind.TlsFailed, 425, "RETR"), (refused.Kind, refused.ReplyCode, refused.Command));
        Assert.Contains("resumes the session", refused.Message, StringComparison.Ordinal);
        await ftp.NoOpAsync(TestContext.Current.CancellationToken);
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
