using HiPerf.Bench.Quick;

namespace HiPerf.House.Tests.Bench;

/// <summary>The arithmetic of <c>quick</c>, on a clock that only the jobs move.</summary>
public sealed class RotationTests
{
    [Fact]
    public void Round_goes_there_and_back_and_begins_one_further_each_time()
    {
        Assert.Equal([0, 1, 2, 2, 1, 0], Rotation.Order(3, round: 0));
        Assert.Equal([1, 2, 0, 0, 2, 1], Rotation.Order(3, round: 1));
        Assert.Equal([0, 1, 2, 2, 1, 0], Rotation.Order(3, round: 3));
    }

    [Fact]
    public void Run_answers_what_an_operation_takes_and_allocates()
    {
        var clock = new JobClock();
        Timing[] timings = new Rotation(clock).Run([clock.Job("quick", 100, 0), clock.Job("slow", 300, 64)], rounds: 5);

        Assert.Equal(5, timings[0].Rounds.Length);
        Assert.Equal(100, timings[0].Median, tolerance: 0.001);
        Assert.Equal(300, timings[1].Min, tolerance: 0.001);
        Assert.Equal(0, timings[0].Bytes);
        Assert.InRange(timings[1].Bytes, 64, 128);
        Assert.Equal(3, timings[0].RatioOf(timings[1]), tolerance: 0.001);
    }

    [Fact]
    public void Ratio_is_the_median_of_the_rounds_own_ratios()
    {
        // A slow moment that both saw, and one that only the other did; the ratio of the medians would be 3.
        var ours = new Timing([10, 1000, 10], 0);
        var theirs = new Timing([20, 2000, 30], 0);
        Assert.Equal(2, ours.RatioOf(theirs));
        Assert.Equal(10, ours.Median);
        Assert.Equal(20, theirs.Min);
    }

    private sealed class JobClock : TimeProvider
    {
        private long _nanoseconds;

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => _nanoseconds;

        public Contestant Job(string name, int nanoseconds, int bytes) => new(name, operations =>
        {
            for (int i = 0; i < operations; i++)
            {
                _nanoseconds += nanoseconds;
                if (bytes > 0)
                {
                    GC.KeepAlive(new byte[bytes]);
                }
            }
        });
    }
}
