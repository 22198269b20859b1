using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>Trees to and from the servers of others.</summary>
public sealed class FtpMirrorTests(SharedFtpPeers peers)
{
    private static readonly string[] s_files = ["one", "empty", "a b/two", "a b/-c/three ü", "a b/-c/.d/four", ".e/five", "a b/six.bin"];

    public static TheoryData<FtpServer, FtpPeerTls> Usable => FtpPeers.Usable;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Tree_goes_up_and_comes_down_and_is_the_same_then(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        string source = Path.Combine(folder.Local, "source");
        string copy = Path.Combine(folder.Local, "copy");
        Fill(source);
        MirrorPlan up = await folder.Session.PlanMirrorAsync(source, folder.Url("tree/"), cancellationToken: Token);
        Assert.Equal(s_files.Length, up.Totals.Copies);
        await ExecuteAsync(folder, up);
        AssertSameTrees(source, Path.Combine(folder.Disk, "tree"));
        MirrorPlan again = await folder.Session.PlanMirrorAsync(source, folder.Url("tree/"), cancellationToken: Token);
        Assert.True(again.IsEmpty, again.ToString());
        Assert.Equal(s_files.Length, again.Unchanged);

        MirrorPlan down = await folder.Session.PlanMirrorAsync(folder.Url("tree/"), copy, cancellationToken: Token);
        await ExecuteAsync(folder, down);
        AssertSameTrees(source, copy);
        again = await folder.Session.PlanMirrorAsync(folder.Url("tree/"), copy, cancellationToken: Token);
        Assert.True(again.IsEmpty, again.ToString());
    }

    [Theory]
    [MemberData(nameof(Usable))]
    public async Task Mirror_deletes_when_told_and_not_before(FtpServer server, FtpPeerTls tls)
    {
        await using FtpTestFolder folder = await FtpTestFolder.OpenAsync(peers, server, tls);
        string source = Path.Combine(folder.Local, "source");
        Fill(source);
        await ExecuteAsync(folder, await folder.Session.PlanMirrorAsync(source, folder.Url("tree/"), cancellationToken: Token));
        Directory.Delete(Path.Combine(source, "a b"), recursive: true);
        await File.WriteAllBytesAsync(Path.Combine(source, "one"), Content.Octets(77), Token);

        MirrorPlan keeps = await folder.Session.PlanMirrorAsync(source, folder.Url("tree/"), cancellationToken: Token);
        Assert.Equal((0, 1), (keeps.Totals.Deletes, keeps.Totals.Replacements));
        await ExecuteAsync(folder, keeps);
        Assert.Equal(s_files.Length, Files(Path.Combine(folder.Disk, "tree")).Count());

        MirrorPlan deletes = await folder.Session.PlanMirrorAsync(source, folder.Url("tree/"), new MirrorOptions { Deletes = true }, Token);
        Assert.Equal((7, 0), (deletes.Totals.Deletes, deletes.Totals.Copies + deletes.Totals.Replacements));
        await ExecuteAsync(folder, deletes);
        AssertSameTrees(source, Path.Combine(folder.Disk, "tree"));
        Assert.False(Directory.Exists(Path.Combine(folder.Disk, "tree", "a b")));
    }

    private static async Task ExecuteAsync(FtpTestFolder folder, MirrorPlan plan)
    {
        MirrorResult result = await plan.ExecuteAsync(folder.Session, cancellationToken: Token);
        Assert.True(result.IsWhole, string.Join('\n', result.Failures));
    }

    private static void Fill(string root)
    {
        var time = new DateTime(2023, 4, 5, 6, 7, 8, DateTimeKind.Utc);
        foreach ((string file, int length) in s_files.Zip([1, 0, 70_000, 5, 100_000, 1_000, 2_000_000]))
        {
            string path = Path.Combine(root, file);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Content.Octets(length));
            File.SetLastWriteTimeUtc(path, time);
        }
    }

    private static IEnumerable<string> Files(string root) => Directory
        .EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(root, path))
        .Order(StringComparer.Ordinal);

    private static void AssertSameTrees(string expected, string actual)
    {
        Assert.Equal(Files(expected), Files(actual));
        foreach (string file in Files(expected))
        {
            FtpFileSteps.AssertSame(File.ReadAllBytes(Path.Combine(expected, file)), File.ReadAllBytes(Path.Combine(actual, file)));
        }
    }
}
