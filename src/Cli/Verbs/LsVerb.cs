using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HiPerf.Cli.Sessions;
using HiPerf.Cli.Terminals;
using HiPerf.Ftp;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf ls URL</c>: lists the folder a URL names.</summary>
internal sealed class LsVerb(CliConsole console)
{
    /// <summary>What the command line says beside the URL.</summary>
    internal sealed record Request
    {
        public bool Json { get; init; }

        /// <summary>Whether what only an FTP server tells is shown too.</summary>
        public bool Details { get; init; }

        public bool Recursive { get; init; }

        public SessionSettings Session { get; init; } = new();
    }

    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "The URL of a folder; file, ftp and ftps are served." };
        var json = new Option<bool>("--json") { Description = "Answer with one JSON array, an entry a line." };
        var details = new Option<bool>("--long", "-l") { Description = "Show permissions and owner too, and where links lead, as an FTP server tells them." };
        var recursive = new Option<bool>("--recursive", "-R") { Description = "List the folders of an FTP server within too." };
        var command = new Command("ls", "List the folder a URL names.") { url, json, details, recursive };
        var session = new SessionArguments(command);
        VerbAction.Set(command, console, (line, cancellationToken) => new LsVerb(console).RunAsync(line.GetRequiredValue(url), new Request
        {
            Json = line.GetValue(json),
            Details = line.GetValue(details),
            Recursive = line.GetValue(recursive),
            Session = session.Read(line),
        }, cancellationToken));
        return command;
    }

    /// <summary>Lists, entry by entry as they come.</summary>
    public async Task<int> RunAsync(string url, Request request, CancellationToken cancellationToken)
    {
        if (FtpPlace.IsFtp(InternetUrl.ParseOrNull(url)))
        {
            FtpPlace place = await FtpPlace.OpenAsync(console, request.Session, url, cancellationToken).ConfigureAwait(false);
            await using (place.ConfigureAwait(false))
            {
                var options = new FtpEnumerateOptions { Recursive = request.Recursive };
                return await WriteAsync(place.Connection.EnumerateAsync(place.Path.Length == 0 ? null : place.Path, options, cancellationToken), request).ConfigureAwait(false);
            }
        }

        if (request.Recursive)
        {
            throw new NotSupportedException("Folders within are listed on ftp and ftps alone.");
        }

        InternetSession session = request.Session.Open(console, InternetUrl.ParseOrNull(url));
        await using (session.ConfigureAwait(false))
        {
            return await WriteAsync(session.EnumerateAsync(url, cancellationToken: cancellationToken), request).ConfigureAwait(false);
        }
    }

    private async Task<int> WriteAsync(IAsyncEnumerable<InternetEntry> entries, Request request)
    {
        StreamWriter output = console.OpenText();
        await using (output.ConfigureAwait(false))
        {
            string separator = string.Empty;
            if (request.Json)
            {
                await output.WriteAsync("[").ConfigureAwait(false);
            }

            await foreach (InternetEntry entry in entries.ConfigureAwait(false))
            {
                if (request.Json)
                {
                    await output.WriteAsync(separator + "\n" + Json(entry)).ConfigureAwait(false);
                }
                else
                {
                    await output.WriteLineAsync((request.Details ? Details(entry) : string.Empty) + Line(entry) + (request.Details ? Target(entry) : string.Empty)).ConfigureAwait(false);
                }

                separator = ",";
            }

            if (request.Json)
            {
                await output.WriteLineAsync("\n]").ConfigureAwait(false);
            }
        }

        return ExitCode.Ok;
    }

    private string Shown(string text) => console.OutputIsTerminal ? TerminalText.Escape(text) : text;

    private string Details(InternetEntry entry) =>
        entry is FtpEntry ftp ? $"{Shown(ftp.Permissions ?? "-"),-12} {Shown(ftp.Owner ?? "-"),-8} {Shown(ftp.Group ?? "-"),-8} " : $"{"-",-12} {"-",-8} {"-",-8} ";

    private string Target(InternetEntry entry) => entry is FtpEntry { Target: { } target } ? $" -> {Shown(target)}" : string.Empty;

    private string Line(InternetEntry entry)
    {
        string name = Shown(entry is FtpEntry { Path: var path } ? path : entry.Name);
        string length = entry.Length?.ToString(CultureInfo.InvariantCulture) ?? "-";
        string time = entry.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
        return $"{length,15}  {time,-20}  {name}{(entry.IsDirectory ? "/" : string.Empty)}";
    }

    private static string Json(InternetEntry entry)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            if (entry is FtpEntry ftp)
            {
                json.WriteString("path", ftp.Path);
                json.WriteString("type", ftp.Type.ToString().ToLowerInvariant());
                json.WriteString("permissions", ftp.Permissions);
                json.WriteString("target", ftp.Target);
            }

            json.WriteString("url", entry.Url.ToString());
            json.WriteBoolean("directory", entry.IsDirectory);
            if (entry.Length is { } length)
            {
                json.WriteNumber("length", length);
            }
            else
            {
                json.WriteNull("length");
            }

            json.WriteString("last_write_time", entry.LastWriteTime?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
