namespace HiPerf.Gopher;

/// <summary>What is made of an answer's octets: a window on those that came, and what is taken from it.</summary>
internal abstract class GopherContent
{
    /// <summary>The octets that came and are not yet spent.</summary>
    public GopherWindow Window { get; } = new();

    /// <summary>Whether no more octets come.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Whether everything was taken.</summary>
    public bool IsComplete { get; protected set; }

    /// <summary>Whether the content ended in a line of a dot.</summary>
    public virtual bool Terminated => false;

    /// <summary>What was let pass so far.</summary>
    public virtual Deviations Deviations => Deviations.None;

    /// <summary>Whether what comes next may go to the reader's own memory, past the window.</summary>
    public virtual bool TakesDirectly => false;

    /// <summary>Takes note of what a status line of Gopher+ said.</summary>
    public virtual void Begin(GopherFraming framing)
    {
    }

    /// <summary>Takes note that no more octets come.</summary>
    public void End() => IsFinal = true;

    /// <summary>Takes content out of the window.</summary>
    /// <param name="destination">Where it goes.</param>
    /// <param name="taken">Octets, or items of a listing; 0 at the end.</param>
    /// <returns>False when octets are missing.</returns>
    /// <exception cref="GopherException">What came is beyond a limit.</exception>
    public abstract bool TryTake(Span<byte> destination, out int taken);

    /// <summary>Gives memory back. Nobody may be reading.</summary>
    public virtual void Release() => Window.Release();
}
