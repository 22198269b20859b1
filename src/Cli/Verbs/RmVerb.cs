using System.CommandLine;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf rm URL</c>: deletes a file, or a folder whose URL ends in a slash.</summary>
internal sealed class RmVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "ftp or ftps; a folder's ends in a slash." };
        var recursive = new Option<bool>("--recursive", "-r") { Description = "Delete everything within the folder first." };
        var command = new Command("rm", "Delete a file or a folder on a server.") { url, recursive };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) =>
            new RmVerb(console).RunAsync(line.GetRequiredValue(url), line.GetValue(recursive), session.Read(line), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string url, bool recursive, SessionSettings settings, CancellationToken cancellationToken)
    {
        FtpPlace place = await FtpPlace.OpenAsync(console, settings, url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            if (place.Path.TrimEnd('/').Length == 0)
            {
                throw new Failures.VerbException(ExitCode.Usage, "The folder of the login, or of the server, is not deleted.");
            }

            if (place.IsFolder)
            {
                await place.Connection.DeleteDirectoryAsync(place.Path.TrimEnd('/'), recursive, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await place.Connection.DeleteFileAsync(place.Path, cancellationToken).ConfigureAwait(false);
            }
        }

        return ExitCode.Ok;
    }
}
