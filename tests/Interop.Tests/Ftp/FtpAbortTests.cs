using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Transfers that are given up in the middle: their connection can be used on, and says the truth afterwards.</summary>
public sealed class FtpAbortTests(SharedFtpPeers peers)
{
    // More than the buffers of both ends hold, so that the server is still sending, or has begun to read.
    private const long Length = 64 * 1024 * 1024;
    private const int Written = 16 * 1024 * 1024;

    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Pure-FTPd answers a download that broke with a second 150 instead of its last reply: no account can be kept of that, so the connection ends.
    public static TheoryData<FtpServer, FtpPeerTls> Answering { get; } = [.. FtpPeers.Usable.Select(row => row.Data).Where(row => row.Item1 != FtpServer.PureFtpd)];

    public static TheoryData<FtpServer, FtpPeerTls> Wordless { get; } = [.. FtpPeers.Usable.Select(row => row.Data).Where(row => row.Item1 == FtpServer.PureFtpd)];

    [Theory]
    [MemberData(nameof(Answering))]
    public async Task Download_that_is_given_up_leaves_the_connection_usable(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await Content.WriteAsync(Path.Combine(folder.Disk, "large"), Length);
        byte[] small = await folder.PutAsync("small", 1_000);
        await using FtpConnection ftp = await folder.ConnectAsync();
        foreach (Ending ending in Enum.GetValues<Ending>())
        {
            FtpFile file = await ftp.OpenReadAsync("large", cancellationToken: Token);
            await file.ReadExactlyAsync(new byte[100_000], Token);
            await EndAsync(file, ending);
            Assert.False(file.IsComplete);
            Assert.False(ftp.IsClosed, $"{ending}");
            FtpFileSteps.AssertSame(small, await ftp.ReadAllAsync("small"));
            Assert.Equal(Length, await ftp.GetSizeAsync("large", Token));
        }
    }

    [Theory]
    [MemberData(nameof(Wordless))]
    public async Task Connection_whose_server_does_not_answer_is_closed_and_says_so(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await Content.WriteAsync(Path.Combine(folder.Disk, "large"), Length);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await using (FtpFile file = await ftp.OpenReadAsync("large", cancellationToken: Token))
        {
            await file.ReadExactlyAsync(new byte[100_000], Token);
        }

        Assert.True(ftp.IsClosed);
        FtpException closed = await Assert.ThrowsAsync<FtpException>(async () => await ftp.NoOpAsync(Token));
        Assert.Equal(InternetErrorKind.ConnectionAborted, closed.Kind);
        await using FtpFile other = await folder.Session.OpenFtpAsync(folder.Url("large"), cancellationToken: Token);
        await other.ReadExactlyAsync(new byte[100_000], Token);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Upload_that_is_given_up_leaves_the_connection_usable(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        byte[] small = await folder.PutAsync("small", 1_000);
        byte[] octets = Content.Octets(Written);
        await using FtpConnection ftp = await folder.ConnectAsync();
        foreach (Ending ending in Enum.GetValues<Ending>())
        {
            FtpFile file = await ftp.OpenWriteAsync($"{ending}", cancellationToken: Token);
            await file.WriteAsync(octets, Token);
            await EndAsync(file, ending);
            Assert.False(file.IsComplete);
            Assert.False(ftp.IsClosed, $"{ending}");
            FtpFileSteps.AssertSame(small, await ftp.ReadAllAsync("small"));
            await ftp.WriteAllAsync($"{ending}", small);
            FtpFileSteps.AssertSame(small, await ftp.ReadAllAsync($"{ending}"));
        }
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Listing_that_is_given_up_leaves_the_connection_usable(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        for (int i = 0; i < 50; i++)
        {
            _ = await folder.PutAsync($"file {i}", 1);
        }

        await using FtpConnection ftp = await folder.ConnectAsync();
        await foreach (FtpEntry entry in ftp.EnumerateAsync(cancellationToken: Token))
        {
            Assert.StartsWith("file ", entry.Name, StringComparison.Ordinal);
            break;
        }

        Assert.False(ftp.IsClosed);
        Assert.Equal(50, (await ftp.ListAsync()).Count);
    }

    private static async Task EndAsync(FtpFile file, Ending ending)
    {
        switch (ending)
        {
            case Ending.Dispose:
#pragma warning disable CA1849, VSTHRD103 // What the synchronous way leaves behind is what this is about.
                file.Dispose();
#pragma warning restore CA1849, VSTHRD103
                break;
            case Ending.DisposeAsync:
                await file.DisposeAsync();
                break;
            default:
                _ = await file.CancelAsync();
                await file.DisposeAsync();
                break;
        }
    }

    private enum Ending
    {
        Dispose,
        DisposeAsync,
        CancelAsync,
    }
}
