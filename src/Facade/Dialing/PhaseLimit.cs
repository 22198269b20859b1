namespace HiPerf;

/// <summary>A caller's token joined with the limit of one phase, and which of the two fired. For phases that happen once a connection.</summary>
internal sealed class PhaseLimit : IDisposable
{
    private readonly CancellationTokenSource _either;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;

    public PhaseLimit(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _caller = caller;
        _either = new CancellationTokenSource(limit, time);
        _registration = caller.UnsafeRegister(static either => ((CancellationTokenSource)either!).Cancel(), _either);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time ran out; a cancellation by the caller comes first.</summary>
    public bool HasFired => _either.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        // Waits for a cancellation that is under way: it must not meet a source that is disposed of.
        _registration.Dispose();
        _either.Dispose();
    }
}
