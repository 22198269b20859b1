namespace HiPerf.Ftp;

/// <summary>Reads the date of an <c>ls</c> line.</summary>
/// <remarks>
/// <code>
/// date  = month SP day SP ( time / year )          Nov  6 08:49    Nov  6  1994    6月 3日 2003年
///       / month SP day SP time SP year              Nov  6 08:49:37 1994
///       / day [ "." ] SP month SP ( time / year )   6. Nov 1994
///       / iso SP time [ SP zone ]                   1994-11-06 08:49    1994-11-06 08:49:37.000000000 +0100
///       / 2DIGIT "-" 2DIGIT SP time                 11-06 08:49
///       / iso SP SP                                 1994-11-06
/// </code>
/// Numbers may carry the word for month, day or year behind them, as East Asian locales write it.
/// </remarks>
internal static class UnixDate
{
    /// <summary>Reads the date that begins at the present word.</summary>
    /// <param name="tokens">Stands on the date's last word behind it.</param>
    /// <param name="line">The line.</param>
    /// <param name="clock">For a date without year.</param>
    /// <param name="time">The time.</param>
    public static bool TryRead(ref ListTokens tokens, ReadOnlySpan<byte> line, in ListClock clock, out ListTime time)
    {
        time = default;
        ReadOnlySpan<byte> word = tokens.Text;
        if (TryMonth(word, out int month))
        {
            return tokens.Next() && TryCounted(tokens.Text, 1, 2, out int day) && tokens.Next() && TryTimeOrYear(ref tokens, clock, month, day, out time);
        }

        if (word.Length <= 3 && TryDay(word, out int first))
        {
            return tokens.Next() && ListDates.TryMonth(tokens.Text, out month) && tokens.Next() && TryTimeOrYear(ref tokens, clock, month, first, out time);
        }

        if (word.Length == 10 && word[4] == (byte)'-' && ListDates.TryNumbers(word, out int year, out month, out int date, out _))
        {
            return TryIso(ref tokens, line, year, month, date, out time);
        }

        return word.Length == 5 && word[2] == (byte)'-' && ListNumbers.TryRead(word[..2], 2, 2, out month) && ListNumbers.TryRead(word[3..], 2, 2, out date)
            && tokens.Next() && ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
            && clock.TryInfer(month, date, ticks, precision, out time);
    }

    private static bool TryMonth(ReadOnlySpan<byte> word, out int month)
    {
        month = 0;
        return word.Length >= 3 && ListNumbers.IsDigit(word[0])
            ? word[^1] >= 0x80 && TryCounted(word, 1, 2, out month)
            : ListDates.TryMonth(word, out month);
    }

    private static bool TryDay(ReadOnlySpan<byte> word, out int day) => ListNumbers.TryRead(word[^1] == (byte)'.' ? word[..^1] : word, 1, 2, out day);

    // Digits, then at most three octets above 0x7F: one character of an East Asian charset.
    private static bool TryCounted(ReadOnlySpan<byte> word, int least, int most, out int number)
    {
        int high = 0;
        while (high < 3 && high < word.Length && word[^(high + 1)] >= 0x80)
        {
            high++;
        }

        return ListNumbers.TryRead(word[..^high], least, most, out number);
    }

    private static bool TryTimeOrYear(ref ListTokens tokens, in ListClock clock, int month, int day, out ListTime time)
    {
        time = default;
        if (TryCounted(tokens.Text, 4, 4, out int year))
        {
            return ListClock.TryMake(year, month, day, 0, FtpTimePrecision.Day, out time);
        }

        if (!ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision))
        {
            return false;
        }

        return precision == FtpTimePrecision.Minute
            ? clock.TryInfer(month, day, ticks, precision, out time)
            : tokens.Next() && TryCounted(tokens.Text, 4, 4, out year) && ListClock.TryMake(year, month, day, ticks, precision, out time);
    }

    private static bool TryIso(ref ListTokens tokens, ReadOnlySpan<byte> line, int year, int month, int day, out ListTime time)
    {
        ListTokens next = tokens;
        if (next.Next() && ListDates.TryClock(next.Text, out long ticks, out FtpTimePrecision precision))
        {
            tokens = next;
            return ListClock.TryMake(year, month, day, ticks, precision, out time)
                && (precision == FtpTimePrecision.Minute || !next.Next() || !TryZone(next.Text, out long zone) || ApplyZone(ref tokens, next, zone, ref time));
        }

        // Time style "iso" pads the date of an old file with one space more: without it, what follows could be a time that is none.
        time = default;
        if (tokens.End + 1 >= line.Length || line[tokens.End + 1] != (byte)' ')
        {
            return false;
        }

        tokens.Extend(1);
        return ListClock.TryMake(year, month, day, 0, FtpTimePrecision.Day, out time);
    }

    private static bool ApplyZone(ref ListTokens tokens, ListTokens next, long zone, ref ListTime time)
    {
        tokens = next;
        long utc = time.Ticks - zone;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new ListTime(utc, time.Precision, IsUtc: true);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<byte> word, out long ticks)
    {
        ticks = 0;
        if (word.Length != 5 || word[0] is not ((byte)'+' or (byte)'-')
            || !ListNumbers.TryRead(word.Slice(1, 2), 2, 2, out int hours) || !ListNumbers.TryRead(word[3..], 2, 2, out int minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (word[0] == (byte)'-' ? -1 : 1);
        return true;
    }
}
