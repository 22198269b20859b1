using System.CommandLine;
using HiPerf.Cli.Failures;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf mv URL NEWNAME</c>: renames or moves on one server.</summary>
internal sealed class MvVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "ftp or ftps." };
        var name = new Argument<string>("NEWNAME") { Description = "A name in the same folder, or with a slash in it a path." };
        var command = new Command("mv", "Rename or move a file or a folder on a server.") { url, name };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) =>
            new MvVerb(console).RunAsync(line.GetRequiredValue(url), line.GetRequiredValue(name), session.Read(line), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string url, string name, SessionSettings settings, CancellationToken cancellationToken)
    {
        FtpPlace place = await FtpPlace.OpenAsync(console, settings, url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            string path = place.Path.TrimEnd('/');
            if (path.Length == 0)
            {
                throw new VerbException(ExitCode.Usage, "The URL names nothing that could be renamed.");
            }

            string target = name.Contains('/', StringComparison.Ordinal) ? name : path[..(path.LastIndexOf('/') + 1)] + name;
            await place.Connection.RenameAsync(path, target, cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }
}
