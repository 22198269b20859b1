using System.Security.Cryptography;
using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Folders and what servers say of their entries, compared with their disks.</summary>
public sealed class FtpFolderTests(SharedFtpPeers peers)
{
    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Folder_is_listed_as_it_is_on_the_disk(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        var time = new DateTime(2021, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        _ = await folder.PutAsync("- sub ü/inner", 7);
        foreach (string name in (string[])["empty", "one", ".hidden", "a -> b"])
        {
            _ = await folder.PutAsync(name, name == "empty" ? 0 : 1_234);
            File.SetLastWriteTimeUtc(Path.Combine(folder.Disk, name), time);
        }

        await using FtpConnection ftp = await folder.ConnectAsync();
        Dictionary<string, FtpEntry> entries = (await ftp.ListAsync()).ToDictionary(entry => entry.Name);
        Assert.Equal(["- sub ü", ".hidden", "a -> b", "empty", "one"], entries.Keys.Order(StringComparer.Ordinal));
        foreach (FtpEntry entry in entries.Values.Where(entry => entry.Name != "- sub ü"))
        {
            Assert.Equal((FtpEntryType.File, entry.Name == "empty" ? 0 : 1_234), (entry.Type, entry.Length));
            Assert.Equal(Cut(time, entry.TimePrecision), entry.LastWriteTime?.UtcDateTime);
            Assert.Equal(server != FtpServer.Vsftpd, entry.TimePrecision == FtpTimePrecision.Second);
        }

        Assert.Equal(FtpEntryType.Directory, entries["- sub ü"].Type);
        FtpEntry inner = Assert.Single(await ftp.ListAsync("- sub ü"));
        Assert.Equal(("inner", 7), (inner.Name, inner.Length));
        Assert.Empty(await ftp.ListAsync(options: new FtpEnumerateOptions { Pattern = "x*" }));
        Assert.Equal(["empty"], (await ftp.ListAsync(options: new FtpEnumerateOptions { Pattern = "e*" })).Select(entry => entry.Name));
        List<string> names = [];
        await foreach (InternetEntry entry in folder.Session.EnumerateAsync(folder.Url("- sub ü/"), cancellationToken: Token))
        {
            names.Add(entry.Name);
        }

        Assert.Equal(["inner"], names);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Folder_that_is_empty_or_missing_is_told_apart(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await ftp.CreateDirectoryAsync("empty", Token);
        Assert.Empty(await ftp.ListAsync("empty"));
        Assert.Null(await ftp.GetEntryAsync("missing", Token));

        // LIST of vsftpd does not tell: it answers with nothing, as ls would on its other stream.
        if (server != FtpServer.Vsftpd)
        {
            FtpException missing = await Assert.ThrowsAsync<FtpException>(() => ftp.ListAsync("missing"));
            Assert.Equal(server == FtpServer.Pyftpdlib ? (InternetErrorKind.ServerError, 501) : (InternetErrorKind.NotFound, 550), (missing.Kind, missing.ReplyCode));
        }

        await ftp.NoOpAsync(Token);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Tree_is_listed_whole(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        string[] files = ["a", "b b/c", "b b/-d/e", "b b/-d/.f/g ü", ".h/i"];
        foreach (string file in files)
        {
            _ = await folder.PutAsync(file, file.Length);
        }

        await using FtpConnection ftp = await folder.ConnectAsync();
        List<FtpEntry> entries = await ftp.ListAsync(options: new FtpEnumerateOptions { Recursive = true });
        Assert.Equal(
            files.Append("b b").Append("b b/-d").Append("b b/-d/.f").Append(".h").Order(StringComparer.Ordinal),
            entries.Select(entry => entry.Path).Order(StringComparer.Ordinal));
        Assert.All(entries.Where(entry => entry.Type == FtpEntryType.File), entry => Assert.Equal(entry.Path.Length, entry.Length));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Folders_and_files_are_made_renamed_and_deleted(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        foreach (string name in (string[])["one", "-two", "-two/three four", ".five ü"])
        {
            await ftp.CreateDirectoryAsync(name, Token);
            Assert.True(Directory.Exists(Path.Combine(folder.Disk, name)), name);
        }

        await ftp.WriteAllAsync("file", Content.Octets(10));
        await ftp.RenameAsync("file", "-two/three four/-file ü", Token);
        await ftp.RenameAsync("-two", ".six", Token);
        FtpFileSteps.AssertSame(Content.Octets(10), await File.ReadAllBytesAsync(Path.Combine(folder.Disk, ".six/three four/-file ü"), Token));
        await ftp.DeleteDirectoryAsync("one", cancellationToken: Token);
        FtpException full = await Assert.ThrowsAsync<FtpException>(async () => await ftp.DeleteDirectoryAsync(".six", cancellationToken: Token));
        Assert.Equal("RMD", full.Command);
        FtpException gone = await Assert.ThrowsAsync<FtpException>(async () => await ftp.DeleteFileAsync("file", Token));
        Assert.Equal((InternetErrorKind.NotFound, 550, "DELE"), (gone.Kind, gone.ReplyCode, gone.Command));
        gone = await Assert.ThrowsAsync<FtpException>(async () => await ftp.RenameAsync("file", "other", Token));
        Assert.Equal((InternetErrorKind.NotFound, 550), (gone.Kind, gone.ReplyCode));
        gone = await Assert.ThrowsAsync<FtpException>(async () => await ftp.OpenReadAsync("file", cancellationToken: Token));
        Assert.Equal((InternetErrorKind.NotFound, 550), (gone.Kind, gone.ReplyCode));

        File.CreateSymbolicLink(Path.Combine(folder.Disk, ".six/link"), "../.five ü");
        _ = await folder.PutAsync(".five ü/stays", 3);
        await ftp.DeleteDirectoryAsync(".six", recursive: true, Token);
        Assert.Equal([Path.Combine(folder.Disk, ".five ü")], Directory.GetFileSystemEntries(folder.Disk));
        Assert.True(File.Exists(Path.Combine(folder.Disk, ".five ü/stays")));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task File_tells_its_size_and_time_and_takes_another(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        await ftp.WriteAllAsync("- file ü", Content.Octets(4_321));
        string disk = Path.Combine(folder.Disk, "- file ü");
        var time = new DateTime(2019, 12, 31, 23, 59, 58, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(disk, time);
        Assert.Equal(4_321, await ftp.GetSizeAsync("- file ü", Token));
        Assert.Equal(time, (await ftp.GetLastWriteTimeAsync("- file ü", Token))?.UtcDateTime);
        FtpEntry? entry = await ftp.GetEntryAsync("- file ü", Token);
        Assert.Equal(("- file ü", FtpEntryType.File, 4_321), (entry?.Name, entry?.Type, entry?.Length));
        await ftp.CreateDirectoryAsync(".folder", Token);
        Assert.Equal(FtpEntryType.Directory, (await ftp.GetEntryAsync(".folder", Token))?.Type);
        Assert.Null(await ftp.GetSizeAsync("missing", Token));
        Assert.Null(await ftp.GetLastWriteTimeAsync("missing", Token));
        Assert.Null(await ftp.GetEntryAsync("missing", Token));

        await ftp.SetLastWriteTimeAsync("- file ü", time.AddDays(400), Token);
        Assert.Equal(time.AddDays(400), File.GetLastWriteTimeUtc(disk));
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Hash_of_the_server_is_that_of_the_file(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        byte[] octets = await folder.PutAsync("- file ü", 123_456);
        await using FtpConnection ftp = await folder.ConnectAsync();
        if (server != FtpServer.Proftpd)
        {
            Assert.Null(await ftp.GetHashAsync("- file ü", cancellationToken: Token));
            return;
        }

        byte[] Hash(HashAlgorithmName name) => CryptographicOperations.HashData(name, octets);
        foreach ((FtpHashAlgorithms algorithm, byte[] value) in ((FtpHashAlgorithms, byte[])[])
        [
            (FtpHashAlgorithms.Md5, Hash(HashAlgorithmName.MD5)),
            (FtpHashAlgorithms.Sha1, Hash(HashAlgorithmName.SHA1)),
            (FtpHashAlgorithms.Sha256, Hash(HashAlgorithmName.SHA256)),
            (FtpHashAlgorithms.Sha512, Hash(HashAlgorithmName.SHA512)),
        ])
        {
            FtpHash? hash = await ftp.GetHashAsync("- file ü", algorithm, Token);
            Assert.Equal((algorithm, Convert.ToHexStringLower(value)), (hash?.Algorithm, hash?.Hex));
        }

        Assert.Equal(FtpHashAlgorithms.Sha512, (await ftp.GetHashAsync("- file ü", cancellationToken: Token))?.Algorithm);

        // The older kin, whose names are the algorithms'. They part their argument at spaces.
        await ftp.RenameAsync("- file ü", "file", Token);
        Assert.Contains(Convert.ToHexString(Hash(HashAlgorithmName.MD5)), (await ftp.SendCommandAsync("XMD5 file", Token)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Convert.ToHexString(Hash(HashAlgorithmName.SHA1)), (await ftp.SendCommandAsync("XSHA file", Token)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Current_directory_is_told_with_quotes_in_its_name(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        await using FtpConnection ftp = await folder.ConnectAsync();
        Assert.Equal("/" + folder.Name, await ftp.GetCurrentDirectoryAsync(Token));
        foreach (string name in (string[])["say \"hi\" ü", "\"", "-c"])
        {
            await ftp.CreateDirectoryAsync(name, Token);
            await ftp.SetCurrentDirectoryAsync(name, Token);
            if (server == FtpServer.PureFtpd && name.Contains('"', StringComparison.Ordinal))
            {
                // It does not double them (RFC 959 appendix II): where the name ends would be a guess.
                FtpException vague = await Assert.ThrowsAsync<FtpException>(async () => await ftp.GetCurrentDirectoryAsync(Token));
                Assert.Equal(InternetErrorKind.ProtocolViolation, vague.Kind);
            }
            else
            {
                Assert.Equal($"/{folder.Name}/{name}", await ftp.GetCurrentDirectoryAsync(Token));
            }

            await ftp.SetParentDirectoryAsync(Token);
            Assert.Equal("/" + folder.Name, await ftp.GetCurrentDirectoryAsync(Token));
        }
    }

    private static DateTime Cut(DateTime time, FtpTimePrecision precision) => precision switch
    {
        FtpTimePrecision.Second => time,
        FtpTimePrecision.Minute => time.AddSeconds(-time.Second),
        _ => time.Date,
    };
}
