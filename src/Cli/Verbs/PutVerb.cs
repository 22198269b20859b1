using System.CommandLine;
using HiPerf.Cli.Getting;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf put FILE URL</c>: copies a local file to an FTP server.</summary>
internal sealed class PutVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "The local file." };
        var url = new Argument<string>("URL") { Description = "ftp or ftps; behind a slash at its end the file keeps its name." };
        var resume = new Option<bool>("--continue", "-C") { Description = "Go on where an earlier attempt stopped." };
        var json = new Option<bool>("--json") { Description = "Write a summary as JSON." };
        var command = new Command("put", "Copy a local file to a server; it appears when it is whole.") { file, url, resume, json };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) => new PutVerb(console).RunAsync(
            line.GetRequiredValue(file), line.GetRequiredValue(url), line.GetValue(resume), line.GetValue(json), session.Read(line), cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(string file, string url, bool resume, bool json, SessionSettings settings, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file {file}.");
        }

        FtpPlace place = await FtpPlace.OpenAsync(console, settings, url, cancellationToken).ConfigureAwait(false);
        await using (place.ConfigureAwait(false))
        {
            string target = place.IsFolder ? place.Path + Path.GetFileName(file) : place.Path;
            FtpTransferResult? result = null;
            await ProgressBar.RunAsync(console, settings.Verbose, Path.GetFileName(file), new FileInfo(file).Length, async progress =>
            {
                var options = new FtpUploadOptions { Resume = resume, Progress = progress };
                result = await place.Connection.UploadFileAsync(file, target, options, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
            if (json)
            {
                CopySummary.Write(console, place.Url, file, result!);
            }
        }

        return ExitCode.Ok;
    }
}
