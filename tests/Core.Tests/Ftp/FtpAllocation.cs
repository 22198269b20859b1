using HiPerf.Samples;

namespace HiPerf.Core.Tests.Ftp;

internal static class FtpAllocation
{
    /// <summary>Runs what answers true until it is warm, then ten times more: nothing may be allocated.</summary>
    public static void IsNone(Func<bool> work)
    {
        bool done = true;
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                done &= work();
            }
        }));
        Assert.True(done);
    }
}
