using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Timing;

public sealed class ManualClockTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Advance_fires_timers_in_order_each_at_its_own_moment()
    {
        var fired = new List<string>();
        var start = _clock.GetTimestamp();
        using var late = Timer("late", 30);
        using var early = Timer("early", 10);
        using var tie = Timer("tie", 30);
        using var later = Timer("later", 31);
        _clock.Advance(TimeSpan.FromMilliseconds(30));
        Assert.Equal(["early@10", "late@30", "tie@30"], fired);
        Assert.Equal(1, _clock.TimerCount);
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, 30, TimeSpan.Zero), _clock.GetUtcNow());

        ITimer Timer(string name, int after) => _clock.CreateTimer(
            _ => fired.Add($"{name}@{_clock.GetElapsedTime(start).TotalMilliseconds}"), null, TimeSpan.FromMilliseconds(after), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Periodic_timer_fires_once_a_period()
    {
        var count = 0;
        using var timer = _clock.CreateTimer(_ => count++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(4, count);
    }

    [Fact]
    public void Timer_changed_in_a_callback_fires_within_the_same_advance()
    {
        var count = 0;
        ITimer? timer = null;
        timer = _clock.CreateTimer(_ => { if (++count < 3) { timer!.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan); } }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, count);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(3, count);
    }

    [Fact]
    public void Disposed_timer_does_not_fire()
    {
        var timer = _clock.CreateTimer(_ => Assert.Fail("It fired."), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, _clock.TimerCount);
    }

    [Fact]
    public void Framework_waits_run_on_it()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(10), _clock);
        _clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.False(source.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(source.IsCancellationRequested);
    }
}
