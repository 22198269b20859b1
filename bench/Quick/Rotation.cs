namespace HiPerf.Bench.Quick;

/// <summary>Times several jobs turn by turn in one process, so that all see the same machine.</summary>
/// <remarks>A round is there and back (A B C C B A), and each round begins one contestant further on: nobody always comes first, or always after the same one.</remarks>
internal sealed class Rotation(TimeProvider clock)
{
    /// <summary>What one turn should take.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromMilliseconds(2);

    /// <summary>How long all run first, past the compiler's tiers: it replaces code in the background, some 100 ms after calls stop being new.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>The order of one round's turns, there and back.</summary>
    public static IEnumerable<int> Order(int contestants, int round)
    {
        IEnumerable<int> there = Enumerable.Range(0, contestants).Select(i => (i + round) % contestants);
        return there.Concat(there.Reverse());
    }

    /// <summary>Runs all of them for a number of rounds; one answer each, in their order.</summary>
    public Timing[] Run(IReadOnlyList<Contestant> contestants, int rounds)
    {
        Settle(contestants);
        int[] operations = [.. contestants.Select(Operations)];
        double[] bytes = [.. contestants.Select((contestant, i) => Bytes(contestant, operations[i]))];
        double[][] times = [.. contestants.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            foreach (int i in Order(contestants.Count, round))
            {
                times[i][round] += Time(contestants[i], operations[i]) / 2;
            }
        }

        return [.. times.Select((rounds, i) => new Timing(rounds, bytes[i]))];
    }

    private void Settle(IReadOnlyList<Contestant> contestants)
    {
        for (long start = clock.GetTimestamp(); clock.GetElapsedTime(start) < WarmUp;)
        {
            foreach (Contestant contestant in contestants)
            {
                for (long turn = clock.GetTimestamp(); clock.GetElapsedTime(turn) < Turn / 2;)
                {
                    contestant.Job(50);
                }
            }
        }
    }

    private int Operations(Contestant contestant)
    {
        int operations = 50;
        while (operations < 10_000_000)
        {
            long start = clock.GetTimestamp();
            contestant.Job(operations);
            TimeSpan took = clock.GetElapsedTime(start);
            if (took >= Turn / 2)
            {
                return Math.Max(1, (int)(operations * (Turn / took)));
            }

            operations *= 2;
        }

        return operations;
    }

    private double Time(Contestant contestant, int operations)
    {
        long start = clock.GetTimestamp();
        contestant.Job(operations);
        return clock.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Bytes(Contestant contestant, int operations)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        contestant.Job(operations);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)operations;
    }
}
