using System.Diagnostics;

namespace HiPerf.Bench.EndToEnd;

/// <summary>A client under measurement, with one connection that is kept.</summary>
/// <param name="name">What it is called in the output.</param>
internal abstract class HttpContestant(string name) : IAsyncDisposable
{
    public string Name => name;

    /// <summary>Gets one target again and again, all of its content each time.</summary>
    /// <param name="target">The path.</param>
    /// <param name="times">One entry a request: its ticks are written there.</param>
    /// <param name="buffer">Where content is read to.</param>
    /// <returns>Octets of content read.</returns>
    public abstract Task<long> GetAsync(string target, Memory<long> times, Memory<byte> buffer);

    public abstract ValueTask DisposeAsync();

    private protected static long Now => Stopwatch.GetTimestamp();
}
