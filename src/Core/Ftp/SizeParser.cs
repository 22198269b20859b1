namespace HiPerf.Ftp;

/// <summary>Reads sizes and offsets: the text of a 213 reply to SIZE, the argument of REST, the hint in a 150 reply.</summary>
/// <remarks>RFC 3659 sections 4.2 and 5.3. No sign, no space, no separator; spaces at the end of a reply's text pass.</remarks>
public static class SizeParser
{
    // More digits than 2^63-1 has, all but nineteen of them leading zeros, are nobody's number.
    private const int MaxDigits = 19;

    /// <summary>Reads a whole number: a size, or an offset to start from.</summary>
    /// <param name="text">The value.</param>
    /// <param name="size">0 to 2^63-1; −1 unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadSize; Position is the first offending octet, the length where there is none.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> text, out long size)
    {
        int at = 0;
        if (!FtpOctets.TryReadNumber(text, ref at, MaxDigits, long.MaxValue, out size) || text[at..].ContainsAnyExcept((byte)' '))
        {
            size = -1;
            int spaces = text[at..].IndexOfAnyExcept((byte)' ');
            bool isNumber = at > 0 && at < text.Length && text[at] == (byte)' ';
            return ParseResult.Invalid(ParseError.BadSize, isNumber ? at + Math.Max(0, spaces) : at);
        }

        return ParseResult.Done(text.Length);
    }

    /// <summary>Finds the size that many servers tell when a transfer begins: <c>(1234 bytes)</c>. A hint, never a proof.</summary>
    /// <param name="text">The text of a 150 or 125 reply.</param>
    /// <param name="size">0 to 2^63-1; −1 where none is told.</param>
    /// <returns>Whether there is one: the last parenthesis that holds a number and the word.</returns>
    public static bool TryFindHint(ReadOnlySpan<byte> text, out long size)
    {
        while (text.LastIndexOf((byte)'(') is >= 0 and var start)
        {
            int at = start + 1;
            if (FtpOctets.TryReadNumber(text, ref at, MaxDigits, long.MaxValue, out size) && text[at..].StartsWith(" byte"u8))
            {
                ReadOnlySpan<byte> rest = text[(at + 5)..];
                if (rest.StartsWith(")"u8) || rest.StartsWith("s)"u8))
                {
                    return true;
                }
            }

            text = text[..start];
        }

        size = -1;
        return false;
    }
}
