namespace HiPerf.Http;

/// <summary>Reads the date of a cookie's Expires attribute, which user agents take out of nearly any text.</summary>
/// <remarks>
/// <code>
/// cookie-date  = *delimiter date-token *( 1*delimiter date-token ) *delimiter
/// delimiter    = %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E
/// time         = 1*2DIGIT ":" 1*2DIGIT ":" 1*2DIGIT [ non-digit *OCTET ]
/// day-of-month = 1*2DIGIT [ non-digit *OCTET ]
/// month        = ( "jan" / "feb" / … / "dec" ) *OCTET
/// year         = 2*4DIGIT [ non-digit *OCTET ]
/// </code>
/// RFC 6265bis section 5.1.1: each token is the first of these it can be and that is still wanted; all others are skipped, names of days and zones too.
/// Not <see cref="HttpDate"/>, which is strict; dates are written by that alone.
/// </remarks>
public static class CookieDate
{
    private const int Unset = -1;

    private static ReadOnlySpan<byte> Months => "janfebmaraprmayjunjulaugsepoctnovdec"u8;

    /// <summary>Reads a cookie-date.</summary>
    /// <param name="value">Any octets.</param>
    /// <param name="utcTicks">Ticks of <see cref="DateTime"/>, UTC, of a year from 1601 to 9999; 0 when there is no date.</param>
    /// <returns>Whether a time, a day, a month and a year were found and make a date that exists.</returns>
    /// <remarks>RFC 6265bis section 5.1.1. Years 70 to 99 are of the 20th century, 0 to 69 of the 21st.</remarks>
    public static bool TryParse(ReadOnlySpan<byte> value, out long utcTicks)
    {
        int time = Unset;
        int day = Unset;
        int month = Unset;
        int year = Unset;
        int at = 0;
        while (at < value.Length)
        {
            if (IsDelimiter(value[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            while (end < value.Length && !IsDelimiter(value[end]))
            {
                end++;
            }

            ReadOnlySpan<byte> token = value[at..end];
            at = end;

            // A token that begins with no digit can be a month alone, and no month begins with a digit.
            if ((uint)(token[0] - '0') > 9)
            {
                month = month == Unset ? Month(token) : month;
            }
            else if (time == Unset && TryReadTime(token, out int found))
            {
                time = found;
            }
            else if (day == Unset && TryReadNumber(token, 1, 2, out found))
            {
                day = found;
            }
            else if (year == Unset && TryReadNumber(token, 2, 4, out found))
            {
                year = found;
            }
        }

        return TryMake(time, day, month, year, out utcTicks);
    }

    private static bool TryMake(int time, int day, int month, int year, out long utcTicks)
    {
        utcTicks = 0;
        if (time == Unset || day == Unset || month == Unset || year == Unset)
        {
            return false;
        }

        year += year is >= 70 and <= 99 ? 1900 : year <= 69 ? 2000 : 0;
        int hour = time / 10_000;
        int minute = time / 100 % 100;
        int second = time % 100;
        if (year < 1601 || hour > 23 || minute > 59 || second > 59 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        utcTicks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks;
        return true;
    }

    // As a number of six digits: hour, minute, second, each 0 to 99.
    private static bool TryReadTime(ReadOnlySpan<byte> token, out int time)
    {
        time = 0;
        int at = 0;
        for (int field = 0; field < 3; field++)
        {
            int digits = Digits(token[at..], out int number);
            if (digits is < 1 or > 2)
            {
                return false;
            }

            time = (time * 100) + number;
            at += digits;
            if (field < 2 && (at == token.Length || token[at++] != (byte)':'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> token, int least, int most, out int number)
    {
        int digits = Digits(token, out number);
        return digits >= least && digits <= most;
    }

    // How many digits the octets begin with, five standing for any more, and the number they make.
    private static int Digits(ReadOnlySpan<byte> octets, out int number)
    {
        number = 0;
        int count = 0;
        while (count < 5 && count < octets.Length && (uint)(octets[count] - '0') <= 9)
        {
            number = (number * 10) + octets[count] - '0';
            count++;
        }

        return count;
    }

    // 1 to 12.
    private static int Month(ReadOnlySpan<byte> token)
    {
        if (token.Length < 3)
        {
            return Unset;
        }

        for (int i = 0; i < Months.Length; i += 3)
        {
            if ((token[0] | 0x20) == Months[i] && (token[1] | 0x20) == Months[i + 1] && (token[2] | 0x20) == Months[i + 2])
            {
                return (i / 3) + 1;
            }
        }

        return Unset;
    }

    private static bool IsDelimiter(byte octet) =>
        octet is 0x09 or (>= 0x20 and <= 0x2F) or (>= 0x3B and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0x7E);
}
