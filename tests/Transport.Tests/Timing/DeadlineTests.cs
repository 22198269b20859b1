using HiPerf.Transport;
using HiPerf.Samples;

namespace HiPerf.Transport.Tests.Timing;

public sealed class DeadlineTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly Deadline _deadline;
    private int _aborts;

    public DeadlineTests() => _deadline = new Deadline(_clock, static test => ((DeadlineTests)test!)._aborts++, this);

    public void Dispose() => _deadline.Dispose();

    [Fact]
    public void Deadline_fires_at_its_moment_and_not_before()
    {
        Assert.True(_deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(15)));
        _clock.Advance(TimeSpan.FromSeconds(15) - TimeSpan.FromTicks(1));
        Assert.False(_deadline.HasFired);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(_deadline.HasFired);
        Assert.Equal(1, _aborts);
        Assert.Equal(InternetTimeout.Head, _deadline.Limit);
        Assert.Equal(InternetPhase.ReceivingHead, _deadline.Phase);
    }

    [Fact]
    public void Stopped_deadline_does_not_fire_and_starts_again()
    {
        _deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_deadline.Stop());
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, _aborts);
        _deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, _aborts);
        Assert.Equal(InternetTimeout.Idle, _deadline.Limit);
    }

    [Fact]
    public void Deadline_moved_later_fires_later_and_sets_its_timer_once_more()
    {
        _deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(4));
        _deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, _aborts);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _aborts);
    }

    [Fact]
    public void Deadline_moved_earlier_fires_earlier()
    {
        _deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, TimeSpan.FromSeconds(60));
        _deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _aborts);
    }

    [Fact]
    public void Fired_deadline_refuses_to_start_and_to_stop()
    {
        _deadline.Start(InternetTimeout.Send, InternetPhase.SendingRequest, TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_deadline.Stop());
        Assert.False(_deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(1)));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(1, _aborts);
        Assert.Equal(InternetTimeout.Send, _deadline.Limit);
    }

    [Fact]
    public void Infinite_deadline_is_none()
    {
        Assert.True(_deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, Timeout.InfiniteTimeSpan));
        Assert.Equal(0, _clock.TimerCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => _deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, TimeSpan.Zero));
    }

    [Fact]
    public void Exception_says_which_limit_ran_out()
    {
        _deadline.Start(InternetTimeout.Connect, InternetPhase.Connecting, TimeSpan.FromSeconds(1.5));
        _clock.Advance(TimeSpan.FromSeconds(2));
        var error = _deadline.ToException(protocol: "http", endPoint: "a:80");
        Assert.Equal(InternetErrorKind.Timeout, error.Kind);
        Assert.Equal(InternetTimeout.Connect, error.Timeout);
        Assert.Equal(InternetPhase.Connecting, error.Phase);
        Assert.Equal(12002, error.NativeCode);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Equal("The time for Connect ran out after 1.5 s in phase Connecting.", error.Message);
    }

    [Fact]
    public void Restart_allocates_nothing()
    {
        using var deadline = new Deadline(TimeProvider.System, static _ => { });
        for (var warm = 0; warm < 100; warm++)
        {
            Turn(deadline);
        }

        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var turn = 0; turn < 1000; turn++)
            {
                Turn(deadline);
            }
        }));

        static void Turn(Deadline deadline)
        {
            deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(15));
            deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, TimeSpan.FromSeconds(10));
            deadline.Stop();
        }
    }

    [Fact]
    public async Task Stop_against_the_timer_has_one_winner()
    {
        using var gate = new Barrier(2);
        for (var round = 0; round < 500; round++)
        {
            var clock = new ManualClock();
            var aborts = 0;
            using var deadline = new Deadline(clock, _ => aborts++);
            deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromSeconds(1));
            var advancing = Task.Run(() =>
            {
                gate.SignalAndWait();
                clock.Advance(TimeSpan.FromSeconds(1));
            });
            gate.SignalAndWait();
            var stopped = deadline.Stop();
            await advancing;
            Assert.Equal(stopped ? 0 : 1, aborts);
        }
    }

    [Fact]
    public async Task Deadline_fires_on_the_system_clock()
    {
        var fired = new TaskCompletionSource();
        using var deadline = new Deadline(TimeProvider.System, static state => ((TaskCompletionSource)state!).SetResult(), fired);
        deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, TimeSpan.FromMilliseconds(5));
        await fired.Task;
        Assert.True(deadline.HasFired);
    }
}
