namespace HiPerf.Core.Tests.Ftp;

internal static class FtpAllocation
{
    /// <summary>Runs what answers true until it is warm, then ten times more: nothing may be allocated.</summary>
    public static void IsNone(Func<bool> work)
    {
        long before = 0;
        bool done = true;
        for (int i = 0; i < 20; i++)
        {
            before = i == 10 ? GC.GetAllocatedBytesForCurrentThread() : before;
            done &= work();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(done);
    }
}
