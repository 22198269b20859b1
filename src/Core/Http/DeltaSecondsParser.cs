namespace HiPerf.Http;

/// <summary>Reads times in seconds: Age, Retry-After in seconds, arguments of cache directives.</summary>
/// <remarks>
/// <code>
/// delta-seconds = 1*DIGIT
/// Age           = delta-seconds
/// </code>
/// RFC 9111 sections 1.2.2 and 5.1.
/// </remarks>
public static class DeltaSecondsParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="seconds">0 to 2^31, which stands for all that are more; 0 unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadDeltaSeconds.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out long seconds)
    {
        var reader = new FieldValueReader(value);
        seconds = reader.ReadNumber(out long number, ParseError.BadDeltaSeconds) && reader.ReadEnd(ParseError.BadDeltaSeconds)
            ? Math.Min(number, CacheControl.MaxSeconds)
            : 0;
        return reader.Result;
    }

    /// <summary>Reads Age, where of several times with commas between them the first counts.</summary>
    /// <param name="value">The field value; of several lines the first.</param>
    /// <param name="seconds">0 to 2^31, which stands for all that are more; 0 unless Done.</param>
    /// <returns>Done: the octets of the first time are consumed, the others are not looked at. InvalidData: BadDeltaSeconds; the field is to be passed over.</returns>
    /// <remarks>RFC 9111 section 5.1.</remarks>
    public static ParseResult ParseAge(ReadOnlySpan<byte> value, out long seconds)
    {
        seconds = 0;
        var reader = new FieldValueReader(value);
        if (reader.ReadNumber(out long number, ParseError.BadDeltaSeconds))
        {
            reader.SkipWhitespace();
            if (reader.IsAtEnd || reader.IsNext((byte)',') || reader.Refuse(ParseError.BadDeltaSeconds))
            {
                seconds = Math.Min(number, CacheControl.MaxSeconds);
            }
        }

        return reader.Result;
    }
}
