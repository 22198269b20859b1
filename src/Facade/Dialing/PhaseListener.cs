using HiPerf.Transport;

namespace HiPerf;

/// <summary>Takes what happens in one opening: stamps it, keeps its timings, and tells the sink if there is one.</summary>
internal sealed class PhaseListener(IPhaseSink? sink, TimeProvider time)
{
    private PhaseTimings _timings = new(time);

    public PhaseTimings Timings => _timings;

    /// <summary>Forgets the last exchange.</summary>
    public void Restart() => _timings = new PhaseTimings(time);

    public void Raise(PhaseEventKind kind, object? payload = null, long bytes = 0, int statusCode = 0)
    {
        var phaseEvent = new PhaseEvent(kind, time.GetTimestamp(), bytes, statusCode, payload);
        _timings.Record(in phaseEvent);
        sink?.OnPhase(in phaseEvent);
    }
}
