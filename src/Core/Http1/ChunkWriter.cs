using System.Buffers;
using System.Numerics;

namespace HiPerf.Http1;

/// <summary>Writes the framing around chunks.</summary>
/// <remarks>
/// <code>
/// chunk      = chunk-size CRLF chunk-data CRLF
/// last-chunk = 1*"0" CRLF
/// </code>
/// RFC 9112 section 7.1. No chunk extension is ever written. Trailers: <see cref="TrailerSectionWriter"/>.
/// </remarks>
public static class ChunkWriter
{
    /// <summary>Octets of the longest chunk-size line, 18: sixteen digits and CRLF.</summary>
    public const int MaxSizeLine = 18;

    /// <summary>Writes a chunk-size line.</summary>
    /// <param name="destination">Up to 18 octets are needed.</param>
    /// <param name="size">Octets of chunk-data that follow, 1 to 2^63-1.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1: zero is the last chunk.</exception>
    public static bool TryWriteSize(Span<byte> destination, long size, out int written)
    {
        if (size < 1)
        {
            WriterMisuse.BadChunkSize(size);
        }

        int digits = (67 - BitOperations.LeadingZeroCount((ulong)size)) >> 2;
        written = 0;
        if (destination.Length < digits + 2)
        {
            return false;
        }

        for (int i = digits - 1; i >= 0; i--)
        {
            destination[i] = "0123456789abcdef"u8[(int)(size & 0xF)];
            size >>= 4;
        }

        destination[digits] = (byte)'\r';
        destination[digits + 1] = (byte)'\n';
        written = digits + 2;
        return true;
    }

    /// <summary>Writes the CRLF behind chunk-data.</summary>
    /// <param name="destination">2 octets are needed.</param>
    /// <param name="written">2, or 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryWriteDataEnd(Span<byte> destination, out int written) => TryCopy("\r\n"u8, destination, out written);

    /// <summary>Writes the last chunk and an empty trailer section: the end of the body.</summary>
    /// <param name="destination">5 octets are needed.</param>
    /// <param name="written">5, or 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryWriteLastChunk(Span<byte> destination, out int written) => TryCopy("0\r\n\r\n"u8, destination, out written);

    /// <summary>Writes a whole chunk; of no data it writes nothing, for an empty chunk would end the body.</summary>
    /// <param name="output">What takes the chunk; it is advanced once.</param>
    /// <param name="data">The chunk-data.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (data.IsEmpty)
        {
            return;
        }

        Span<byte> destination = output.GetSpan(checked(data.Length + MaxSizeLine + 2));
        TryWriteSize(destination, data.Length, out int line);
        data.CopyTo(destination[line..]);
        TryWriteDataEnd(destination[(line + data.Length)..], out int end);
        output.Advance(line + data.Length + end);
    }

    /// <summary>Writes the last chunk and an empty trailer section: the end of the body.</summary>
    /// <param name="output">What takes them.</param>
    public static void WriteLastChunk(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("0\r\n\r\n"u8);
    }

    private static bool TryCopy(ReadOnlySpan<byte> octets, Span<byte> destination, out int written)
    {
        bool fits = octets.TryCopyTo(destination);
        written = fits ? octets.Length : 0;
        return fits;
    }
}
