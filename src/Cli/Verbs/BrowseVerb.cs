using System.CommandLine;
using HiPerf.Cli.Browsing;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf browse URL</c>: looks through menus and folders by keyboard, in a terminal.</summary>
internal sealed class BrowseVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "Where to begin: gopher, gophers, ftp, ftps or file." };
        var command = new Command("browse", "Look through Gopher menus, and folders of ftp and file, by keyboard; ? shows the keys.") { url };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) =>
            new BrowseVerb(console).RunAsync(SessionSettings.WithPassword(line.GetRequiredValue(url)), session.Read(line), cancellationToken));
        return command;
    }

    /// <summary>Browses until it is quit.</summary>
    /// <returns>Ok, also where pages could not be had: they were told.</returns>
    public async Task<int> RunAsync(string url, SessionSettings settings, CancellationToken cancellationToken)
    {
        if (!console.InputIsTerminal || !console.OutputIsTerminal)
        {
            throw new VerbException(ExitCode.Usage, "browse needs a terminal for standard input and standard output.");
        }

        if (settings.Verbose && console.ErrorIsTerminal)
        {
            throw new VerbException(ExitCode.Usage, "-v writes between the lines of the browser; send standard error to a file.");
        }

        InternetSession session = settings.Open(console, InternetUrl.ParseOrNull(url));
        await using (session.ConfigureAwait(false))
        {
            var pages = new PageSource(session);
            PageLink start = pages.Find(url);
            using var terminal = new ConsoleTerminal(console);
            try
            {
                await new Browser(pages, terminal).RunAsync(start, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Ctrl-C is one way to leave.
            }
        }

        return ExitCode.Ok;
    }
}
