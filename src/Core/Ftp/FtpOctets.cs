using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>What the readers and writers of the control connection share: doubling an IAC, small numbers.</summary>
internal static class FtpOctets
{
    private static readonly SearchValues<byte> s_lineBreakers = SearchValues.Create([0, (byte)'\n', (byte)'\r']);

    /// <summary>Whether a text stays on its line.</summary>
    public static bool IsLine(ReadOnlySpan<byte> text) => !text.ContainsAny(s_lineBreakers);

    /// <summary>Whether two words are the same, letters of either case alike.</summary>
    public static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> other) => System.Text.Ascii.EqualsIgnoreCase(word, other);

    /// <summary>Copies a text and doubles each IAC; the caller vouches for the room.</summary>
    /// <returns>Octets written.</returns>
    public static int Double(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int at = 0;
        while (true)
        {
            int plain = text.IndexOf((byte)0xFF);
            if (plain < 0)
            {
                text.CopyTo(destination[at..]);
                return at + text.Length;
            }

            text[..(plain + 1)].CopyTo(destination[at..]);
            at += plain + 1;
            destination[at++] = 0xFF;
            text = text[(plain + 1)..];
        }
    }

    /// <summary>Reads a decimal number of limited digits and size.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="at">Where it begins; then the octet behind it, or the one that spoils it.</param>
    /// <param name="maxDigits">The most digits, leading zeros counted.</param>
    /// <param name="most">The greatest value.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where there is no digit, or the number is too great or too long.</returns>
    public static bool TryReadNumber(ReadOnlySpan<byte> text, ref int at, int maxDigits, long most, out long value)
    {
        value = 0;
        int start = at;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            int digit = text[at] - '0';
            if (at - start == maxDigits || value > (most - digit) / 10)
            {
                return false;
            }

            value = (value * 10) + digit;
            at++;
        }

        return at > start;
    }
}
