using System.Text.Json;
using HiPerf.Cli.Sessions;
using HiPerf.Server;

namespace HiPerf.Cli.Tests.Verbs;

/// <summary>The verbs against our own server, which reads and does not write.</summary>
public sealed class FtpVerbTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-ftp-").FullName;
    private readonly string _target = Directory.CreateTempSubdirectory("hiperf-ftp-target-").FullName;
    private InternetServer? _server;

    private string Url => Assert.Single(_server!.Urls).ToString();

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Join(_folder, "sub"));
        await File.WriteAllTextAsync(Path.Join(_folder, "a.txt"), "content");
        await File.WriteAllTextAsync(Path.Join(_folder, "sub/b.txt"), "more");
        _server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = _folder },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }],
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_target, recursive: true);
    }

    [Fact]
    public async Task Get_writes_to_standard_output_and_to_a_file()
    {
        Assert.Equal("content", (await ConsoleRun.Of("get", Url + "a.txt")).OutputText);
        ConsoleRun run = await ConsoleRun.Of("get", Url + "a.txt", "-o", Path.Join(_target, "copy"), "-C", "--json");
        Assert.Equal((ExitCode.Ok, string.Empty), (run.ExitCode, run.Error));
        using JsonDocument summary = JsonDocument.Parse(run.Output);
        Assert.Equal((7, "size"), (summary.RootElement.GetProperty("bytes").GetInt32(), summary.RootElement.GetProperty("proof").GetString()));
        Assert.Equal(["copy"], Directory.GetFiles(_target).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Get_of_several_writes_into_a_folder()
    {
        ConsoleRun run = await ConsoleRun.Of("get", Url + "a.txt", Url + "none", Url + "sub/b.txt", "-o", _target, "--parallel", "2");
        Assert.Equal(ExitCode.ClientErrorStatus, run.ExitCode);
        Assert.Contains("550", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("content", await File.ReadAllTextAsync(Path.Join(_target, "a.txt"), TestContext.Current.CancellationToken));
        Assert.Equal("more", await File.ReadAllTextAsync(Path.Join(_target, "b.txt"), TestContext.Current.CancellationToken));
        (await ConsoleRun.Of("get", Url + "a.txt", Url + "b.txt")).AssertFailed(ExitCode.Usage, "-o with a folder");
        (await ConsoleRun.Of("get", Url + "a.txt", Url + "sub/a.txt", "-o", _target)).AssertFailed(ExitCode.Usage, "same name");
        (await ConsoleRun.Of("get", Url + "a.txt", Url + "..%2Fx", "-o", _target)).AssertFailed(ExitCode.Usage, "no name");
    }

    [Fact]
    public async Task Get_of_a_folder_is_refused_unless_a_page_is_asked_for()
    {
        (await ConsoleRun.Of("get", Url)).AssertFailed(ExitCode.UnsupportedScheme, "--html");
        (await ConsoleRun.Of("get", Url + "sub/", "-o", Path.Join(_target, "page"))).AssertFailed(ExitCode.Usage, "names a folder");
        ConsoleRun run = await ConsoleRun.Of("get", "--html", Url);
        Assert.Contains("<a href=\"", run.OutputText, StringComparison.Ordinal);
        Assert.Contains("a.txt", run.OutputText, StringComparison.Ordinal);
        ConsoleRun page = await ConsoleRun.Of("get", "--html", Url + "sub/", "-o", Path.Join(_target, "page"));
        Assert.Equal(ExitCode.Ok, page.ExitCode);
        Assert.Contains("b.txt", await File.ReadAllTextAsync(Path.Join(_target, "page"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ls_lists_a_folder_and_what_lies_within()
    {
        Assert.Equal(2, (await ConsoleRun.Of("ls", Url)).OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        ConsoleRun run = await ConsoleRun.Of("ls", "-R", "--json", Url);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal(["a.txt", "sub", "sub/b.txt"], document.RootElement.EnumerateArray().Select(static entry => entry.GetProperty("path").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Verbose_shows_the_dialogue_without_the_password()
    {
        ConsoleRun run = await ConsoleRun.Of("ls", "-v", Url);
        Assert.Contains("> USER anonymous", run.ErrorLines);
        Assert.Contains("> PASS ****", run.ErrorLines);
        Assert.Contains(run.ErrorLines, static line => line.StartsWith("< 230", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mirror_shows_then_copies()
    {
        ConsoleRun plan = await ConsoleRun.Of("mirror", Url, _target, "--dry-run");
        Assert.Contains("1 folders, 2 new", plan.OutputText, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_target));

        ConsoleRun run = await ConsoleRun.Of("mirror", Url, _target, "--json", "--journal", _target + ".journal");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        Assert.Equal((3, 11), (document.RootElement.GetProperty("done").GetInt32(), document.RootElement.GetProperty("bytes").GetInt32()));
        Assert.Equal("more", await File.ReadAllTextAsync(Path.Join(_target, "sub/b.txt"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_target + ".journal") || File.Exists(_target + ".journal.plan"));
        Assert.Contains("0 done, 2 unchanged", (await ConsoleRun.Of("mirror", Url, _target)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_verbs_tell_what_the_server_refuses()
    {
        string file = Path.Join(_target, "mine");
        await File.WriteAllTextAsync(file, "x", TestContext.Current.CancellationToken);
        foreach (string[] arguments in (string[][])[["put", file, Url], ["rm", Url + "a.txt"], ["rm", "-r", Url + "sub/"], ["mv", Url + "a.txt", "b"], ["mkdir", Url + "new"]])
        {
            ConsoleRun run = await ConsoleRun.Of(arguments);
            Assert.InRange(run.ExitCode, ExitCode.ClientErrorStatus, ExitCode.ServerErrorStatus);
            Assert.Single(run.ErrorLines);
        }

        (await ConsoleRun.Of("rm", "-r", Url)).AssertFailed(ExitCode.Usage, "not deleted");
        (await ConsoleRun.Of("put", Path.Join(_target, "none"), Url)).AssertFailed(ExitCode.LocalFile, "none");
        (await ConsoleRun.Of("mkdir", "http://127.0.0.1/x")).AssertFailed(ExitCode.UnsupportedScheme, "'http'");
        (await ConsoleRun.Of("ls", "--ftp-tls", "maybe", Url)).AssertFailed(ExitCode.Usage, "--ftp-tls");
    }

    [Fact]
    public async Task Hash_is_the_local_files_or_the_servers()
    {
        string url = new Uri(Path.Join(_folder, "a.txt")).AbsoluteUri;
        Assert.Equal("sha-256 ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73\n", (await ConsoleRun.Of("hash", url)).OutputText);
        Assert.Equal("md5 9a0364b9e99bb480dd25e1f0284c8555\n", (await ConsoleRun.Of("hash", url, "--algorithm", "md5")).OutputText);
        (await ConsoleRun.Of("hash", url, "--algorithm", "rot13")).AssertFailed(ExitCode.Usage, "rot13");
        (await ConsoleRun.Of("hash", url, "--algorithm", "crc32")).AssertFailed(ExitCode.UnsupportedScheme, "CRC-32");
        (await ConsoleRun.Of("hash", Url + "a.txt")).AssertFailed(ExitCode.UnsupportedScheme, "offers no hash");
        (await ConsoleRun.Of("hash", Url + "a.txt", "--algorithm", "md5")).AssertFailed(ExitCode.UnsupportedScheme, "offers no md5");
    }

    [Theory]
    [InlineData("ftp://u@h/x", "p:@/\u00E9", "ftp://u:p%3A%40%2F%C3%A9@h/x")]
    [InlineData("ftp://u:own@h/", "secret", "ftp://u:own@h/")]
    [InlineData("ftp://h/", "secret", "ftp://h/")]
    [InlineData("nothing", "secret", "nothing")]
    [InlineData("ftp://u@h/", "", "ftp://u@h/")]
    [InlineData("ftp://u@h/", null, "ftp://u@h/")]
    public void Password_of_the_environment_is_for_users_without_one(string url, string? password, string expected) =>
        Assert.Equal(expected, SessionSettings.WithPassword(url, password));
}
