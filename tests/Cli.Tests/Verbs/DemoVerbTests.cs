namespace HiPerf.Cli.Tests.Verbs;

public class DemoVerbTests
{
    [Fact]
    public async Task Demo_opens_the_file_by_every_scheme_and_shows_a_line_for_each()
    {
        ConsoleRun run = await ConsoleRun.Of("demo");
        Assert.Equal(ExitCode.Ok, run.ExitCode);
        string[] lines = run.OutputText.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["scheme", "http", "https", "ftp", "gopher", "file"], lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines[1..], line => Assert.Matches(@"^\w+ +agree +[\d.]+ ms +[\d.]+ µs +[\d.]+ µs +\d+ B/op +\d+ MiB/s$", line));
    }
}
