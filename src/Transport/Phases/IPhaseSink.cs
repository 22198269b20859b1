namespace HiPerf.Transport;

/// <summary>Takes phase events as they happen.</summary>
/// <remarks>Called on whatever thread the exchange runs on, one event at a time for one exchange. It must not block and must not throw.</remarks>
public interface IPhaseSink
{
    /// <summary>Takes one event.</summary>
    /// <param name="phaseEvent">The event; copy what is to be kept.</param>
    void OnPhase(in PhaseEvent phaseEvent);
}
