namespace HiPerf.Transport;

/// <summary>How long each phase of one exchange took, collected from its events.</summary>
/// <remarks>A mutable value: keep it in a field and feed it by <see cref="Record"/>. A phase that did not happen is zero; one that happened
/// more than once (two addresses tried, a redirect) is the sum.</remarks>
/// <param name="timeProvider">The clock whose timestamps the events carry.</param>
public struct PhaseTimings(TimeProvider timeProvider) : IEquatable<PhaseTimings>
{
    private readonly TimeProvider _timeProvider = timeProvider;
    private long _first;
    private long _last;
    private long _phaseStart;
    private bool _begun;

    /// <summary>Looking up the name.</summary>
    public TimeSpan NameResolution { get; private set; }

    /// <summary>Connecting, without TLS.</summary>
    public TimeSpan Connect { get; private set; }

    /// <summary>The TLS handshake.</summary>
    public TimeSpan TlsHandshake { get; private set; }

    /// <summary>Sending the request.</summary>
    public TimeSpan Send { get; private set; }

    /// <summary>From the request's last octet to the end of the response's head.</summary>
    public TimeSpan Wait { get; private set; }

    /// <summary>From the end of the response's head to the end of its content.</summary>
    public TimeSpan Receive { get; private set; }

    /// <summary>From the first event to the last so far.</summary>
    public readonly TimeSpan Total => _begun ? _timeProvider.GetElapsedTime(_first, _last) : TimeSpan.Zero;

    /// <summary>Takes one event into account.</summary>
    public void Record(in PhaseEvent phaseEvent)
    {
        if (!_begun)
        {
            _begun = true;
            _first = _phaseStart = phaseEvent.Timestamp;
        }

        _last = phaseEvent.Timestamp;
        var elapsed = _timeProvider.GetElapsedTime(_phaseStart, _last);
        switch (phaseEvent.Kind)
        {
            case PhaseEventKind.NameResolved:
                NameResolution += elapsed;
                break;
            case PhaseEventKind.Connected:
                Connect += elapsed;
                break;
            case PhaseEventKind.TlsEstablished:
                TlsHandshake += elapsed;
                break;
            case PhaseEventKind.RequestSent:
                Send += elapsed;
                break;
            case PhaseEventKind.ResponseReceived:
                Wait += elapsed;
                break;
            case PhaseEventKind.ContentReceived:
                Receive += elapsed;
                break;
            case PhaseEventKind.ResolvingName or PhaseEventKind.Connecting or PhaseEventKind.TlsHandshake or PhaseEventKind.SendingRequest:
                break;
            default:
                return;
        }

        _phaseStart = _last;
    }

    /// <inheritdoc />
    public readonly bool Equals(PhaseTimings other) =>
        NameResolution == other.NameResolution && Connect == other.Connect && TlsHandshake == other.TlsHandshake
        && Send == other.Send && Wait == other.Wait && Receive == other.Receive && Total == other.Total;

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is PhaseTimings other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => HashCode.Combine(NameResolution, Connect, TlsHandshake, Send, Wait, Receive);

    /// <summary>Whether all durations agree.</summary>
    public static bool operator ==(PhaseTimings left, PhaseTimings right) => left.Equals(right);

    /// <summary>Whether a duration differs.</summary>
    public static bool operator !=(PhaseTimings left, PhaseTimings right) => !left.Equals(right);
}
