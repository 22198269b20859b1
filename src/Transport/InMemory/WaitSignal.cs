// A wait that one reader or writer at a time sits in, made once and used again: waiting allocates nothing. Continuations run on the pool, so
// that two ends in a dialogue do not pile up each other's frames.

using System.Threading.Tasks.Sources;

namespace HiPerf.Transport;

internal sealed class WaitSignal : IValueTaskSource
{
    private readonly Lock _lock = new();
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private TaskCompletionSource? _watcher;
    private bool _armed;

    /// <summary>Completes when somebody waits.</summary>
    public Task WhenWaited()
    {
        lock (_lock)
        {
            if (_armed)
            {
                return Task.CompletedTask;
            }

            _watcher ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _watcher.Task;
        }
    }

    /// <summary>Begins a wait; call it under the lock that also covers what <see cref="Set"/> announces.</summary>
    public ValueTask Arm()
    {
        TaskCompletionSource? watcher;
        ValueTask wait;
        lock (_lock)
        {
            if (_armed)
            {
                throw new InvalidOperationException("A read, or a write, is under way already.");
            }

            _core.Reset();
            _armed = true;
            wait = new ValueTask(this, _core.Version);
            watcher = _watcher;
            _watcher = null;
        }

        watcher?.SetResult();
        return wait;
    }

    /// <summary>Ends the wait, if there is one.</summary>
    public void Set()
    {
        if (TryDisarm())
        {
            _core.SetResult(true);
        }
    }

    /// <summary>Ends the wait by cancelling it, if there is one.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryDisarm())
        {
            _core.SetException(new OperationCanceledException(cancellationToken));
        }
    }

    public void GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private bool TryDisarm()
    {
        lock (_lock)
        {
            var armed = _armed;
            _armed = false;
            return armed;
        }
    }
}
