namespace HiPerf.Server;

/// <summary>Writes text as TYPE A has it: lines end in CRLF. RFC 959 section 3.1.1.1.</summary>
internal static class AsciiText
{
    /// <summary>Copies text and puts a CR before each LF that has none.</summary>
    /// <param name="text">Octets, lines ended by LF or CRLF.</param>
    /// <param name="destination">Twice as long is enough.</param>
    /// <param name="previous">The octet before the text; 0 at the start. Afterwards its last.</param>
    /// <returns>Octets written.</returns>
    public static int Expand(ReadOnlySpan<byte> text, Span<byte> destination, ref byte previous)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            var line = text.IndexOf((byte)'\n');
            var plain = line < 0 ? text.Length : line;
            text[..plain].CopyTo(destination[length..]);
            length += plain;
            previous = plain > 0 ? text[plain - 1] : previous;
            if (line < 0)
            {
                break;
            }

            if (previous != (byte)'\r')
            {
                destination[length++] = (byte)'\r';
            }

            destination[length++] = previous = (byte)'\n';
            text = text[(line + 1)..];
        }

        return length;
    }
}
