using System.Buffers.Text;

namespace HiPerf.Http;

/// <summary>Dates in HTTP fields: written in one form, read in three.</summary>
/// <remarks>
/// <code>
/// IMF-fixdate  = day-name "," SP day SP month SP year SP time-of-day SP GMT    Sun, 06 Nov 1994 08:49:37 GMT
/// rfc850-date  = day-name-l "," SP day "-" month "-" 2DIGIT SP time-of-day SP GMT    Sunday, 06-Nov-94 08:49:37 GMT
/// asctime-date = day-name SP month SP ( 2DIGIT / ( SP 1DIGIT ) ) SP time-of-day SP year    Sun Nov  6 08:49:37 1994
/// </code>
/// RFC 9110 section 5.6.7. Case matters, as the section says. The day of the week must be one, but need not be that of the date; second 60 is read as 59, for
/// a tick count has no leap seconds. Cookie dates (RFC 6265) are another grammar.
/// </remarks>
public static class HttpDate
{
    /// <summary>Octets of an IMF-fixdate.</summary>
    public const int Length = 29;

    private static ReadOnlySpan<byte> Days => "SunMonTueWedThuFriSat"u8;

    private static ReadOnlySpan<byte> Months => "JanFebMarAprMayJunJulAugSepOctNovDec"u8;

    /// <summary>Writes an IMF-fixdate.</summary>
    /// <param name="destination">At least 29 octets.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC, 0 to <c>DateTime.MaxValue.Ticks</c>; parts of a second are dropped.</param>
    /// <param name="written">29, or 0 when it did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ticks are no date.</exception>
    public static bool TryWrite(Span<byte> destination, long utcTicks, out int written) =>
        Utf8Formatter.TryFormat(new DateTime(utcTicks, DateTimeKind.Utc), destination, out written, new System.Buffers.StandardFormat('R'));

    /// <summary>Reads a date in any of the three forms.</summary>
    /// <param name="value">The field value, white space trimmed.</param>
    /// <param name="nowTicks">The time now, in ticks, UTC: a two-digit year that would lie more than 50 years ahead is in the century before.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC; 0 when the value is no date.</param>
    /// <returns>Whether the whole value is a date.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nowTicks"/> are no date.</exception>
    public static bool TryParse(ReadOnlySpan<byte> value, long nowTicks, out long utcTicks)
    {
        utcTicks = 0;
        if (value.Length < 24)
        {
            return false;
        }

        if (value[3] == (byte)',')
        {
            return TryParseImfFixdate(value, out utcTicks);
        }

        return value[3] == (byte)' ' ? TryParseAsctime(value, out utcTicks) : TryParseRfc850(value, nowTicks, out utcTicks);
    }

    private static bool TryParseImfFixdate(ReadOnlySpan<byte> value, out long ticks)
    {
        ticks = 0;
        return value.Length == Length
            && IndexOf(Days, value[..3]) >= 0
            && value[4] == (byte)' ' && value[7] == (byte)' ' && value[11] == (byte)' ' && value[16] == (byte)' '
            && value[25..].SequenceEqual(" GMT"u8)
            && TryMake(Number(value.Slice(12, 4)), IndexOf(Months, value.Slice(8, 3)), Number(value.Slice(5, 2)), value.Slice(17, 8), out ticks);
    }

    private static bool TryParseAsctime(ReadOnlySpan<byte> value, out long ticks)
    {
        ticks = 0;
        return value.Length == 24
            && IndexOf(Days, value[..3]) >= 0
            && value[7] == (byte)' ' && value[10] == (byte)' ' && value[19] == (byte)' '
            && TryMake(
                Number(value.Slice(20, 4)),
                IndexOf(Months, value.Slice(4, 3)),
                value[8] == (byte)' ' ? Number(value.Slice(9, 1)) : Number(value.Slice(8, 2)),
                value.Slice(11, 8),
                out ticks);
    }

    private static bool TryParseRfc850(ReadOnlySpan<byte> value, long nowTicks, out long ticks)
    {
        ticks = 0;
        int comma = value.IndexOf((byte)',');
        if (comma < 0 || !IsLongDay(value[..comma]))
        {
            return false;
        }

        ReadOnlySpan<byte> date = value[(comma + 1)..];
        if (date.Length != 23 || date[0] != (byte)' ' || date[3] != (byte)'-' || date[7] != (byte)'-' || date[10] != (byte)' ' || !date[19..].SequenceEqual(" GMT"u8))
        {
            return false;
        }

        int year = Number(date.Slice(8, 2));
        if (year < 0)
        {
            return false;
        }

        DateTime now = new(nowTicks, DateTimeKind.Utc);
        year += now.Year - (now.Year % 100);
        if (year > now.Year + 50)
        {
            year -= 100;
        }
        else if (year <= now.Year - 50)
        {
            year += 100;
        }

        int month = IndexOf(Months, date.Slice(4, 3));
        int day = Number(date.Slice(1, 2));
        if (!TryMake(year, month, day, date.Slice(11, 8), out ticks))
        {
            return false;
        }

        // Exactly 50 years ahead by the year, and beyond by the day.
        return year != now.Year + 50 || ticks <= now.AddYears(50).Ticks || TryMake(year - 100, month, day, date.Slice(11, 8), out ticks);
    }

    private static bool IsLongDay(ReadOnlySpan<byte> day) => day.Length switch
    {
        6 => day.SequenceEqual("Sunday"u8) || day.SequenceEqual("Monday"u8) || day.SequenceEqual("Friday"u8),
        7 => day.SequenceEqual("Tuesday"u8),
        8 => day.SequenceEqual("Thursday"u8) || day.SequenceEqual("Saturday"u8),
        9 => day.SequenceEqual("Wednesday"u8),
        _ => false,
    };

    // Month counted from 0; anything below 0 was no number or no name.
    private static bool TryMake(int year, int month, int day, ReadOnlySpan<byte> time, out long ticks)
    {
        ticks = 0;
        int hour = Number(time[..2]);
        int minute = Number(time.Slice(3, 2));
        int second = Number(time.Slice(6, 2));
        if (year is < 1 or > 9999 || month < 0 || day < 1 || day > DateTime.DaysInMonth(year, month + 1) || time[2] != (byte)':' || time[5] != (byte)':'
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        ticks = new DateTime(year, month + 1, day, hour, minute, Math.Min(second, 59), DateTimeKind.Utc).Ticks;
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        int number = 0;
        foreach (byte octet in digits)
        {
            int digit = octet - '0';
            if ((uint)digit > 9)
            {
                return -1;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    // Which of the three-letter names it is, from 0; −1 for none.
    private static int IndexOf(ReadOnlySpan<byte> names, ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < names.Length; i += 3)
        {
            if (names.Slice(i, 3).SequenceEqual(name))
            {
                return i / 3;
            }
        }

        return -1;
    }
}
