using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>What Gopher's readers and writers share: which octets a field holds, small numbers.</summary>
internal static class GopherOctets
{
    /// <summary>RFC 1436 section 3.9 advises selectors of at most so many octets.</summary>
    public const int AdvisedSelector = 255;

    /// <summary>The longest name DNS knows, written out.</summary>
    public const int LongestHost = 255;

    private static readonly SearchValues<byte> s_breakers = SearchValues.Create([0, (byte)'\t', (byte)'\n', (byte)'\r']);

    private static readonly SearchValues<byte> s_lineBreakers = SearchValues.Create([0, (byte)'\n', (byte)'\r']);

    /// <summary>Whether a text stays within its field.</summary>
    public static bool IsField(ReadOnlySpan<byte> text) => !text.ContainsAny(s_breakers);

    /// <summary>Whether two words are the same, letters of either case alike.</summary>
    public static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(word, other);

    /// <summary>Whether a text stays on its line.</summary>
    public static bool IsLine(ReadOnlySpan<byte> text) => !text.ContainsAny(s_lineBreakers);

    /// <summary>Whether a text may be looked up as a host: 1 to 255 octets, none of them a control or a space. That it is a name or an address is the dialer's question.</summary>
    public static bool IsHost(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= LongestHost && !text.ContainsAnyInRange((byte)0, (byte)' ') && !text.Contains((byte)0x7F);

    /// <summary>Whether an octet may stand as an item type: no control, no space. Those above 127 are kept, unknown as they are.</summary>
    public static bool IsType(byte octet) => octet is > (byte)' ' and not 0x7F;

    /// <summary>Reads a port: one to five digits, 0 to 65535, and nothing else.</summary>
    /// <returns>False where it is none.</returns>
    public static bool TryReadPort(ReadOnlySpan<byte> text, out int port)
    {
        port = 0;
        foreach (byte octet in text)
        {
            if (!char.IsAsciiDigit((char)octet))
            {
                return false;
            }

            port = (port * 10) + octet - '0';
            if (port > ushort.MaxValue)
            {
                return false;
            }
        }

        return text.Length is > 0 and <= 5;
    }

    /// <summary>Without the spaces and tabs at both ends.</summary>
    public static GopherText Trim(ReadOnlySpan<byte> buffer, GopherText text)
    {
        int start = text.Start;
        int end = text.End;
        while (start < end && buffer[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && buffer[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        return new(start, end - start);
    }
}
