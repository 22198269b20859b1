using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HiPerf.Cli.Tests.Verbs;

public class GetVerbTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Get_gives_the_same_octets_by_every_scheme(int length)
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        byte[] content = RandomNumberGenerator.GetBytes(length);
        string path = folder.Write("a.bin", content);
        string roots = await folder.WriteCertificateAsync();

        Assert.Equal(content, (await Succeed("get", new Uri(folder.Http, "a.bin").AbsoluteUri)).Output);
        Assert.Equal(content, (await Succeed("get", new Uri(folder.Https, "a.bin").AbsoluteUri, "--cacert", roots)).Output);
        Assert.Equal(content, (await Succeed("get", new Uri(path).AbsoluteUri)).Output);
    }

    [Fact]
    public async Task Get_to_a_file_writes_it_whole_and_summarizes_on_standard_output()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        _ = folder.Write("a.txt", "hello"u8.ToArray());
        string target = Path.Combine(folder.FullPath, "copy");

        ConsoleRun run = await Succeed("get", new Uri(folder.Http, "a.txt").AbsoluteUri, "-o", target, "--json");
        Assert.Equal("hello", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        using JsonDocument summary = JsonDocument.Parse(run.Output);
        JsonElement root = summary.RootElement;
        Assert.Equal((200, 5L, true), (root.GetProperty("status").GetInt32(), root.GetProperty("bytes").GetInt64(), root.GetProperty("length_verified").GetBoolean()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("hello"u8)), root.GetProperty("sha256").GetString());
        Assert.Equal(target, root.GetProperty("output").GetString());
        Assert.Equal(0, root.GetProperty("redirects").GetArrayLength());
        Assert.InRange(root.GetProperty("timings_ms").GetProperty("total").GetDouble(), 0, 60_000);
    }

    [Fact]
    public async Task Get_to_standard_output_summarizes_on_standard_error()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        string path = folder.Write("a.txt", "hello"u8.ToArray());
        ConsoleRun run = await Succeed("get", new Uri(path).AbsoluteUri, "--json");
        Assert.Equal("hello", run.OutputText);
        using JsonDocument summary = JsonDocument.Parse(run.Error);
        Assert.Equal(5, summary.RootElement.GetProperty("content_length").GetInt32());
    }

    [Fact]
    public async Task Get_of_a_local_folder_is_refused_unless_a_page_is_asked_for()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        _ = folder.Write("a<b.txt", []);
        string url = new Uri(folder.FullPath + "/").AbsoluteUri;
        (await ConsoleRun.Of("get", url)).AssertFailed(ExitCode.LocalFile, "is a folder");
        Assert.Contains("a&lt;b.txt", (await ConsoleRun.Of("get", "--html", url)).OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_follows_a_redirect_and_tells_of_it()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        _ = Directory.CreateDirectory(Path.Combine(folder.FullPath, "sub"));
        ConsoleRun run = await Succeed("get", new Uri(folder.Http, "sub").AbsoluteUri, "--json");
        using JsonDocument summary = JsonDocument.Parse(run.Error);
        Assert.EndsWith("/sub/", summary.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, summary.RootElement.GetProperty("redirects").GetArrayLength());
    }

    [Fact]
    public async Task Get_verbose_shows_the_dialogue_and_hides_secrets()
    {
        await using var peer = new OneAnswer("HTTP/1.1 200 OK\r\nSet-Cookie: s=secret1\r\nX-Odd: \u00e4\r\nContent-Length: 2\r\n\r\nok");
        ConsoleRun run = await Succeed("get", "-v", peer.Url.Replace("http://", "http://user:secret2@", StringComparison.Ordinal));
        Assert.Equal("ok", run.OutputText);
        Assert.Contains(run.ErrorLines, line => line.Contains("connected to 127.0.0.1:", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(run.ErrorLines, "> GET / HTTP/1.1") is var sent and > 0 && Array.IndexOf(run.ErrorLines, "< HTTP/1.1 200 OK") > sent, run.Error);
        Assert.Contains("< Set-Cookie: ***", run.ErrorLines);
        Assert.Contains("< X-Odd: ä", run.ErrorLines);
        Assert.DoesNotContain("secret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_on_a_terminal_escapes_content()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        string path = folder.Write("a", "a\u001b[2Jb\n"u8.ToArray());
        ConsoleRun run = await ConsoleRun.Of([], terminal: true, "get", new Uri(path).AbsoluteUri);
        Assert.Equal("a\\x1B[2Jb\n", run.OutputText);
    }

    [Fact]
    public async Task Get_of_a_status_of_400_and_above_fails_by_its_class()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        (await ConsoleRun.Of("get", new Uri(folder.Http, "none").AbsoluteUri)).AssertFailed(ExitCode.ClientErrorStatus, "404 Not Found");
        await using var peer = new OneAnswer("HTTP/1.1 503 \u0090 Busy\r\nContent-Length: 0\r\n\r\n");
        (await ConsoleRun.Of("get", peer.Url)).AssertFailed(ExitCode.ServerErrorStatus, "503 \\x90 Busy");
    }

    [Fact]
    public async Task Get_of_a_cut_body_fails_and_leaves_no_file()
    {
        string folder = Directory.CreateTempSubdirectory("hiperf-cut-").FullName;
        try
        {
            await using var peer = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            (await ConsoleRun.Of("get", peer.Url, "-o", Path.Combine(folder, "a"))).AssertFailed(ExitCode.Cut, string.Empty);
            Assert.Empty(Directory.GetFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Get_of_an_untrusted_certificate_fails()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        (await ConsoleRun.Of("get", folder.Https.AbsoluteUri)).AssertFailed(ExitCode.Tls, folder.Https.Authority);
    }

    [Fact]
    public async Task Get_from_a_closed_port_fails()
    {
        string url;
        await using (var peer = new OneAnswer(null))
        {
            url = peer.Url;
        }

        (await ConsoleRun.Of("get", url)).AssertFailed(ExitCode.CannotConnect, "No connection to 127.0.0.1:");
    }

    [Fact]
    public async Task Get_from_a_silent_peer_runs_out_of_time()
    {
        await using var peer = new OneAnswer(null);
        (await ConsoleRun.Of("get", peer.Url, "--timeout", "0.05")).AssertFailed(ExitCode.Timeout, "ran out after 0.05 s");
    }

    [Fact]
    public async Task Get_of_a_broken_response_names_rule_and_octet()
    {
        await using var peer = new OneAnswer("HTTP/1.1 200 OK\nContent-Length: 0\r\n\r\n");
        (await ConsoleRun.Of("get", peer.Url)).AssertFailed(ExitCode.Protocol, "octet 15");
    }

    [Theory]
    [InlineData("nope://h/", ExitCode.UnsupportedScheme, "'nope'")]
    [InlineData("not a url", ExitCode.Usage, "MissingScheme")]
    [InlineData("http://name.invalid/", ExitCode.NameNotResolved, "name.invalid")]
    [InlineData("file:///nowhere/at/all", ExitCode.LocalFile, "file:///nowhere/at/all")]
    public async Task Get_of_what_cannot_be_opened_fails_by_its_kind(string url, int code, string sentence) =>
        (await ConsoleRun.Of("get", url)).AssertFailed(code, sentence);

    [Fact]
    public async Task Get_to_a_folder_that_is_not_there_fails()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        string path = folder.Write("a", []);
        (await ConsoleRun.Of("get", new Uri(path).AbsoluteUri, "-o", Path.Combine(folder.FullPath, "none", "b")))
            .AssertFailed(ExitCode.LocalFile, $"There is no folder {Path.Combine(folder.FullPath, "none")}.");
    }

    [Fact]
    public async Task Get_to_a_dash_writes_to_standard_output()
    {
        await using ServedFolder folder = await ServedFolder.StartAsync();
        string path = folder.Write("a", "hello"u8.ToArray());
        Assert.Equal("hello", (await Succeed("get", new Uri(path).AbsoluteUri, "-o", "-")).OutputText);
    }

    [Theory]
    [InlineData("See hiperf --help.")]
    [InlineData("'get'", "get")]
    [InlineData("'--wrong'", "get", "http://h/", "--wrong")]
    [InlineData("There is no command 'fetch'; see hiperf --help.", "fetch", "http://h/")]
    [InlineData("Argument 'smtp' not recognized. Must be one of: 'http-request'", "inspect", "smtp")]
    [InlineData("above 0", "get", "http://h/", "--timeout", "0")]
    [InlineData("Cannot parse argument 'soon' for option '--timeout'.", "get", "http://h/", "--timeout", "soon")]
    [InlineData("Cannot parse argument 'www' for option '--http'.", "serve", "/", "--http", "www")]
    [InlineData("70000", "serve", "/", "--http", "70000")]
    [InlineData("'here'", "serve", "/", "--address", "here")]
    [InlineData("'BareLF2' is no leniency; known are BareLf, ObsFold", "inspect", "http-request", "--lenient", "ObsFold+BareLF2")]
    public async Task Command_line_that_is_wrong_is_told_in_one_line(string sentence, params string[] arguments) =>
        (await ConsoleRun.Of(arguments)).AssertFailed(ExitCode.Usage, sentence);

    [Fact]
    public async Task Help_and_version_are_data()
    {
        ConsoleRun run = await Succeed("--help");
        Assert.Contains("hiperf [command]", run.OutputText, StringComparison.Ordinal);
        Assert.Empty(run.Error);
        Assert.Matches(@"^\d+\.\d+\.\d+", (await Succeed("--version")).OutputText);
        Assert.Contains("hiperf get <URL>", (await Succeed("get", "--help")).OutputText, StringComparison.Ordinal);
    }

    private static async Task<ConsoleRun> Succeed(params string[] arguments)
    {
        ConsoleRun run = await ConsoleRun.Of(arguments);
        Assert.True(run.ExitCode == ExitCode.Ok, Encoding.UTF8.GetString(run.Output) + run.Error);
        return run;
    }
}
