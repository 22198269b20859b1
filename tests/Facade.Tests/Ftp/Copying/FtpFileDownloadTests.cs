using HiPerf.Facade.Tests.Ftp.Scripted;
using HiPerf.Facade.Tests.Mirroring;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Ftp.Copying;

public sealed class FtpFileDownloadTests : IDisposable
{
    private const string Sha256OfHello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly FtpDownloadOptions Resuming = new() { Resume = true };

    private readonly InternetSession _session = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_appears_whole_with_its_time_and_nothing_beside_it()
    {
        var told = new List<FtpTransferProgress>();
        await using var server = new ScriptedFtpServer([]);

        var result = await DownloadAsync(server, new FtpDownloadOptions { Progress = new Told(told.Add) });

        Assert.Equal(new FtpTransferResult(5, 5, FtpProof.Size, FtpHashAlgorithms.None, Written), result);
        Assert.Equal(("hello", Written.UtcDateTime), (_folder.Read("copy"), File.GetLastWriteTimeUtc(_folder["copy"])));
        Assert.Equal(["copy"], _folder.All());
        Assert.Equal(new FtpTransferProgress(5, 0, 5), told[^1]);
    }

    [Fact]
    public async Task Target_that_is_there_fails_before_anything_is_asked()
    {
        _folder.With("copy", "mine");
        await using var server = new ScriptedFtpServer([]);

        Assert.Equal(InternetErrorKind.AccessDenied, (await FailsAsync(server)).Kind);

        Assert.Equal((0, 0), (server.Count("RETR"), server.Count("SIZE")));
        Assert.Equal("mine", _folder.Read("copy"));
        await DownloadAsync(server, new FtpDownloadOptions { Overwrite = true });
        Assert.Equal("hello", _folder.Read("copy"));
    }

    [Theory]
    [InlineData("HASH SHA-1;SHA-256*", "HASH", "213 SHA-256 0-5 " + Sha256OfHello + " hello.txt", FtpProof.Hash, FtpHashAlgorithms.Sha256)]
    [InlineData("XSHA256", "XSHA256", "250 " + Sha256OfHello, FtpProof.Hash, FtpHashAlgorithms.Sha256)]
    [InlineData("XCRC", "XCRC", "250 3610A686", FtpProof.Checksum, FtpHashAlgorithms.Crc32)]
    [InlineData("XMD5", "XMD5", "250 5d41402abc4b2a76b9719d911017c592", FtpProof.Checksum, FtpHashAlgorithms.Md5)]
    [InlineData("XCRC", "XCRC", "550 too large", FtpProof.Size, FtpHashAlgorithms.None)]
    [InlineData("TVFS", "XCRC", "250 3610A686", FtpProof.Size, FtpHashAlgorithms.None)]
    public async Task Strongest_proof_offered_is_named(string feature, string verb, string reply, FtpProof proof, FtpHashAlgorithms algorithm)
    {
        await using var server = new ScriptedFtpServer([Features(feature), Answer(verb, reply)]);

        var result = await DownloadAsync(server);

        Assert.Equal((proof, algorithm), (result.Proof, result.Algorithm));
    }

    [Theory]
    [InlineData("XCRC", "XCRC", "250 00000000")]
    [InlineData("HASH SHA-256*", "HASH", "213 SHA-256 0-5 0000000000000000000000000000000000000000000000000000000000000000 hello.txt")]
    public async Task Hash_that_differs_leaves_the_target_and_no_part(string feature, string verb, string reply)
    {
        _folder.With("copy", "mine");
        await using var server = new ScriptedFtpServer([Features(feature), Answer(verb, reply)]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server, Resuming with { Overwrite = true })).Kind);

        Assert.Equal("mine", _folder.Read("copy"));
        Assert.Equal(["copy"], _folder.All());
        Assert.Equal(FtpProof.Size, (await DownloadAsync(server, new FtpDownloadOptions { Overwrite = true, Verify = false })).Proof);
    }

    [Fact]
    public async Task More_octets_than_told_are_refused_at_the_first_of_them()
    {
        await using var server = new ScriptedFtpServer([Answer("SIZE", "213 4")]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server)).Kind);

        Assert.Empty(_folder.All());
    }

    [Fact]
    public async Task Fewer_octets_than_told_are_no_file()
    {
        await using var server = new ScriptedFtpServer([Answer("SIZE", "213 6")]);

        Assert.Equal(InternetErrorKind.Truncated, (await FailsAsync(server)).Kind);

        Assert.Empty(_folder.All());
    }

    [Fact]
    public async Task Failed_attempt_leaves_nothing_unless_it_may_be_resumed()
    {
        await using var server = new ScriptedFtpServer([Cut("he")]);
        _ = await FailsAsync(server);
        Assert.Empty(_folder.All());

        _ = await FailsAsync(server, Resuming);

        Assert.Equal(["copy.part", "copy.part.json"], _folder.All());
        Assert.Equal("he", _folder.Read("copy.part"));
    }

    [Fact]
    public async Task Attempt_goes_on_where_it_stopped()
    {
        await CutOffAsync();
        await using var server = new ScriptedFtpServer([Features("XCRC"), Answer("XCRC", "250 3610A686")]);

        var result = await DownloadAsync(server, Resuming);

        Assert.Equal((5L, 3L, true, FtpProof.Checksum), (result.Length, result.Transferred, result.Resumed, result.Proof));
        Assert.Equal(1, server.Count("REST 2"));
        Assert.Equal("hello", _folder.Read("copy"));
        Assert.Equal(["copy"], _folder.All());
    }

    [Fact]
    public async Task Attempt_that_has_all_octets_is_proved_and_named()
    {
        await CutOffAsync("hello");
        await using var server = new ScriptedFtpServer([]);

        Assert.Equal(0, (await DownloadAsync(server, Resuming)).Transferred);

        Assert.Equal((0, "hello"), (server.Count("RETR"), _folder.Read("copy")));
    }

    [Theory]
    [InlineData("MDTM", "213 20260202000000")]
    [InlineData("SIZE", "213 6")]
    [InlineData("SIZE", "213 1")]
    public async Task File_that_changed_since_is_not_resumed(string verb, string reply)
    {
        await CutOffAsync();
        await using var server = new ScriptedFtpServer([Answer(verb, reply)]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server, Resuming)).Kind);

        // Whoever reads the error decides; a copy that does not resume begins anew.
        Assert.Equal((0, "he"), (server.Count("RETR"), _folder.Read("copy.part")));
        await using var honest = new ScriptedFtpServer([]);
        await DownloadAsync(honest);
        Assert.Equal(["copy"], _folder.All());
    }

    [Fact]
    public async Task Offset_that_is_ignored_is_noticed()
    {
        await CutOffAsync();
        await using var server = new ScriptedFtpServer([On("RETR", Reply("150 here"), OpenData, SendData("hello"), EndData, Reply("226 done"))]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server, Resuming)).Kind);

        Assert.Empty(_folder.All());
    }

    [Fact]
    public async Task Offset_that_is_refused_begins_anew()
    {
        await CutOffAsync();
        await using var server = new ScriptedFtpServer([Features("XCRC"), Answer("XCRC", "250 3610A686"), Answer("REST", "502 no")]);

        var result = await DownloadAsync(server, Resuming);

        Assert.Equal((5L, FtpProof.Checksum, "hello"), (result.Transferred, result.Proof, _folder.Read("copy")));
    }

    [Fact]
    public async Task Part_of_which_nothing_is_known_is_not_resumed()
    {
        _folder.With("copy.part", "HE");
        await using var server = new ScriptedFtpServer([]);

        await DownloadAsync(server, Resuming);

        Assert.Equal(("hello", 0), (_folder.Read("copy"), server.Count("REST")));
    }

    [Fact]
    public async Task File_of_the_name_of_a_part_is_left_alone_by_a_copy_that_resumes_nothing()
    {
        _folder.With("copy.part", "mine");
        await using var server = new ScriptedFtpServer([]);

        await DownloadAsync(server);

        Assert.Equal(["copy", "copy.part"], _folder.All());
        Assert.Equal("mine", _folder.Read("copy.part"));
    }

    [Fact]
    public async Task Planted_part_is_not_written_through()
    {
        _folder.With("mine", "mine");
        File.CreateSymbolicLink(_folder["copy.part"], "mine");
        await using var server = new ScriptedFtpServer([]);

        await DownloadAsync(server, Resuming);

        Assert.Equal(("mine", "hello"), (_folder.Read("mine"), _folder.Read("copy")));
    }

    [Fact]
    public async Task Text_is_proved_by_the_reply_alone()
    {
        await using var server = new ScriptedFtpServer([Features("XCRC")]) { Content = "a\r\nb\r\n" };

        var result = await DownloadAsync(server, new FtpDownloadOptions { Type = FtpTransferType.Ascii, Resume = true });

        Assert.Equal((FtpProof.Reply, 0, 0), (result.Proof, server.Count("XCRC"), server.Count("SIZE")));
        Assert.Equal("a\nb\n", _folder.Read("copy"));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static FtpRule Features(string more) => On("FEAT", Send($"211-Features:\r\n EPSV\r\n SIZE\r\n MDTM\r\n REST STREAM\r\n {more}\r\n211 End\r\n"));

    private static FtpRule Cut(string octets) => On("RETR", Reply("150 here"), OpenData, SendData(octets), EndData, Reply("426 cut"));

    private async Task CutOffAsync(string octets = "he")
    {
        await using var server = new ScriptedFtpServer([Cut(octets)]);
        _ = await FailsAsync(server, Resuming);
    }

    private async Task<FtpTransferResult> DownloadAsync(ScriptedFtpServer server, FtpDownloadOptions? options = null)
    {
        await using var connection = await _session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = server.Port }, Token);
        return await connection.DownloadFileAsync("hello.txt", _folder["copy"], options, Token);
    }

    private async Task<FtpException> FailsAsync(ScriptedFtpServer server, FtpDownloadOptions? options = null) =>
        await Assert.ThrowsAsync<FtpException>(() => DownloadAsync(server, options));

    private sealed class Told(Action<FtpTransferProgress> tell) : IProgress<FtpTransferProgress>
    {
        public void Report(FtpTransferProgress value) => tell(value);
    }
}
