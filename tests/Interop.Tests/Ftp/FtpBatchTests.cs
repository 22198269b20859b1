using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Many files in one go over one connection.</summary>
public sealed class FtpBatchTests(SharedFtpPeers peers)
{
    private const int Count = 50;
    private const int Missing = 25;

    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Batch_reads_all_files_and_says_which_is_missing(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await FillAsync(folder);
        await using FtpConnection ftp = await folder.ConnectAsync();
        int index = 0;
        await foreach (FtpFile file in ftp.ReadFilesAsync(Enumerable.Range(0, Count).Select(i => $"file {i}"), cancellationToken: Token))
        {
            Assert.Equal($"file {index}", file.Path);
            if (index == Missing)
            {
                Assert.Equal((InternetErrorKind.NotFound, 550), (file.Refusal?.Kind, file.Refusal?.ReplyCode));
            }
            else
            {
                Assert.Null(file.Refusal);
                FtpFileSteps.AssertSame(Content.Octets(LengthOf(index)), await FtpFileSteps.ReadAllAsync(file));
            }

            index++;
        }

        Assert.Equal(Count, index);
        await ftp.NoOpAsync(Token);
    }

    [Theory]
    [MemberData(nameof(FtpAbortTests.Answering), MemberType = typeof(FtpAbortTests))]
    public async Task Batch_goes_on_behind_files_that_are_given_up(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await FillAsync(folder);
        await using FtpConnection ftp = await folder.ConnectAsync();
        int index = 0;
        await foreach (FtpFile file in ftp.ReadFilesAsync(Enumerable.Range(0, 12).Select(i => $"file {i}"), cancellationToken: Token))
        {
            if (index % 3 == 1)
            {
                FtpFileSteps.AssertSame(Content.Octets(LengthOf(index)), await FtpFileSteps.ReadAllAsync(file));
            }
            else
            {
                // A server that has not taken the connection yet when it is reset may never say so (pyftpdlib): the first octet shows that it has.
                _ = await file.ReadAsync(new byte[1], Token);
            }

            index++;
        }

        Assert.Equal(12, index);
        FtpFileSteps.AssertSame(Content.Octets(LengthOf(3)), await ftp.ReadAllAsync("file 3"));
    }

    [Theory]
    [MemberData(nameof(FtpAbortTests.Answering), MemberType = typeof(FtpAbortTests))]
    public async Task Batch_goes_on_behind_large_files_given_up_and_files_refused(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        _ = await folder.PutAsync("small", 1024);
        _ = await folder.PutAsync("large", 8_000_000);
        await using FtpConnection ftp = await folder.ConnectAsync();
        (int read, int refused) = (0, 0);
        byte[] buffer = new byte[4096];
        string[] names = ["small", "none", "small", "large", "small", "small", "none", "large", "none", "small"];
        await foreach (FtpFile file in ftp.ReadFilesAsync(names, cancellationToken: Token))
        {
            if (file.Refusal is not null)
            {
                Assert.Equal(("none", 550), (file.Path, file.Refusal.ReplyCode));
                refused++;
            }
            else if (file.Path == "large")
            {
                Assert.NotEqual(0, await file.ReadAsync(buffer, Token));
            }
            else
            {
                FtpFileSteps.AssertSame(Content.Octets(1024), await FtpFileSteps.ReadAllAsync(file));
                read++;
            }
        }

        Assert.Equal((5, 3), (read, refused));
        await ftp.NoOpAsync(Token);
    }

    // The first is empty, and no two are of one length.
    private static int LengthOf(int index) => index * index * 97;

    private static async Task FillAsync(FtpTestFolder folder)
    {
        for (int i = 0; i < Count; i++)
        {
            if (i != Missing)
            {
                _ = await folder.PutAsync($"file {i}", LengthOf(i));
            }
        }
    }
}
