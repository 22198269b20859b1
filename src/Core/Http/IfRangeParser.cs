namespace HiPerf.Http;

/// <summary>Reads If-Range.</summary>
/// <remarks>
/// <code>
/// If-Range = entity-tag / HTTP-date
/// </code>
/// RFC 9110 section 13.1.5. A quote among the first three octets tells an entity tag from a date.
/// </remarks>
public static class IfRangeParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="nowTicks">The time now, in ticks, UTC: dates with two-digit years are read by it.</param>
    /// <param name="ifRange">What it says; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadEntityTag; BadIfRange at 0 where it is no date either.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nowTicks"/> are no date.</exception>
    public static ParseResult Parse(ReadOnlySpan<byte> value, long nowTicks, out IfRange ifRange)
    {
        ifRange = default;
        if (value[..Math.Min(3, value.Length)].Contains((byte)'"'))
        {
            ParseResult result = EntityTagParser.Parse(value, out EntityTag tag);
            ifRange = result.IsDone ? new IfRange(tag, -1) : default;
            return result;
        }

        if (!HttpDate.TryParse(value, nowTicks, out long date))
        {
            return ParseResult.Invalid(ParseError.BadIfRange, 0);
        }

        ifRange = new IfRange(default, date);
        return ParseResult.Done(value.Length);
    }
}
