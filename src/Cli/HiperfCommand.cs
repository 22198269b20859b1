using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;
using HiPerf.Cli.Verbs;

namespace HiPerf.Cli;

/// <summary>The whole command line: verbs in, a number out. Every failure is one line on standard error.</summary>
internal static class HiperfCommand
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What stands behind <c>hiperf</c>.</param>
    /// <param name="console">The outside.</param>
    /// <param name="grace">How long a verb may take to end after Ctrl-C or SIGTERM; null leaves the process's signals alone.</param>
    /// <param name="cancellationToken">Ends the verb as a signal does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliConsole console, TimeSpan? grace, CancellationToken cancellationToken)
    {
        // No RootCommand: that one is called after the assembly.
        var root = new Command("hiperf", "Opens URLs as files, serves folders, and shows how HiPerf reads what peers send.")
        {
            GetVerb.Create(console),
            LsVerb.Create(console),
            BrowseVerb.Create(console),
            PutVerb.Create(console),
            RmVerb.Create(console),
            MvVerb.Create(console),
            MkdirVerb.Create(console),
            MirrorVerb.Create(console),
            HashVerb.Create(console),
            ServeVerb.Create(console),
            InspectVerb.Create(console),
            DemoVerb.Create(console),
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        var line = root.Parse(arguments);
        if (line.Errors.Count > 0 && line.Action is ParseErrorAction)
        {
            console.Error.WriteLine("hiperf: " + TerminalText.Escape(UsageFault.SentenceOf(line)));
            return ExitCode.Usage;
        }

        StreamWriter output = console.OpenText();
        await using (output.ConfigureAwait(false))
        {
            return await line.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = grace,
            }, cancellationToken).ConfigureAwait(false);
        }
    }
}
