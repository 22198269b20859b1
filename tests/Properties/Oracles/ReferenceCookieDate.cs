namespace HiPerf.Properties.Oracles;

/// <summary>RFC 6265bis section 5.1.1, step by step, from its text alone: total, slow, obvious. Nothing of it is Core's.</summary>
internal static class ReferenceCookieDate
{
    private static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date in ticks, or null.</summary>
    public static long? Parse(ReadOnlySpan<byte> cookieDate)
    {
        // Steps 1 and 2.
        (int Hour, int Minute, int Second)? time = null;
        int? day = null;
        int? month = null;
        int? year = null;
        int start = 0;
        for (int i = 0; i <= cookieDate.Length; i++)
        {
            if (i < cookieDate.Length && !IsDelimiter(cookieDate[i]))
            {
                continue;
            }

            ReadOnlySpan<byte> token = cookieDate[start..i];
            start = i + 1;
            if (token.IsEmpty)
            {
                continue;
            }

            if (time is null && MatchTime(token) is { } foundTime)
            {
                time = foundTime;
                continue;
            }

            if (day is null && MatchDigits(token, 1, 2) is { } foundDay)
            {
                day = foundDay;
                continue;
            }

            if (month is null && MatchMonth(token) is { } foundMonth)
            {
                month = foundMonth;
                continue;
            }

            if (year is null && MatchDigits(token, 2, 4) is { } foundYear)
            {
                year = foundYear;
            }
        }

        // Steps 3 and 4.
        year = year is >= 70 and <= 99 ? year + 1900 : year;
        year = year is >= 0 and <= 69 ? year + 2000 : year;

        // Step 5.
        if (time is null || day is null or < 1 or > 31 || month is null || year is null or < 1601
            || time.Value.Hour > 23 || time.Value.Minute > 59 || time.Value.Second > 59)
        {
            return null;
        }

        // Steps 6 and 7.
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        int days = month switch { 2 => leap ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        return day > days ? null : new DateTime(year.Value, month.Value, day.Value, time.Value.Hour, time.Value.Minute, time.Value.Second).Ticks;
    }

    // hms-time [ non-digit *OCTET ]
    private static (int Hour, int Minute, int Second)? MatchTime(ReadOnlySpan<byte> token)
    {
        Span<int> fields = stackalloc int[3];
        int at = 0;
        for (int field = 0; field < 3; field++)
        {
            if (field > 0)
            {
                if (at >= token.Length || token[at] != ':')
                {
                    return null;
                }

                at++;
            }

            int from = at;
            while (at < token.Length && IsDigit(token[at]))
            {
                fields[field] = at - from < 2 ? (fields[field] * 10) + (token[at] - '0') : 0;
                at++;
            }

            if (at - from is 0 or > 2)
            {
                return null;
            }
        }

        return (fields[0], fields[1], fields[2]);
    }

    // least*mostDIGIT [ non-digit *OCTET ]
    private static int? MatchDigits(ReadOnlySpan<byte> token, int least, int most)
    {
        int count = 0;
        int number = 0;
        while (count < token.Length && IsDigit(token[count]))
        {
            number = count < most ? (number * 10) + (token[count] - '0') : 0;
            count++;
        }

        return count < least || count > most ? null : number;
    }

    // ( "jan" / … / "dec" ) *OCTET
    private static int? MatchMonth(ReadOnlySpan<byte> token)
    {
        for (int m = 0; token.Length >= 3 && m < 12; m++)
        {
            bool same = true;
            for (int i = 0; i < 3; i++)
            {
                same &= char.ToLowerInvariant((char)token[i]) == s_months[m][i] && token[i] < 0x80;
            }

            if (same)
            {
                return m + 1;
            }
        }

        return null;
    }

    private static bool IsDigit(byte octet) => octet is >= (byte)'0' and <= (byte)'9';

    // non-delimiter = %x00-08 / %x0A-1F / DIGIT / ":" / ALPHA / %x7F-FF
    private static bool IsDelimiter(byte o) =>
        !(o is <= 0x08 or (>= 0x0A and <= 0x1F) or (byte)':' or >= 0x7F || IsDigit(o) || o is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z'));
}
