using HiPerf.Http;

namespace HiPerf.Server;

/// <summary>The Date field's value, written once a second. RFC 9110 section 6.6.1. One a connection, so nothing is shared or allocated.</summary>
internal sealed class DateField(TimeProvider clock)
{
    private readonly byte[] _value = new byte[HttpDate.Length];
    private long _second = -1;

    /// <summary>The value as of now, 29 octets.</summary>
    public ReadOnlySpan<byte> Now()
    {
        var ticks = clock.GetUtcNow().UtcTicks;
        if (ticks / TimeSpan.TicksPerSecond == _second)
        {
            return _value;
        }

        _ = HttpDate.TryWrite(_value, ticks, out _);
        _second = ticks / TimeSpan.TicksPerSecond;
        return _value;
    }
}
