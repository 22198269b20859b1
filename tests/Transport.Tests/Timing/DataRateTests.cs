using HiPerf.Transport;
using HiPerf.Samples;

namespace HiPerf.Transport.Tests.Timing;

public sealed class DataRateTests
{
    private readonly ManualClock _clock = new();
    private readonly DataRate _rate;

    public DataRateTests()
    {
        _rate = new DataRate(_clock);
        _rate.Start();
    }

    [Fact]
    public void Silence_within_the_grace_is_no_fault_and_after_it_is()
    {
        Seconds(4.9);
        Assert.False(_rate.IsTooSlow());
        Seconds(0.1);
        Assert.True(_rate.IsTooSlow());
    }

    [Fact]
    public void Least_rate_passes_for_ever_and_one_octet_less_does_not()
    {
        for (var second = 0; second < 60; second++)
        {
            Seconds(0.5);
            _rate.Add(240);
            Seconds(0.5);
            Assert.False(_rate.IsTooSlow());
        }

        _rate.Start();
        for (var second = 0; second < 5; second++)
        {
            Seconds(0.5);
            _rate.Add(239);
            Seconds(0.5);
        }

        Assert.True(_rate.IsTooSlow());
    }

    [Fact]
    public void Burst_long_ago_does_not_excuse_a_drip_now()
    {
        _rate.Add(1_000_000);
        for (var second = 0; second < 4; second++)
        {
            Seconds(1);
            _rate.Add(10);
        }

        Assert.False(_rate.IsTooSlow());
        Seconds(2);
        _rate.Add(10);
        Assert.True(_rate.IsTooSlow());
    }

    [Fact]
    public void Pause_does_not_count()
    {
        Seconds(4);
        _rate.Pause();
        Seconds(100);
        Assert.False(_rate.IsTooSlow());
        _rate.Resume();
        Seconds(0.9);
        Assert.False(_rate.IsTooSlow());
        Seconds(0.1);
        Assert.True(_rate.IsTooSlow());
    }

    [Fact]
    public void Long_silence_after_traffic_is_too_slow()
    {
        _rate.Add(1_000_000);
        Seconds(1000);
        Assert.True(_rate.IsTooSlow());
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        _rate.Add(1);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var turn = 0; turn < 1000; turn++)
            {
                _rate.Add(1);
                _ = _rate.IsTooSlow();
            }
        }));
    }

    private void Seconds(double count) => _clock.Advance(TimeSpan.FromSeconds(count));
}
