using HiPerf.Transport;
using Microsoft.Extensions.Logging;

namespace HiPerf;

/// <summary>Takes what happens in one opening: stamps it, keeps its timings, and tells the sink and the log if there are any.</summary>
internal sealed partial class PhaseListener(IPhaseSink? sink, TimeProvider time, ILogger? logger)
{
    private PhaseTimings _timings = new(time);

    public PhaseTimings Timings => _timings;

    /// <summary>Whether anybody hears: what an event is to carry need not be made otherwise.</summary>
    public bool IsHeard => sink is not null || logger is not null;

    /// <summary>Forgets the last exchange.</summary>
    public void Restart() => _timings = new PhaseTimings(time);

    public void Raise(PhaseEventKind kind, object? payload = null, long bytes = 0, int statusCode = 0)
    {
        var phaseEvent = new PhaseEvent(kind, time.GetTimestamp(), bytes, statusCode, payload);
        _timings.Record(in phaseEvent);
        Tell(in phaseEvent);
    }

    /// <summary>Raises what is no part of the timings: without a sink or a log the clock is not read.</summary>
    public void RaiseIfHeard(PhaseEventKind kind, object? payload = null)
    {
        if (IsHeard)
        {
            Tell(new PhaseEvent(kind, time.GetTimestamp(), Payload: payload));
        }
    }

    private void Tell(in PhaseEvent phaseEvent)
    {
        sink?.OnPhase(in phaseEvent);
        if (logger is not null)
        {
            LogPhase(logger, phaseEvent.Kind, phaseEvent.Payload, phaseEvent.Bytes, phaseEvent.StatusCode);
        }
    }

    // URLs print without their password.
    [LoggerMessage(EventId = 1, EventName = "Phase", Level = LogLevel.Debug, Message = "{Kind} {Payload} ({Bytes} octets, status {StatusCode})")]
    private static partial void LogPhase(ILogger logger, PhaseEventKind kind, object? payload, long bytes, int statusCode);
}
