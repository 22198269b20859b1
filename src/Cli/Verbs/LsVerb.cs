using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Verbs;

/// <summary><c>hiperf ls URL</c>: lists the folder a URL names.</summary>
internal sealed class LsVerb(CliConsole console)
{
    public static Command Create(CliConsole console)
    {
        var url = new Argument<string>("URL") { Description = "The URL of a folder; file is served." };
        var json = new Option<bool>("--json") { Description = "Answer with one JSON array, an entry a line." };
        var command = new Command("ls", "List the folder a URL names.") { url, json };
        VerbAction.Set(command, console, (line, cancellationToken) =>
            new LsVerb(console).RunAsync(line.GetRequiredValue(url), line.GetValue(json), cancellationToken));
        return command;
    }

    /// <summary>Lists, entry by entry as they come.</summary>
    public async Task<int> RunAsync(string url, bool asJson, CancellationToken cancellationToken)
    {
        var session = new InternetSession();
        await using (session.ConfigureAwait(false))
        {
            IAsyncEnumerable<InternetEntry> entries = session.EnumerateAsync(url, cancellationToken: cancellationToken);
            StreamWriter output = console.OpenText();
            await using (output.ConfigureAwait(false))
            {
                string separator = string.Empty;
                if (asJson)
                {
                    await output.WriteAsync("[").ConfigureAwait(false);
                }

                await foreach (InternetEntry entry in entries.ConfigureAwait(false))
                {
                    if (asJson)
                    {
                        await output.WriteAsync(separator + "\n" + Json(entry)).ConfigureAwait(false);
                    }
                    else
                    {
                        await output.WriteLineAsync(Line(entry)).ConfigureAwait(false);
                    }

                    separator = ",";
                }

                if (asJson)
                {
                    await output.WriteLineAsync("\n]").ConfigureAwait(false);
                }
            }
        }

        return ExitCode.Ok;
    }

    private string Line(InternetEntry entry)
    {
        string name = console.OutputIsTerminal ? TerminalText.Escape(entry.Name) : entry.Name;
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
