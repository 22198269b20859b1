using System.Diagnostics;

namespace HiPerf.Bench.Gopher;

/// <summary>A client under measurement.</summary>
/// <param name="name">What it is called in the output.</param>
internal abstract class GopherClientContestant(string name) : IAsyncDisposable
{
    private protected const int BufferLength = 256 * 1024;

    public string Name => name;

    /// <summary>Whether it is held to the bar.</summary>
    public virtual bool IsOurs => false;

    /// <summary>Whether it does a job at all.</summary>
    public virtual bool Does(GopherClientJob job) => true;

    /// <summary>Does a job a number of times and tells how long it took.</summary>
    public async Task<TimeSpan> TimeAsync(GopherClientJob job, int count)
    {
        long start = Stopwatch.GetTimestamp();
        await RunAsync(job, count).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    public abstract ValueTask DisposeAsync();

    private protected abstract Task RunAsync(GopherClientJob job, int count);

    private protected static void Expect(long number, long expected)
    {
        if (number != expected)
        {
            throw new InvalidOperationException($"{number} octets or items arrived where {expected} are there.");
        }
    }
}
