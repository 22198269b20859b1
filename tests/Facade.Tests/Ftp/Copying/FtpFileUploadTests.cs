using System.Text;
using HiPerf.Facade.Tests.Ftp.Scripted;
using HiPerf.Facade.Tests.Mirroring;
using HiPerf.Ftp;
using HiPerf.Samples.Catalogue;
using static HiPerf.Samples.Catalogue.FtpScript;

namespace HiPerf.Facade.Tests.Ftp.Copying;

/// <summary>The server says that every file has five octets and was written on 2026-01-01: so do the tests' local files, unless they say otherwise.</summary>
public sealed class FtpFileUploadTests : IDisposable
{
    private static readonly FtpUploadOptions Resuming = new() { Resume = true };

    private readonly InternetSession _session = new();
    private readonly TempFolder _folder = new TempFolder().With("local", "hello");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_is_brought_under_another_name_and_renamed_when_it_is_whole()
    {
        await using var server = new ScriptedFtpServer([]);

        var result = await UploadAsync(server);

        Assert.Equal(new FtpTransferResult(5, 5, FtpProof.Size, FtpHashAlgorithms.None, new DateTimeOffset(TempFolder.Then)), result);
        Assert.Equal("hello", Encoding.UTF8.GetString(server.Uploaded.ToArray()));
        var name = Assert.Single(server.Commands, static line => line.StartsWith("STOR ", StringComparison.Ordinal))[5..];
        Assert.Matches("^d/\\.copy\\.[0-9a-f]{16}\\.part$", name);
        string[] expected = [$"STOR {name}", $"SIZE {name}", $"MFMT 20260504030201 {name}", $"RNFR {name}", "RNTO d/copy"];
        Assert.Equal(expected, server.Commands.Where(line => line.Contains(name, StringComparison.Ordinal) || line.StartsWith("RNTO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Target_that_is_there_fails_before_anything_is_sent()
    {
        await using var server = new ScriptedFtpServer([]);

        Assert.Equal(InternetErrorKind.AccessDenied, (await FailsAsync(server, new FtpUploadOptions { Overwrite = false })).Kind);

        Assert.Equal(0, server.Count("STOR"));
    }

    [Theory]
    [InlineData("213 4", InternetErrorKind.Truncated)]
    [InlineData("213 6", InternetErrorKind.ContentCorrupt)]
    public async Task Size_that_differs_leaves_the_target_and_no_part(string reply, InternetErrorKind kind)
    {
        await using var server = new ScriptedFtpServer([Answer("SIZE", reply)]);

        Assert.Equal(kind, (await FailsAsync(server)).Kind);

        Assert.Equal((1, 0), (server.Count("DELE"), server.Count("RNTO")));
    }

    [Fact]
    public async Task Hash_that_differs_leaves_the_target_and_no_part()
    {
        await using var server = new ScriptedFtpServer([Features(" XCRC\r\n"), Answer("XCRC", "250 00000000")]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server, Resuming)).Kind);

        Assert.Equal((1, 0), (server.Count("DELE"), server.Count("RNTO")));
    }

    [Fact]
    public async Task Hash_that_agrees_is_named()
    {
        await using var server = new ScriptedFtpServer([Features(" XCRC\r\n"), Answer("XCRC", "250 3610A686")]);

        Assert.Equal(FtpProof.Checksum, (await UploadAsync(server)).Proof);
    }

    [Fact]
    public async Task Rename_that_is_refused_is_told_and_nothing_is_deleted_to_make_room()
    {
        await using var server = new ScriptedFtpServer([Answer("RNTO", "550 exists")]);

        Assert.Equal(550, (await FailsAsync(server)).ReplyCode);

        Assert.Equal((1, 0), (server.Count("DELE"), server.Count("DELE d/copy")));
    }

    [Theory]
    [InlineData("213 modify=20260504030201; x", true)]
    [InlineData("550 no such file", false)]
    public async Task Time_is_given_by_MDTM_where_nothing_else_is_known(string reply, bool kept)
    {
        await using var server = new ScriptedFtpServer([Features(string.Empty), Answer("MDTM", reply)]);

        var result = await UploadAsync(server);

        Assert.Equal((1, kept), (server.Count("MDTM 20260504030201"), result.LastWriteTime is not null));
    }

    [Fact]
    public async Task Storing_that_is_refused_is_told()
    {
        await using var server = new ScriptedFtpServer([Answer("STOR", "553 no")]);

        Assert.Equal((553, InternetErrorKind.AccessDenied), (await FailsAsync(server)) is var error ? (error.ReplyCode, error.Kind) : default);
    }

    [Fact]
    public async Task Without_another_name_the_target_is_written_itself()
    {
        await using var server = new ScriptedFtpServer([]);

        await UploadAsync(server, new FtpUploadOptions { UsesTemporaryName = false });

        Assert.Equal((1, 0), (server.Count("STOR d/copy"), server.Count("RNFR")));
    }

    [Fact]
    public async Task Attempt_goes_on_where_it_stopped()
    {
        await using var server = new ScriptedFtpServer([Once("SIZE", Reply("213 2"))]);

        var result = await UploadAsync(server, Resuming);

        Assert.Equal((5L, 3L), (result.Length, result.Transferred));
        Assert.Equal((1, "llo"), (server.Count("REST 2"), Encoding.UTF8.GetString(server.Uploaded.ToArray())));
    }

    [Fact]
    public async Task Attempt_goes_on_by_appending_where_offsets_are_not_known()
    {
        await using var server = new ScriptedFtpServer([On("FEAT", Send("211-Features:\r\n SIZE\r\n211 End\r\n")), Once("SIZE", Reply("213 2"))]);

        await UploadAsync(server, Resuming);

        Assert.Equal((1, 0, "llo"), (server.Count("APPE"), server.Count("REST"), Encoding.UTF8.GetString(server.Uploaded.ToArray())));
    }

    [Fact]
    public async Task Attempt_of_another_file_is_none_of_this_one()
    {
        await using var server = new ScriptedFtpServer([Answer("SIZE", "550 no"), Answer("RNTO", "550 no")]);
        _ = await FailsAsync(server, Resuming);
        _folder.With("local", "HELLO", TempFolder.Then.AddSeconds(1));
        _ = await FailsAsync(server, Resuming);

        Assert.Equal(2, server.Commands.Where(static line => line.StartsWith("STOR", StringComparison.Ordinal)).Distinct().Count());
    }

    [Theory]
    [InlineData("213 6", "213 20270101000000")]
    [InlineData("213 2", "213 20200101000000")]
    [InlineData("213 2", "550 no")]
    public async Task Target_that_is_no_beginning_of_the_file_is_not_appended_to(string size, string time)
    {
        await using var server = new ScriptedFtpServer([Once("SIZE", Reply(size)), Answer("MDTM", time)]);

        Assert.Equal(InternetErrorKind.ContentCorrupt, (await FailsAsync(server, Resuming with { UsesTemporaryName = false })).Kind);

        Assert.Equal(0, server.Count("STOR") + server.Count("APPE"));
    }

    [Fact]
    public async Task Local_file_that_is_none_fails_before_anything_is_sent()
    {
        await using var server = new ScriptedFtpServer([]);
        await using var connection = await ConnectAsync(server);

        foreach (var (path, kind) in ((string, InternetErrorKind)[])[(_folder["none"], InternetErrorKind.NotFound), (_folder.FullPath, InternetErrorKind.AccessDenied)])
        {
            var error = await Assert.ThrowsAsync<FtpException>(async () => await connection.UploadFileAsync(path, "copy", null, Token));
            Assert.Equal(kind, error.Kind);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await connection.UploadFileAsync(_folder["local"], "a\r\nDELE b", null, Token));
        Assert.Equal(0, server.Count("STOR") + server.Count("DELE"));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private static FtpRule Features(string more) => On("FEAT", Send($"211-Features:\r\n EPSV\r\n SIZE\r\n MDTM\r\n REST STREAM\r\n{more}211 End\r\n"));

    private async Task<FtpConnection> ConnectAsync(ScriptedFtpServer server) =>
        await _session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = server.Port }, Token);

    private async Task<FtpTransferResult> UploadAsync(ScriptedFtpServer server, FtpUploadOptions? options = null)
    {
        await using var connection = await ConnectAsync(server);
        return await connection.UploadFileAsync(_folder["local"], "d/copy", options, Token);
    }

    private async Task<FtpException> FailsAsync(ScriptedFtpServer server, FtpUploadOptions? options = null) =>
        await Assert.ThrowsAsync<FtpException>(() => UploadAsync(server, options));
}
