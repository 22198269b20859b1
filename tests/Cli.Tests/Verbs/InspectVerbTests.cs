namespace HiPerf.Cli.Tests.Verbs;

public sealed class InspectVerbTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public async Task Inspect_of_a_file_shows_it_for_people_with_everything_escaped()
    {
        await File.WriteAllBytesAsync(_path, "GET /a HTTP/1.1\r\nHost: h\r\nX: \u00c3\u009b\r\nContent-Length: 2\r\n\r\n\u001bz"u8.ToArray(), TestContext.Current.CancellationToken);
        ConsoleRun run = await ConsoleRun.Of("inspect", "http-request", _path);
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] lines = run.OutputText.Split('\n');
        Assert.Equal("accept", lines[0]);
        Assert.Contains("  target   /a", lines);
        Assert.Contains("  field    X: Ã\\x83Â\\x9B", lines);
        Assert.Contains("  framing  length, 2 octets declared, connection kept", lines);
        Assert.Contains("           \\x1Bz", lines);
    }

    [Theory]
    [InlineData("GET", "incomplete: valid so far, the end is missing")]
    [InlineData("G@T ", "reject: BadMethod at octet 1: The method is empty or holds an octet that is no tchar. (RFC 9112 section 3.1)")]
    public async Task Inspect_of_what_is_not_accepted_says_why_and_exits_so(string input, string headline)
    {
        ConsoleRun run = await ConsoleRun.Of(System.Text.Encoding.ASCII.GetBytes(input), terminal: false, "inspect", "http-request");
        Assert.Equal(ExitCode.NotAccepted, run.ExitCode);
        Assert.Equal(headline, run.OutputText.Split('\n')[0]);
    }

    [Fact]
    public async Task Inspect_of_a_url_names_its_parts()
    {
        ConsoleRun run = await ConsoleRun.Of("../b\n"u8.ToArray(), terminal: false, "inspect", "url", "--base", "HTTP://H:80/a/c/d");
        Assert.StartsWith("accept\nhref      http://h/a/b\nprotocol  http:\n", run.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_of_a_file_that_is_not_there_fails() =>
        (await ConsoleRun.Of("inspect", "url", _path + ".none")).AssertFailed(ExitCode.LocalFile, ".none");

    public void Dispose() => File.Delete(_path);
}
