using System.Runtime.CompilerServices;

namespace HiPerf.Transport;

/// <summary>Raises phase events into a sink; with no sink a call is one branch and the clock is not read.</summary>
/// <param name="sink">Who listens; null for nobody.</param>
/// <param name="timeProvider">The clock of the timestamps.</param>
public readonly struct PhaseReporter(IPhaseSink? sink, TimeProvider timeProvider)
{
    private readonly IPhaseSink? _sink = sink;
    private readonly TimeProvider _timeProvider = timeProvider;

    /// <summary>Whether somebody listens: worth asking before a payload is made for an event.</summary>
    public bool IsEnabled => _sink is not null;

    /// <summary>Raises an event.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="payload">The host, end point, URL, object or exception that belongs to the kind.</param>
    /// <param name="bytes">A number of octets or cookies.</param>
    /// <param name="statusCode">A status or reply code.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raise(PhaseEventKind kind, object? payload = null, long bytes = 0, int statusCode = 0)
    {
        if (_sink is not null)
        {
            RaiseToSink(kind, payload, bytes, statusCode);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RaiseToSink(PhaseEventKind kind, object? payload, long bytes, int statusCode) =>
        _sink!.OnPhase(new PhaseEvent(kind, _timeProvider.GetTimestamp(), bytes, statusCode, payload));
}
