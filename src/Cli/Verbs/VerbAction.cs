using System.CommandLine;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using CommandLine = System.CommandLine.ParseResult;

namespace HiPerf.Cli.Verbs;

/// <summary>Hangs a verb on its command so that whatever it throws becomes one line and a number before the signal handler waits for it.</summary>
internal static class VerbAction
{
    public static void Set(Command command, CliConsole console, Func<CommandLine, CancellationToken, Task<int>> run) =>
        command.SetAction((line, cancellationToken) => GuardAsync(console, () => run(line, cancellationToken)));

    private static async Task<int> GuardAsync(CliConsole console, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            console.Error.WriteLine("hiperf: " + failure.Line);
            return failure.Code;
        }
    }
}
