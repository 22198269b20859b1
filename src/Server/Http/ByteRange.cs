namespace HiPerf.Server;

/// <summary>What a Range field asks of a file.</summary>
internal enum ByteRangeKind
{
    /// <summary>Nothing that is honoured: the whole file is the answer. Other units, several ranges, broken grammar.</summary>
    Whole,

    /// <summary>One part: 206.</summary>
    Part,

    /// <summary>A part behind the file's end: 416.</summary>
    Unsatisfiable,
}

/// <summary>Reads a Range field of one range.</summary>
/// <remarks>
/// <code>
/// Range      = "bytes=" range-spec
/// range-spec = first-pos "-" [ last-pos ] / "-" suffix-length
/// </code>
/// RFC 9110 section 14.1.2; a server may ignore the field (section 14.2), and does so for several ranges.
/// </remarks>
internal static class ByteRange
{
    /// <summary>Decides what is asked for.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="length">Octets of the file.</param>
    /// <param name="start">Offset of the part's first octet.</param>
    /// <param name="count">Octets of the part.</param>
    public static ByteRangeKind Parse(ReadOnlySpan<byte> value, long length, out long start, out long count)
    {
        (start, count) = (0, length);
        const int UnitLength = 6;
        if (value.Length <= UnitLength || !System.Text.Ascii.EqualsIgnoreCase(value[..UnitLength], "bytes="u8))
        {
            return ByteRangeKind.Whole;
        }

        value = value[UnitLength..].Trim(" \t"u8);
        var dash = value.IndexOf((byte)'-');
        if (dash < 0)
        {
            return ByteRangeKind.Whole;
        }

        var first = value[..dash];
        var last = value[(dash + 1)..];

        if (first.IsEmpty)
        {
            if (!TryNumber(last, out var suffix))
            {
                return ByteRangeKind.Whole;
            }

            if (suffix == 0 || length == 0)
            {
                return ByteRangeKind.Unsatisfiable;
            }

            count = Math.Min(suffix, length);
            start = length - count;
            return ByteRangeKind.Part;
        }

        var lastPosition = long.MaxValue;
        if (!TryNumber(first, out var firstPosition) || (!last.IsEmpty && !TryNumber(last, out lastPosition)) || lastPosition < firstPosition)
        {
            return ByteRangeKind.Whole;
        }

        if (firstPosition >= length)
        {
            return ByteRangeKind.Unsatisfiable;
        }

        start = firstPosition;
        count = Math.Min(lastPosition, length - 1) - firstPosition + 1;
        return ByteRangeKind.Part;
    }

    // A number too large for 63 bits is a number all the same: it lies behind every file's end.
    private static bool TryNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (var octet in digits)
        {
            if (octet is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            var digit = octet - '0';
            number = number > (long.MaxValue - digit) / 10 ? long.MaxValue : (number * 10) + digit;
        }

        return true;
    }
}
