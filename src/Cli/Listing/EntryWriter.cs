using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Listing;

/// <summary>Writes entries as they come: a line each, or one JSON array with an entry a line.</summary>
/// <param name="console">Standard output takes them.</param>
/// <param name="isJson">Whether they are JSON.</param>
/// <param name="hasDetails">Whether what only an FTP server tells is shown too.</param>
internal sealed class EntryWriter(CliConsole console, bool isJson, bool hasDetails)
{
    /// <summary>Writes them all.</summary>
    /// <param name="entries">The entries.</param>
    public async Task WriteAsync(IAsyncEnumerable<InternetEntry> entries)
    {
        StreamWriter output = console.OpenText();
        await using (output.ConfigureAwait(false))
        {
            var line = new EntryLine(console.OutputIsTerminal, hasDetails);
            string separator = string.Empty;
            if (isJson)
            {
                await output.WriteAsync("[").ConfigureAwait(false);
            }

            await foreach (InternetEntry entry in entries.ConfigureAwait(false))
            {
                await output.WriteAsync(isJson ? $"{separator}\n{EntryJson.Of(entry)}" : line.Of(entry) + "\n").ConfigureAwait(false);
                separator = ",";
            }

            if (isJson)
            {
                await output.WriteAsync("\n]\n").ConfigureAwait(false);
            }
        }
    }
}
