using System.Diagnostics;

namespace HiPerf.Bench.Ftp;

/// <summary>A client under measurement, logged in once.</summary>
/// <param name="name">What it is called in the output.</param>
internal abstract class FtpContestant(string name) : IAsyncDisposable
{
    /// <summary>Connections of the job that uses several.</summary>
    public const int Connections = 4;

    /// <summary>Octets of every buffer that content is read to or written from.</summary>
    public const int BufferLength = 256 * 1024;

    public string Name => name;

    /// <summary>Whether what it allocates is seen in this process.</summary>
    public virtual bool IsHere => true;

    /// <summary>Whether it is held to the bars.</summary>
    public virtual bool IsOurs => false;

    /// <summary>How many commands or files it does a turn; 0: it leaves the job out.</summary>
    public virtual int CountOf(FtpJobKind job, int count) => count;

    /// <summary>Does a job and tells how long it took.</summary>
    /// <param name="job">What.</param>
    /// <param name="count">Commands or files; the other jobs are done once.</param>
    public virtual async Task<TimeSpan> TimeAsync(FtpJob job, int count)
    {
        long start = Stopwatch.GetTimestamp();
        await RunAsync(job, count).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    public abstract ValueTask DisposeAsync();

    private protected abstract Task RunAsync(FtpJob job, int count);

    private protected static void Expect(long octets, long expected)
    {
        if (octets != expected)
        {
            throw new InvalidOperationException($"{octets} octets arrived where {expected} are there.");
        }
    }
}
