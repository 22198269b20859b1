using HiPerf.Transport;

namespace HiPerf.Gopher;

/// <summary>A deadline that goes from one channel to the next, for a connection lasts no longer than its request: closes the channel that holds it.</summary>
internal sealed class GopherAlarm : IDisposable
{
    private volatile GopherChannel? _channel;

    public GopherAlarm(TimeProvider time) => Deadline = new Deadline(time, static alarm => ((GopherAlarm)alarm!)._channel?.Close(), this);

    public Deadline Deadline { get; }

    /// <summary>Watches over a channel.</summary>
    public void Hold(GopherChannel channel) => _channel = channel;

    /// <summary>Lets go of the channel.</summary>
    /// <returns>False when it has fired, or is about to: it is of no more use.</returns>
    public bool LetGo()
    {
        var isQuiet = Deadline.Stop();
        _channel = null;
        return isQuiet;
    }

    public void Dispose() => Deadline.Dispose();
}
