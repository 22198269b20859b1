using System.Text;
using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Files to and from the servers of others, compared by SHA-256 with what lies on their disks.</summary>
public sealed class FtpTransferTests(SharedFtpPeers peers)
{
    private static readonly string[] s_names =
        ["a file.bin", "two  blanks", "ünï-cödé 文字 \u00e9", ".hidden", "..two dots", "-dash", "--help", "-la", "a'b", "semi;colon", "per%41cent#hash", "~tilde", "a&b=c+d"];

    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Files_of_any_length_go_up_and_come_down(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        foreach (int length in (int[])[0, 1, 65_537, 5 * 1024 * 1024])
        {
            byte[] octets = Content.Octets(length);
            await ftp.WriteAllAsync("file", octets);
            FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync("file"));
            FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync("file", new FtpReadOptions { AsksSize = true }));
            FtpFileSteps.AssertSame(octets, await File.ReadAllBytesAsync(Path.Combine(folder.Disk, "file"), Token));
        }
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Names_of_all_kinds_are_kept(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        for (int i = 0; i < s_names.Length; i++)
        {
            byte[] octets = Content.Octets(100 + i);
            await ftp.WriteAllAsync(s_names[i], octets);
            Assert.True(File.Exists(Path.Combine(folder.Disk, s_names[i])), s_names[i]);
            FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync(s_names[i]));
            Assert.Equal(octets.Length, await ftp.GetSizeAsync(s_names[i], Token));
            await using FtpFile file = await folder.Session.OpenFtpAsync(folder.Url(s_names[i]), cancellationToken: Token);
            FtpFileSteps.AssertSame(octets, await FtpFileSteps.ReadAllAsync(file));
        }

        Assert.Equal(s_names.Order(StringComparer.Ordinal), (await ftp.ListAsync()).Select(entry => entry.Name).Order(StringComparer.Ordinal));
        foreach (string name in s_names)
        {
            await ftp.DeleteFileAsync(name, Token);
        }

        Assert.Empty(Directory.GetFiles(folder.Disk));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Text_ends_its_lines_as_each_side_does(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(i => new string('x', i % 97) + "ü\n")));
        await ftp.WriteAllAsync("text", text, new FtpWriteOptions { Type = FtpTransferType.Ascii });
        FtpFileSteps.AssertSame(text, await ftp.ReadAllAsync("text"));
        FtpFileSteps.AssertSame(text, await ftp.ReadAllAsync("text", new FtpReadOptions { Type = FtpTransferType.Ascii }));
        FtpFileSteps.AssertSame(text, await ftp.ReadAllAsync("text"));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Files_are_read_and_written_from_the_middle_and_behind_the_end(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        byte[] octets = Content.Octets(300_000);
        await ftp.WriteAllAsync("file", octets.AsMemory(0, 100_000));
        await ftp.WriteAllAsync("file", octets.AsMemory(100_000, 50_000), new FtpWriteOptions { Mode = FtpWriteMode.Append });
        await ftp.WriteAllAsync("file", octets.AsMemory(140_000), new FtpWriteOptions { Offset = 140_000 });
        FtpFileSteps.AssertSame(octets, await File.ReadAllBytesAsync(Path.Combine(folder.Disk, "file"), Token));
        foreach (int offset in (int[])[1, 149_999, 299_999])
        {
            FtpFileSteps.AssertSame(octets.AsMemory(offset), await ftp.ReadAllAsync("file", new FtpReadOptions { Offset = offset }));
        }

        await ftp.WriteAllAsync("new", octets.AsMemory(0, 10), new FtpWriteOptions { Mode = FtpWriteMode.Append });
        FtpFileSteps.AssertSame(octets.AsMemory(0, 10), await ftp.ReadAllAsync("new"));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Copies_go_on_where_they_stopped(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        byte[] octets = await folder.PutAsync("down", 5 * 1024 * 1024);
        string local = Path.Combine(folder.Local, "down");
        await using (FtpConnection first = await folder.ConnectAsync())
        {
            using var stop = new CancellationTokenSource();
            var options = new FtpDownloadOptions { Resume = true, Progress = new StopAt(stop, 1_000_000) };
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first.DownloadFileAsync("down", local, options, stop.Token));
        }

        Assert.False(File.Exists(local));
        await using FtpConnection ftp = await folder.ConnectAsync();
        FtpTransferResult down = await ftp.DownloadFileAsync("down", local, new FtpDownloadOptions { Resume = true }, Token);
        Assert.InRange(down.Transferred, 1, octets.Length - 1_000_000);
        Assert.True(down.Resumed);
        FtpFileSteps.AssertSame(octets, await File.ReadAllBytesAsync(local, Token));

        // What an attempt left: the beginning, younger than the local file.
        File.SetLastWriteTimeUtc(local, DateTime.UtcNow.AddDays(-1));
        await ftp.WriteAllAsync("up", octets.AsMemory(0, 2_000_000));
        FtpTransferResult up = await ftp.UploadFileAsync(local, "up", new FtpUploadOptions { Resume = true, UsesTemporaryName = false }, Token);
        Assert.Equal((octets.Length, octets.Length - 2_000_000), (up.Length, up.Transferred));
        FtpFileSteps.AssertSame(octets, await File.ReadAllBytesAsync(Path.Combine(folder.Disk, "up"), Token));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Copies_take_the_place_of_files_and_name_their_proof(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        (FtpProof, FtpHashAlgorithms) proof = server == FtpServer.Proftpd ? (FtpProof.Hash, FtpHashAlgorithms.Sha512) : (FtpProof.Size, FtpHashAlgorithms.None);
        string local = Path.Combine(folder.Local, "one");
        await File.WriteAllBytesAsync(local, Content.Octets(200_001), Token);
        await ftp.WriteAllAsync("one", Content.Octets(5));
        FtpTransferResult up = await ftp.UploadFileAsync(local, "one", cancellationToken: Token);
        Assert.Equal((200_001, 200_001, proof), (up.Length, up.Transferred, (up.Proof, up.Algorithm)));
        FtpTransferResult down = await ftp.DownloadFileAsync("one", Path.Combine(folder.Local, "two"), cancellationToken: Token);
        Assert.Equal((200_001, 200_001, proof), (down.Length, down.Transferred, (down.Proof, down.Algorithm)));
        FtpFileSteps.AssertSame(Content.Octets(200_001), await File.ReadAllBytesAsync(Path.Combine(folder.Local, "two"), Token));
        Assert.Equal(["one"], (await ftp.ListAsync()).Select(entry => entry.Name));
        Assert.Equal(["one", "two"], Directory.GetFileSystemEntries(folder.Local).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private sealed class StopAt(CancellationTokenSource stop, long count) : IProgress<FtpTransferProgress>
    {
        public void Report(FtpTransferProgress value)
        {
            if (value.Transferred >= count)
            {
                stop.Cancel();
            }
        }
    }
}
