namespace HiPerf.Samples;

/// <summary>Counts the octets that work allocates on the thread that does it.</summary>
internal static class Allocation
{
    private const int Batches = 20;

    /// <summary>The least that one of some batches allocated. What the work itself costs stands in every one of them; what the runtime does beside stands in some:
    /// 6,576 octets were seen once in some thousand runs, on code that allocates in no tier of the compiler.</summary>
    /// <param name="work">Run once to be warm, then once a batch until one of them allocates nothing.</param>
    public static long Least(Action work)
    {
        work();
        long least = long.MaxValue;
        for (int batch = 0; batch < Batches && least > 0; batch++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
