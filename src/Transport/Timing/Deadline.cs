// One timer a connection, restarted for each phase. A restart costs a look at the clock: the timer itself is left running as long as it would
// fire no later than the new deadline, and when it fires early it sets itself again for what remains. A callback that was already on its way
// when the deadline was stopped or moved therefore finds that its time has not come, and does nothing.

namespace HiPerf.Transport;

/// <summary>A limit of time that, when it runs out, remembers which one it was and aborts what is waited for.</summary>
/// <remarks>Starting, stopping and restarting allocate nothing. Safe against the timer's own thread; <see cref="Start"/> and <see cref="Stop"/> are one caller's.</remarks>
public sealed class Deadline : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _timeProvider;
    private readonly Action<object?> _abort;
    private readonly object? _state;
    private readonly ITimer _timer;
    private long _due;
    private long _timerDue;
    private bool _running;
    private bool _timerSet;
    private TimeSpan _after;

    /// <summary>Makes a deadline that is not running.</summary>
    /// <param name="timeProvider">The clock and the timer.</param>
    /// <param name="abort">Ends the wait, as by closing the socket. Called once, on a timer thread, and must not throw or block.</param>
    /// <param name="state">Handed to <paramref name="abort"/>.</param>
    public Deadline(TimeProvider timeProvider, Action<object?> abort, object? state = null)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(abort);
        _timeProvider = timeProvider;
        _abort = abort;
        _state = state;
        _timer = timeProvider.CreateTimer(static deadline => ((Deadline)deadline!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it ran out. Once it has, it stays so: what was waited for is aborted.</summary>
    public bool HasFired { get; private set; }

    /// <summary>Which limit runs, or ran out; <see cref="InternetTimeout.None"/> before the first start.</summary>
    public InternetTimeout Limit { get; private set; }

    /// <summary>The phase it runs, or ran out, in.</summary>
    public InternetPhase Phase { get; private set; }

    /// <summary>Starts the deadline, or moves it when it is running.</summary>
    /// <param name="limit">Which limit this is.</param>
    /// <param name="phase">The phase it limits.</param>
    /// <param name="after">From now, more than zero; <see cref="Timeout.InfiniteTimeSpan"/> stops it instead.</param>
    /// <returns>False when it has fired already: nothing was started.</returns>
    public bool Start(InternetTimeout limit, InternetPhase phase, TimeSpan after)
    {
        if (after == Timeout.InfiniteTimeSpan)
        {
            return Stop();
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(after, TimeSpan.Zero);

        lock (_lock)
        {
            if (HasFired)
            {
                return false;
            }

            Limit = limit;
            Phase = phase;
            _after = after;
            _due = Later(_timeProvider.GetTimestamp(), after);
            _running = true;
            if (!_timerSet || _timerDue > _due)
            {
                SetTimer(after);
            }

            return true;
        }
    }

    /// <summary>Stops it.</summary>
    /// <returns>False when it has fired: the abort has run or is about to, so what it aborts must not be used again.</returns>
    public bool Stop()
    {
        lock (_lock)
        {
            _running = false;
            return !HasFired;
        }
    }

    /// <summary>Makes the error that says which limit ran out.</summary>
    /// <param name="innerException">What the abort made of the wait; null for a plain <see cref="TimeoutException"/>.</param>
    /// <param name="protocol">The URL scheme, if known.</param>
    /// <param name="endPoint">The peer as host:port, if known.</param>
    public InternetException ToException(Exception? innerException = null, string? protocol = null, string? endPoint = null)
    {
        var message = $"The time for {Limit} ran out after {_after.TotalSeconds:0.###} s in phase {Phase}.";
        return new InternetException(InternetErrorKind.Timeout, message, new TimeoutException(message, innerException))
        {
            Timeout = Limit,
            Phase = Phase,
            Protocol = protocol,
            EndPoint = endPoint,
        };
    }

    /// <summary>Stops it for good.</summary>
    public void Dispose()
    {
        _ = Stop();
        _timer.Dispose();
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            _timerSet = false;
            if (!_running)
            {
                return;
            }

            var now = _timeProvider.GetTimestamp();
            if (now < _due)
            {
                SetTimer(_timeProvider.GetElapsedTime(now, _due));
                return;
            }

            _running = false;
            HasFired = true;
        }

        _abort(_state);
    }

    // Whole milliseconds, rounded up: the system's timers know no finer, and rounding down would make it fire early and set itself again.
    private void SetTimer(TimeSpan after)
    {
        var milliseconds = Math.Min(Math.Ceiling(after.TotalMilliseconds), uint.MaxValue - 1);
        _timerSet = _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        _timerDue = Later(_timeProvider.GetTimestamp(), TimeSpan.FromMilliseconds(milliseconds));
    }

    private long Later(long timestamp, TimeSpan after)
    {
        var ticks = after.TotalSeconds * _timeProvider.TimestampFrequency;
        return ticks >= long.MaxValue - timestamp ? long.MaxValue : timestamp + (long)Math.Ceiling(ticks);
    }
}
