namespace HiPerf.Ftp;

/// <summary>A bucket of octets that fills at a steady rate, a quarter of a second deep: what is moved beyond it must be waited for.</summary>
internal sealed class FtpRate
{
    private const int PiecesASecond = 4;

    private readonly TimeProvider _time;
    private readonly long _bytesPerSecond;
    private readonly double _most;
    private double _available;
    private long _last;

    /// <exception cref="ArgumentOutOfRangeException">The rate is not 1 to 2^40.</exception>
    public FtpRate(long bytesPerSecond, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytesPerSecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytesPerSecond, 1L << 40);
        _bytesPerSecond = bytesPerSecond;
        _most = Math.Max(1, (double)bytesPerSecond / PiecesASecond);
        _time = time;
        _available = _most;
        _last = time.GetTimestamp();
    }

    /// <summary>How much of this may be moved at once.</summary>
    public int Share(int wanted) => (int)Math.Min(wanted, Math.Max(1, _bytesPerSecond / PiecesASecond));

    /// <summary>Counts what was moved.</summary>
    public void Take(int count)
    {
        Refill();
        _available -= count;
    }

    /// <summary>How long to wait before more is moved; zero when it may be now.</summary>
    public TimeSpan Due()
    {
        Refill();
        return _available >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-_available / _bytesPerSecond);
    }

    /// <summary>Waits until more may be moved.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (Due() is { Ticks: > 0 } due)
        {
            await Task.Delay(Whole(due), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same for synchronous callers.</summary>
    public void Rest()
    {
        while (Due() is { Ticks: > 0 } due)
        {
            using var over = new ManualResetEvent(initialState: false);
            using var timer = _time.CreateTimer(static signal => ((ManualResetEvent)signal!).Set(), over, Whole(due), Timeout.InfiniteTimeSpan);
            _ = over.WaitOne();
        }
    }

    // The system's timers know whole milliseconds; a wait cut short to zero would spin.
    private static TimeSpan Whole(TimeSpan due) => TimeSpan.FromMilliseconds(Math.Ceiling(due.TotalMilliseconds));

    private void Refill()
    {
        var now = _time.GetTimestamp();
        _available = Math.Min(_most, _available + (_time.GetElapsedTime(_last, now).TotalSeconds * _bytesPerSecond));
        _last = now;
    }
}
