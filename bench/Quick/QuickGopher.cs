using System.Text.Json;

namespace HiPerf.Bench.Quick;

/// <summary><c>quick gopher</c>: our server beside those of Debian's packages and their floors, our client beside a raw socket, turn by turn.</summary>
internal sealed class QuickGopher(QuickGopherOptions options, TextWriter output)
{
    // The runtime replaces code in the background, in steps that each wait until no new code came for 100 ms.
    internal static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2.5);

    public QuickGopherOptions Options => options;

    /// <summary>Runs it, on one core where <c>taskset</c> is there to say so. Answers 0.</summary>
    public static async Task<int> RunAsync(string[] arguments, QuickGopherOptions options, TextWriter output)
    {
        if (options.Pinned && await OneCore.TryRunAsync(arguments).ConfigureAwait(false) is { } exitCode)
        {
            return exitCode;
        }

        var quick = new QuickGopher(options, output);
        if (!OneCore.IsPinned)
        {
            quick.Note("not pinned: loopback figures have two modes then, compare ratios only");
        }

        if (options.ServerJobs.Count > 0)
        {
            await new QuickGopherServers(quick).RunAsync().ConfigureAwait(false);
        }

        if (options.ClientJobs.Count > 0)
        {
            await new QuickGopherClients(quick).RunAsync().ConfigureAwait(false);
        }

        return 0;
    }

    /// <summary>Prints one line: as text, or as an object.</summary>
    public void Print(FormattableString text, params (string Key, object? Value)[] members) =>
        output.WriteLine(options.Json ? JsonSerializer.Serialize(members.ToDictionary(member => member.Key, member => member.Value)) : FormattableString.Invariant(text));

    /// <summary>Says what is to be said beside the figures.</summary>
    public void Note(string text) => Print($"{text}", ("note", text));
}
