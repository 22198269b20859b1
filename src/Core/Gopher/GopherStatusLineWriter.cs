using System.Buffers.Text;

namespace HiPerf.Gopher;

/// <summary>Writes the status line that begins an answer by Gopher+, and a data block.</summary>
/// <remarks>Gopher+ section 2.3; <see cref="GopherStatusLineParser"/> has the grammar.</remarks>
public static class GopherStatusLineWriter
{
    /// <summary>Writes the line.</summary>
    /// <param name="destination">Takes the line; <see cref="GopherStatusLineParser.MaxLength"/> octets are always enough.</param>
    /// <param name="status">What it says.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length of a counted answer is negative.</exception>
    public static bool TryWrite(Span<byte> destination, in GopherStatusLine status, out int written)
    {
        if (status.Framing == GopherFraming.Counted && status.Length < 0)
        {
            GopherMisuse.BadLength(status.Length);
        }

        Span<byte> line = stackalloc byte[GopherStatusLineParser.MaxLength];
        line[0] = status.IsError ? (byte)'-' : (byte)'+';
        long number = status.Framing switch { GopherFraming.DotTerminated => -1, GopherFraming.UntilClose => -2, _ => status.Length };
        _ = Utf8Formatter.TryFormat(number, line[1..], out int digits);
        "\r\n"u8.CopyTo(line[(digits + 1)..]);
        bool fits = line[..(digits + 3)].TryCopyTo(destination);
        written = fits ? digits + 3 : 0;
        return fits;
    }
}
