using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Our client on our own server, which only reads: what both get wrong alike others' servers and clients find.</summary>
public sealed class FtpOwnServerTests : IAsyncDisposable
{
    private static readonly string[] s_names = ["one", "empty", "a b/two", "a b/-c/three ü", "a b/-c/- d/four"];
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly string _local = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly InternetServer _server;
    private readonly InternetSession _session = new();

    public FtpOwnServerTests() => _server = new InternetServer(new InternetServerOptions
    {
        Ftp = new FtpFolderOptions { Folder = _folder },
        EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }],
    });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_read_whole_from_the_middle_and_as_text()
    {
        await using FtpConnection ftp = await ConnectAsync();
        foreach (int length in (int[])[0, 1, 65_537, 5 * 1024 * 1024])
        {
            byte[] octets = Content.Octets(length);
            await File.WriteAllBytesAsync(Path.Combine(_folder, "- file ü"), octets, Token);
            FtpFileSteps.AssertSame(octets, await ftp.ReadAllAsync("- file ü"));
            FtpFileSteps.AssertSame(octets.AsMemory(length / 2), await ftp.ReadAllAsync("- file ü", new FtpReadOptions { Offset = length / 2 }));
            Assert.Equal(length, await ftp.GetSizeAsync("- file ü", Token));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "text"), "one\ntwo\n\nthree", Token);
        Assert.Equal("one\ntwo\n\nthree", System.Text.Encoding.UTF8.GetString(await ftp.ReadAllAsync("text", new FtpReadOptions { Type = FtpTransferType.Ascii })));
        FtpException missing = await Assert.ThrowsAsync<FtpException>(async () => await ftp.OpenReadAsync("missing", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.NotFound, missing.Kind);
        FtpException refused = await Assert.ThrowsAsync<FtpException>(async () => await ftp.OpenWriteAsync("new", cancellationToken: Token));
        Assert.Equal(550, refused.ReplyCode);
        await ftp.NoOpAsync(Token);
    }

    [Fact]
    public async Task Tree_is_listed_and_mirrored()
    {
        await using FtpConnection ftp = await ConnectAsync();
        await FillAsync();
        List<FtpEntry> entries = await ftp.ListAsync(options: new FtpEnumerateOptions { Recursive = true });
        Assert.Equal(s_names.Append("a b").Append("a b/-c").Append("a b/-c/- d").Order(StringComparer.Ordinal), entries.Select(entry => entry.Path).Order(StringComparer.Ordinal));
        foreach (FtpEntry entry in entries.Where(entry => entry.Type == FtpEntryType.File))
        {
            var disk = new FileInfo(Path.Combine(_folder, entry.Path));
            Assert.Equal(disk.Length, entry.Length);
            Assert.Equal(disk.LastWriteTimeUtc, entry.LastWriteTime?.UtcDateTime);
            Assert.Equal(disk.LastWriteTimeUtc, (await ftp.GetLastWriteTimeAsync(entry.Path, Token))?.UtcDateTime);
            Assert.Equal(entry.Length, (await ftp.GetEntryAsync(entry.Path, Token))?.Length);
        }

        MirrorPlan plan = await _session.PlanMirrorAsync(_server.Urls[0].AbsoluteUri, _local, cancellationToken: Token);
        MirrorResult result = await plan.ExecuteAsync(_session, cancellationToken: Token);
        Assert.True(result.IsWhole, string.Join('\n', result.Failures));
        foreach (string name in s_names)
        {
            Assert.Equal(await Content.HashAsync(Path.Combine(_folder, name)), await Content.HashAsync(Path.Combine(_local, name)));
        }

        plan = await _session.PlanMirrorAsync(_server.Urls[0].AbsoluteUri, _local, cancellationToken: Token);
        Assert.True(plan.IsEmpty, plan.ToString());
    }

    [Fact]
    public async Task Batch_pool_and_what_is_given_up_leave_connections_usable()
    {
        await using FtpConnection ftp = await ConnectAsync();
        await FillAsync();
        await Content.WriteAsync(Path.Combine(_folder, "large"), 64 * 1024 * 1024);
        string[] paths = [.. s_names, "missing", .. s_names];
        int index = 0;
        await foreach (FtpFile file in ftp.ReadFilesAsync(paths, cancellationToken: Token))
        {
            Assert.Equal(paths[index] == "missing", file.Refusal is not null);
            if (file.Refusal is null)
            {
                FtpFileSteps.AssertSame(await File.ReadAllBytesAsync(Path.Combine(_folder, paths[index]), Token), await FtpFileSteps.ReadAllAsync(file));
            }

            index++;
        }

        Assert.Equal(paths.Length, index);
        foreach (bool cancels in (bool[])[false, true])
        {
            FtpFile large = await ftp.OpenReadAsync("large", cancellationToken: Token);
            await large.ReadExactlyAsync(new byte[100_000], Token);
            Assert.True(!cancels || await large.CancelAsync());
            await large.DisposeAsync();
            FtpFileSteps.AssertSame(await File.ReadAllBytesAsync(Path.Combine(_folder, "one"), Token), await ftp.ReadAllAsync("one"));
        }

        FtpFile[] files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _session.OpenFtpAsync(_server.Urls[0].AbsoluteUri + "one", cancellationToken: Token).AsTask()));
        foreach (byte[] octets in await Task.WhenAll(files.Select(FtpFileSteps.ReadAllAsync)))
        {
            FtpFileSteps.AssertSame(await File.ReadAllBytesAsync(Path.Combine(_folder, "one"), Token), octets);
        }

        Assert.Equal(8, _session.IdleConnections);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_local, recursive: true);
    }

    private async Task<FtpConnection> ConnectAsync()
    {
        await _server.StartAsync(Token);
        return await _session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = _server.EndPoints[0].Port }, Token);
    }

    private async Task FillAsync()
    {
        var time = new DateTime(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc);
        foreach ((string name, int length) in s_names.Zip([10, 0, 70_000, 1, 300_000]))
        {
            string path = Path.Combine(_folder, name);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, Content.Octets(length), Token);
            File.SetLastWriteTimeUtc(path, time);
        }
    }
}
