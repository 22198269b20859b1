namespace HiPerf;

/// <summary>Idle connections by key, newest first; closes what stays idle too long or is too many. Any protocol's: HTTP's by
/// <see cref="ConnectionKey"/>, logged-in ones by a key that holds the login too.</summary>
/// <remarks>A connection found with anything to read is closed and never used: either its peer ended it, or sent what nobody asked for,
/// which the next request would take for its answer (catalogue RS-07). The limits per origin count per key.</remarks>
/// <typeparam name="TKey">What two uses must agree in; compared by value.</typeparam>
/// <typeparam name="TItem">The connections.</typeparam>
internal sealed class IdlePool<TKey, TItem> : IDisposable
    where TKey : notnull
    where TItem : class, IIdleItem
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, List<TItem>> _idle = [];
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
    public IdlePool(ConnectionPoolOptions options, TimeProvider time, Func<PhaseListener> makeListener)
    {
        _makeListener = makeListener;
        _options = options;
        _time = time;
        _sweepPeriod = options.IdleTimeout == Timeout.InfiniteTimeSpan ? options.IdleTimeout : options.IdleTimeout / 4;
        _sweep = time.CreateTimer(static pool => ((IdlePool<TKey, TItem>)pool!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
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
    public TItem? TryTake(TKey key)
    {
        while (Pop(key) is { } item)
        {
            if (!IsExpired(item) && item.IsQuiet())
            {
                return item;
            }

            Close(item);
        }

        return null;
    }

    /// <summary>Takes back a connection whose last use is complete; closes it when there are enough.</summary>
    public void Return(TKey key, TItem item)
    {
        item.IdleSince = _time.GetTimestamp();
        lock (_gate)
        {
            if (!_closed && _count < _options.MaxIdle && _options.MaxIdlePerOrigin > 0)
            {
                if (!_idle.TryGetValue(key, out var list))
                {
                    _idle.Add(key, list = []);
                }

                if (list.Count < _options.MaxIdlePerOrigin)
                {
                    list.Add(item);
                    _count++;
                    StartSweeping();
                    return;
                }
            }
        }

        Close(item);
    }

    public void Dispose()
    {
        List<TItem> all = [];
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
        foreach (var item in all)
        {
            Close(item);
        }
    }

    private void Close(TItem item) => item.Release(_makeListener());

    private TItem? Pop(TKey key)
    {
        lock (_gate)
        {
            if (!_idle.TryGetValue(key, out var list) || list.Count == 0)
            {
                return null;
            }

            var item = list[^1];
            list.RemoveAt(list.Count - 1);
            _count--;
            return item;
        }
    }

    private bool IsExpired(TItem item) =>
        _options.IdleTimeout != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(item.IdleSince) >= _options.IdleTimeout;

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
        List<TItem> expired = [];
        lock (_gate)
        {
            foreach (var list in _idle.Values)
            {
                _count -= list.RemoveAll(item =>
                {
                    if (!IsExpired(item))
                    {
                        return false;
                    }

                    expired.Add(item);
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

        foreach (var item in expired)
        {
            Close(item);
        }
    }
}
