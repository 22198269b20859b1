using System.Text;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Tests;

/// <summary>One command line, run in this process over streams in memory.</summary>
internal sealed record ConsoleRun(int ExitCode, byte[] Output, string Error)
{
    public string OutputText => Encoding.UTF8.GetString(Output);

    public string[] ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static Task<ConsoleRun> Of(params string[] arguments) => Of([], terminal: false, arguments);

    public static async Task<ConsoleRun> Of(byte[] input, bool terminal, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var console = new CliConsole { Input = new MemoryStream(input), Output = output, Error = error, OutputIsTerminal = terminal };
        int code = await HiperfCommand.RunAsync(arguments, console, grace: null, TestContext.Current.CancellationToken);
        return new ConsoleRun(code, output.ToArray(), error.ToString());
    }

    /// <summary>The exit code, and that standard output is empty and standard error one line.</summary>
    public void AssertFailed(int code, string sentence)
    {
        Assert.Equal(code, ExitCode);
        Assert.Empty(Output);
        string line = Assert.Single(ErrorLines);
        Assert.StartsWith("hiperf: ", line, StringComparison.Ordinal);
        Assert.Contains(sentence, line, StringComparison.Ordinal);
    }
}
