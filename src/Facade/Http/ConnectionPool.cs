namespace HiPerf.Http;

/// <summary>Idle connections by <see cref="ConnectionKey"/>, newest first; closes what stays idle too long or is too many.</summary>
/// <remarks>A connection found with anything to read is closed and never used: either its peer ended it, or sent what nobody asked for,
/// which the next request would take for its answer (catalogue RS-07).</remarks>
internal sealed class ConnectionPool : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConnectionKey, List<HttpChannel>> _idle = [];
    private readonly ConnectionPoolOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<PhaseListener> _makeListener;
    private readonly ITimer _sweep;
    private readonly TimeSpan _sweepPeriod;
    private int _count;
    private bool _sweeping;
    private bool _closed;

    /// <param name="options">The limits.</param>
    /// <param name="time">The clock of the idle time.</param>
    /// <param name="makeListener">Makes who hears of a connection that is closed here; one a connection, for they may close on several threads.</param>
    public ConnectionPool(ConnectionPoolOptions options, TimeProvider time, Func<PhaseListener> makeListener)
    {
        _makeListener = makeListener;
        _options = options;
        _time = time;
        _sweepPeriod = options.IdleTimeout == Timeout.InfiniteTimeSpan ? options.IdleTimeout : options.IdleTimeout / 4;
        _sweep = time.CreateTimer(static pool => ((ConnectionPool)pool!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Idle connections at this moment.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Takes the connection that was used last and is still quiet; null when there is none.</summary>
    public HttpChannel? TryTake(ConnectionKey key)
    {
        while (Pop(key) is { } channel)
        {
            if (!IsExpired(channel) && channel.IsQuiet())
            {
                return channel;
            }

            Close(channel);
        }

        return null;
    }

    /// <summary>Takes back a connection whose last exchange is complete; closes it when there are enough.</summary>
    public void Return(HttpChannel channel)
    {
        channel.IdleSince = _time.GetTimestamp();
        lock (_gate)
        {
            if (!_closed && _count < _options.MaxIdle && _options.MaxIdlePerOrigin > 0)
            {
                if (!_idle.TryGetValue(channel.Key, out var list))
                {
                    _idle.Add(channel.Key, list = []);
                }

                if (list.Count < _options.MaxIdlePerOrigin)
                {
                    list.Add(channel);
                    _count++;
                    StartSweeping();
                    return;
                }
            }
        }

        Close(channel);
    }

    public void Dispose()
    {
        List<HttpChannel> all = [];
        lock (_gate)
        {
            _closed = true;
            foreach (var list in _idle.Values)
            {
                all.AddRange(list);
            }

            _idle.Clear();
            _count = 0;
        }

        _sweep.Dispose();
        foreach (var channel in all)
        {
            Close(channel);
        }
    }

    private void Close(HttpChannel channel) => channel.Release(_makeListener());

    private HttpChannel? Pop(ConnectionKey key)
    {
        lock (_gate)
        {
            if (!_idle.TryGetValue(key, out var list) || list.Count == 0)
            {
                return null;
            }

            var channel = list[^1];
            list.RemoveAt(list.Count - 1);
            _count--;
            return channel;
        }
    }

    private bool IsExpired(HttpChannel channel) =>
        _options.IdleTimeout != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(channel.IdleSince) >= _options.IdleTimeout;

    private void StartSweeping()
    {
        if (_sweeping || _sweepPeriod == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        _sweeping = true;
        _sweep.Change(_sweepPeriod, _sweepPeriod);
    }

    private void Sweep()
    {
        List<HttpChannel> expired = [];
        lock (_gate)
        {
            foreach (var list in _idle.Values)
            {
                _count -= list.RemoveAll(channel =>
                {
                    if (!IsExpired(channel))
                    {
                        return false;
                    }

                    expired.Add(channel);
                    return true;
                });
            }

            foreach (var key in _idle.Where(static entry => entry.Value.Count == 0).Select(static entry => entry.Key).ToArray())
            {
                _idle.Remove(key);
            }

            if (_count == 0 && _sweeping && !_closed)
            {
                _sweeping = false;
                _sweep.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        foreach (var channel in expired)
        {
            Close(channel);
        }
    }
}
