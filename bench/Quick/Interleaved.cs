using System.Diagnostics;

namespace HiPerf.Bench.Quick;

/// <summary>Times two jobs in ABBA order in one process, so that both see the same machine.</summary>
public static class Interleaved
{
    /// <summary>What was measured; times are medians over the rounds, in nanoseconds an operation.</summary>
    public readonly record struct Outcome(double OursNs, double PeerNs, double Ratio, double OursBytes);

    /// <summary>Runs both jobs until the rounds are full.</summary>
    /// <param name="ours">Does its argument's number of operations.</param>
    /// <param name="peer">Does the same work by other means.</param>
    /// <param name="rounds">Rounds of A B B A.</param>
    public static Outcome Run(Action<int> ours, Action<int> peer, int rounds = 25)
    {
        // Past the compiler's tiers: it replaces code in the background, some 100 ms after calls stop being new.
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1);)
        {
            ours(500);
            peer(500);
        }

        int operations = Math.Max(1000, (int)(8_000_000 / Math.Max(1, Time(peer, 5000))));
        var a = new double[rounds];
        var b = new double[rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        ours(operations);
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)operations;
        for (int round = 0; round < rounds; round++)
        {
            double a1 = Time(ours, operations);
            double b1 = Time(peer, operations);
            double b2 = Time(peer, operations);
            double a2 = Time(ours, operations);
            a[round] = (a1 + a2) / 2;
            b[round] = (b1 + b2) / 2;
        }

        double[] ratios = [.. a.Zip(b, (x, y) => y / x).Order()];
        return new Outcome(Median(a), Median(b), ratios[rounds / 2], bytes);
    }

    private static double Time(Action<int> job, int operations)
    {
        long start = Stopwatch.GetTimestamp();
        job(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
