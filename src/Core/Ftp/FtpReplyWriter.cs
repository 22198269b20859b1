using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Writes one reply, as a server does; nothing is committed before the end.</summary>
/// <remarks>
/// <code>
/// reply = *( code "-" text CRLF / SP text CRLF ) code SP text CRLF
/// </code>
/// RFC 959 section 4.2. A line between begins with the code and a hyphen, or with a space: no text can be taken for the last line.
/// A CR, LF or NUL in a text throws; the octet 255 is doubled (RFC 854).
/// </remarks>
public static class FtpReplyWriter
{
    /// <summary>Writes a reply of one line.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="code">100 to 599.</param>
    /// <param name="text">Any octets but CR, LF and NUL; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The code is out of range, or the text holds a CR, LF or NUL.</exception>
    public static bool TryWrite(Span<byte> destination, int code, ReadOnlySpan<byte> text, out int written) => TryLine(destination, code, (byte)' ', text, out written);

    /// <summary>Writes a line that another follows: the first of a reply of many, or one between.</summary>
    /// <inheritdoc cref="TryWrite"/>
    public static bool TryWriteLine(Span<byte> destination, int code, ReadOnlySpan<byte> text, out int written) => TryLine(destination, code, (byte)'-', text, out written);

    /// <summary>Writes a line between that bears no code: a feature, the facts of MLST.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="text">Any octets but CR, LF and NUL; a space is written before it.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The text holds a CR, LF or NUL.</exception>
    public static bool TryWriteIndented(Span<byte> destination, ReadOnlySpan<byte> text, out int written)
    {
        int length = Measure(text, 3);
        written = 0;
        if (destination.Length < length)
        {
            return false;
        }

        destination[0] = (byte)' ';
        "\r\n"u8.CopyTo(destination[(1 + FtpOctets.Double(text, destination[1..]))..]);
        written = length;
        return true;
    }

    /// <summary>Writes the reply 257 with its path name in quotes, those within doubled.</summary>
    /// <param name="destination">Takes the line.</param>
    /// <param name="path">The path name: any octets but CR, LF and NUL.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The path name holds a CR, LF or NUL.</exception>
    /// <remarks>RFC 959 appendix II.</remarks>
    public static bool TryWritePath(Span<byte> destination, ReadOnlySpan<byte> path, out int written)
    {
        int length = Measure(path, 8) + path.Count((byte)'"');
        written = 0;
        if (destination.Length < length)
        {
            return false;
        }

        "257 \""u8.CopyTo(destination);
        int at = 5;
        foreach (byte octet in path)
        {
            destination[at++] = octet;
            if (octet is (byte)'"' or 0xFF)
            {
                destination[at++] = octet;
            }
        }

        "\"\r\n"u8.CopyTo(destination[at..]);
        written = length;
        return true;
    }

    /// <summary>Writes a reply of one line to a buffer writer, which is advanced once.</summary>
    /// <exception cref="ArgumentException">The code is out of range, or the text holds a CR, LF or NUL.</exception>
    public static void Write(IBufferWriter<byte> output, int code, ReadOnlySpan<byte> text)
    {
        ArgumentNullException.ThrowIfNull(output);
        _ = TryLine(output.GetSpan(Measure(text, 6)), code, (byte)' ', text, out int written);
        output.Advance(written);
    }

    private static bool TryLine(Span<byte> destination, int code, byte separator, ReadOnlySpan<byte> text, out int written)
    {
        if (code is < 100 or > 599)
        {
            FtpMisuse.BadReplyCode(code);
        }

        int length = Measure(text, 6);
        written = 0;
        if (destination.Length < length)
        {
            return false;
        }

        destination[0] = (byte)('0' + (code / 100));
        destination[1] = (byte)('0' + (code / 10 % 10));
        destination[2] = (byte)('0' + (code % 10));
        destination[3] = separator;
        "\r\n"u8.CopyTo(destination[(4 + FtpOctets.Double(text, destination[4..]))..]);
        written = length;
        return true;
    }

    private static int Measure(ReadOnlySpan<byte> text, int beside)
    {
        if (!FtpOctets.IsLine(text))
        {
            FtpMisuse.BadText();
        }

        return checked(text.Length + text.Count((byte)0xFF) + beside);
    }
}
