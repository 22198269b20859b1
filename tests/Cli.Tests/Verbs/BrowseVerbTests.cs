namespace HiPerf.Cli.Tests.Verbs;

public class BrowseVerbTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Browse_without_a_terminal_is_refused(bool outputIsTerminal) =>
        (await ConsoleRun.Of([], outputIsTerminal, "browse", "gopher://127.0.0.1/")).AssertFailed(ExitCode.Usage, "needs a terminal");
}
