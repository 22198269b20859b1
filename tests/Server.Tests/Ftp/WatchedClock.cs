using HiPerf.Transport;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>A clock that tells when somebody begins to wait for a certain time: moving on before that would have him wait for ever.</summary>
internal sealed class WatchedClock(ManualClock clock) : TimeProvider
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _set;
    private TimeSpan _due;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
        {
            if (dueTime == _due)
            {
                _set?.TrySetResult();
            }
        }

        return timer;
    }

    /// <summary>Completes when a timer is made that is due after so long; asked for before whatever makes it.</summary>
    public Task WhenSetAsync(TimeSpan due)
    {
        lock (_lock)
        {
            _due = due;
            _set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _set.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
