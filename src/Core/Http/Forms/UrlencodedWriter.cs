using System.Buffers;

namespace HiPerf.Http;

/// <summary>Writes an application/x-www-form-urlencoded form, or a query of that form, pair by pair.</summary>
/// <remarks>WHATWG URL section 5.2: <c>name=value</c>, pairs joined by ampersands. Every octet can be written, so nothing is refused, and nothing a caller hands over can
/// separate pairs. Text is handed over as UTF-8. Nothing is written in part: a pair that does not fit is not begun.</remarks>
public static class UrlencodedWriter
{
    /// <summary>Octets of one pair as written: what Content-Length is summed up from.</summary>
    /// <param name="name">Any octets.</param>
    /// <param name="value">Any octets.</param>
    /// <param name="isFirst">Whether it is the form's first pair: no ampersand stands before it.</param>
    public static long Length(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isFirst) =>
        FormEncoding.EncodedLength(name) + FormEncoding.EncodedLength(value) + (isFirst ? 1 : 2);

    /// <summary>Writes one pair.</summary>
    /// <param name="destination">Takes <see cref="Length"/> octets.</param>
    /// <param name="name">Any octets.</param>
    /// <param name="value">Any octets.</param>
    /// <param name="isFirst">Whether it is the form's first pair: no ampersand stands before it.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isFirst, out int written)
    {
        written = 0;
        int at = isFirst ? 0 : 1;
        if (destination.Length <= at || !FormEncoding.TryEncode(name, destination[at..], out int nameLength))
        {
            return false;
        }

        int equals = at + nameLength;
        if (destination.Length <= equals || !FormEncoding.TryEncode(value, destination[(equals + 1)..], out int valueLength))
        {
            return false;
        }

        if (!isFirst)
        {
            destination[0] = (byte)'&';
        }

        destination[equals] = (byte)'=';
        written = equals + 1 + valueLength;
        return true;
    }

    /// <summary>Writes one pair.</summary>
    /// <param name="output">What takes the pair; it is advanced once.</param>
    /// <param name="name">Any octets.</param>
    /// <param name="value">Any octets.</param>
    /// <param name="isFirst">Whether it is the form's first pair: no ampersand stands before it.</param>
    /// <exception cref="OverflowException">The pair is longer than 2^31-1 octets.</exception>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isFirst)
    {
        ArgumentNullException.ThrowIfNull(output);
        Span<byte> destination = output.GetSpan(checked((int)Length(name, value, isFirst)));
        TryWrite(destination, name, value, isFirst, out int written);
        output.Advance(written);
    }
}
