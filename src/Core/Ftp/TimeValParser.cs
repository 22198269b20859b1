namespace HiPerf.Ftp;

/// <summary>Reads a time: the text of a 213 reply to MDTM, the value of a fact.</summary>
/// <remarks>
/// <code>
/// time-val = 14DIGIT [ "." 1*DIGIT ]   ; YYYYMMDDHHMMSS
/// </code>
/// RFC 3659 section 2.3. Digits behind the seventh of a fraction are dropped. Fifteen digits, from a clock that counts years from 1900, are refused, not mended.
/// </remarks>
public static class TimeValParser
{
    private const int DateTimeDigits = 14;

    /// <summary>Reads a whole value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="value">The time; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadTimeVal; Position is the first offending octet, the length where the value ends too early.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> text, out TimeVal value)
    {
        value = default;
        int at = 0;
        if (!ReadField(text, ref at, 4, 1, 9999, out int year) || !ReadField(text, ref at, 2, 1, 12, out int month)
            || !ReadField(text, ref at, 2, 1, DateTime.DaysInMonth(year, month), out int day) || !ReadField(text, ref at, 2, 0, 23, out int hour)
            || !ReadField(text, ref at, 2, 0, 59, out int minute) || !ReadField(text, ref at, 2, 0, 60, out int second))
        {
            return ParseResult.Invalid(ParseError.BadTimeVal, at);
        }

        long ticks = new DateTime(year, month, day, hour, minute, Math.Min(second, 59), DateTimeKind.Utc).Ticks;
        if (text.Length == DateTimeDigits)
        {
            value = new TimeVal(ticks, 0);
            return ParseResult.Done(text.Length);
        }

        if (text[at] != (byte)'.')
        {
            return ParseResult.Invalid(ParseError.BadTimeVal, at);
        }

        at++;
        int start = at;
        long unit = TimeSpan.TicksPerSecond;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            unit /= 10;
            ticks += unit * (text[at] - '0');
            at++;
        }

        if (at == start || at < text.Length)
        {
            return ParseResult.Invalid(ParseError.BadTimeVal, at);
        }

        value = new TimeVal(ticks, (byte)Math.Min(at - start, byte.MaxValue));
        return ParseResult.Done(text.Length);
    }

    // The offending digit is the first behind which no value within the bounds is left.
    private static bool ReadField(ReadOnlySpan<byte> text, ref int at, int digits, int least, int most, out int value)
    {
        value = 0;
        int span = digits == 4 ? 10_000 : 100;
        for (int i = 0; i < digits; i++)
        {
            if (at == text.Length || !char.IsAsciiDigit((char)text[at]))
            {
                return false;
            }

            value = (value * 10) + text[at] - '0';
            span /= 10;
            if (value * span > most || (value * span) + span - 1 < least)
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
