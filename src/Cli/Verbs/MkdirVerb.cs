using System.CommandLine;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf mkdir URL</c>: makes a folder on a server.</summary>
internal sealed class MkdirVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "ftp or ftps." };
        var command = new Command("mkdir", "Make a folder on a server.") { url };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) => new MkdirVerb(console).RunAsync(line.GetRequiredValue(url), session.Read(line), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string url, SessionSettings settings, CancellationToken cancellationToken)
    {
        FtpPlace place = await FtpPlace.OpenAsync(console, settings, url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            await place.Connection.CreateDirectoryAsync(place.Path.TrimEnd('/'), cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }
}
