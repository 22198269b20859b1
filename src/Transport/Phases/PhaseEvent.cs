using System.Net;

namespace HiPerf.Transport;

/// <summary>One thing that happened in an exchange: what, when, and the data that belongs to it.</summary>
/// <remarks>A plain value: raising one allocates nothing. Status callback, trace span, metrics, timings and verbose output all feed on it.</remarks>
/// <param name="Kind">What happened; it says which of the other members mean something.</param>
/// <param name="Timestamp">When, in ticks of <see cref="TimeProvider.GetTimestamp"/> of the exchange's time provider.</param>
/// <param name="Bytes">A number of octets, 0 when none belongs to the kind.</param>
/// <param name="StatusCode">A status, reply code or number of attempts, 0 when none belongs to the kind.</param>
/// <param name="Payload">The host, end point, URL or exception that belongs to the kind.</param>
public readonly record struct PhaseEvent(PhaseEventKind Kind, long Timestamp, long Bytes = 0, int StatusCode = 0, object? Payload = null)
{
    /// <summary>The payload when it is a host name, else null.</summary>
    public string? Host => Payload as string;

    /// <summary>The payload when it is an end point, else null.</summary>
    public EndPoint? EndPoint => Payload as EndPoint;
}
