namespace HiPerf.Http;

/// <summary>Reads Range into the caller's table.</summary>
/// <remarks>
/// <code>
/// Range        = range-unit "=" range-set
/// range-set    = 1#range-spec
/// range-spec   = int-range / suffix-range / other-range
/// int-range    = first-pos "-" [ last-pos ]
/// suffix-range = "-" suffix-length
/// other-range  = 1*( %x21-2B / %x2D-7E )
/// </code>
/// RFC 9110 sections 14.1.1 and 14.2. Of another unit than bytes only the grammar is held. Whether ranges can be satisfied, and whether they ask for too
/// much, is for <see cref="RangeSelector"/>.
/// </remarks>
public static class RangeParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="ranges">Takes the ranges in their order; its length is how many are allowed.</param>
    /// <param name="set">Unit and count; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadRange, BadList; an end before its beginning is found behind its last digit.
    /// DestinationTooSmall: TooManyRanges, at the first range that has no place.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, Span<RangeSpec> ranges, out RangeSet set)
    {
        set = default;
        var reader = new FieldValueReader(value);
        if (!reader.ReadToken(out FieldText unitText, ParseError.BadRange) || !(reader.TrySkip((byte)'=') || reader.Refuse(ParseError.BadRange)))
        {
            return reader.Result;
        }

        RangeUnit unit = RangeUnitTable.Find(unitText.In(value)) == RangeUnit.Bytes ? RangeUnit.Bytes : RangeUnit.Unknown;
        int elements = 0;
        int count = 0;
        while (reader.NextElement())
        {
            elements++;
            if (unit == RangeUnit.Unknown)
            {
                SkipOther(ref reader);
                continue;
            }

            if (count == ranges.Length)
            {
                return ParseResult.TooSmall(ParseError.TooManyRanges, reader.Position);
            }

            if (Read(ref reader, out RangeSpec range))
            {
                ranges[count++] = range;
            }
        }

        if (reader.Error == ParseError.None && elements == 0)
        {
            _ = reader.Refuse(ParseError.BadRange);
        }

        if (reader.Error == ParseError.None)
        {
            set = new RangeSet(unit, unitText, count);
        }

        return reader.Result;
    }

    private static bool Read(ref FieldValueReader reader, out RangeSpec range)
    {
        range = default;
        if (reader.TrySkip((byte)'-'))
        {
            bool valid = reader.ReadNumber(out long suffix, ParseError.BadRange);
            range = RangeSpec.Suffix(suffix);
            return valid;
        }

        int start = reader.Position;
        if (!reader.ReadNumber(out long first, ParseError.BadRange))
        {
            return false;
        }

        ReadOnlySpan<byte> firstDigits = reader.Value[start..reader.Position];
        if (!reader.TrySkip((byte)'-'))
        {
            return reader.Refuse(ParseError.BadRange);
        }

        start = reader.Position;
        if (reader.IsAtEnd || !char.IsAsciiDigit((char)reader.Value[start]))
        {
            range = RangeSpec.From(first);
            return true;
        }

        _ = reader.ReadNumber(out long last, ParseError.BadRange);
        range = RangeSpec.FromTo(first, last);

        // Both beyond 2^63-1 look the same as numbers.
        bool backwards = last < first || (last == long.MaxValue && first == long.MaxValue && IsLess(reader.Value[start..reader.Position], firstDigits));
        return !backwards || reader.Refuse(ParseError.BadRange);
    }

    private static bool IsLess(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> than)
    {
        digits = digits.TrimStart((byte)'0');
        than = than.TrimStart((byte)'0');
        return digits.Length != than.Length ? digits.Length < than.Length : digits.SequenceCompareTo(than) < 0;
    }

    private static void SkipOther(ref FieldValueReader reader)
    {
        int start = reader.Position;
        int at = start;
        while (at < reader.Value.Length && reader.Value[at] is > 0x20 and < 0x7F and not (byte)',')
        {
            at++;
        }

        reader.MoveTo(at);
        if (at == start)
        {
            _ = reader.Refuse(ParseError.BadRange);
        }
    }
}
