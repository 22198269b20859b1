namespace HiPerf.Http;

/// <summary>Reads Content-Range.</summary>
/// <remarks>
/// <code>
/// Content-Range     = range-unit SP ( range-resp / unsatisfied-range )
/// range-resp        = first-pos "-" last-pos "/" ( complete-length / "*" )
/// unsatisfied-range = "*/" complete-length
/// </code>
/// RFC 9110 section 14.4. A recipient must not put parts together by a Content-Range that is refused here.
/// </remarks>
public static class ContentRangeParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="range">What it says; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadContentRange: the grammar, a number beyond 2^63−1, a last octet before the first, or not before the
    /// length of the whole; the last two are found behind the last digit.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out ContentRange range)
    {
        range = default;
        var reader = new FieldValueReader(value);
        if (!reader.ReadToken(out FieldText unit, ParseError.BadContentRange) || !Skip(ref reader, (byte)' '))
        {
            return reader.Result;
        }

        long first = -1;
        long last = -1;
        bool unsatisfied = reader.TrySkip((byte)'*');
        if (!unsatisfied && !ReadPart(ref reader, out first, out last))
        {
            return reader.Result;
        }

        long complete = -1;
        if (Skip(ref reader, (byte)'/')
            && ((!unsatisfied && reader.TrySkip((byte)'*'))
                || (ReadPosition(ref reader, out complete) && (complete > last || reader.Refuse(ParseError.BadContentRange))))
            && reader.ReadEnd(ParseError.BadContentRange))
        {
            range = new ContentRange(RangeUnitTable.Find(unit.In(value)), first, last, complete);
        }

        return reader.Result;
    }

    private static bool ReadPart(ref FieldValueReader reader, out long first, out long last)
    {
        last = -1;
        return ReadPosition(ref reader, out first)
            && Skip(ref reader, (byte)'-')
            && ReadPosition(ref reader, out last)
            && (last >= first || reader.Refuse(ParseError.BadContentRange));
    }

    // 1*DIGIT that a long holds.
    private static bool ReadPosition(ref FieldValueReader reader, out long number)
    {
        int start = reader.Position;
        if (!reader.ReadNumber(out number, ParseError.BadContentRange))
        {
            return false;
        }

        if (number < long.MaxValue)
        {
            return true;
        }

        long exact = 0;
        for (int at = start; at < reader.Position; at++)
        {
            int digit = reader.Value[at] - '0';
            if (exact > (long.MaxValue - digit) / 10)
            {
                return reader.Refuse(ParseError.BadContentRange, at);
            }

            exact = (exact * 10) + digit;
        }

        return true;
    }

    private static bool Skip(ref FieldValueReader reader, byte octet) => reader.TrySkip(octet) || reader.Refuse(ParseError.BadContentRange);
}
