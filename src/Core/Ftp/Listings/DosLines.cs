namespace HiPerf.Ftp;

/// <summary>Reads a line of IIS, or of another server that lists as DIR of MS-DOS does.</summary>
/// <remarks>
/// <code>
/// line = date SP time [ [ SP ] ( "AM" / "PM" ) ] SP ( size / "&lt;DIR&gt;" / "&lt;JUNCTION&gt;" / "&lt;SYMLINK&gt;" / "&lt;SYMLINKD&gt;" ) SP name [ " [" target "]" ]
/// date = month "-" day "-" year / month "/" day "/" year / day "." month "." year / year "-" month "-" day     ; years of two digits: 1970 to 2069
/// </code>
/// A folder has size 0, as the column says nothing. A name begins one space behind a size, or at most fifteen octets behind the start of the other words, so that
/// spaces of its own stay.
/// </remarks>
internal static class DosLines
{
    private const int NameColumn = 15;

    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !tokens.Text.ContainsAnyInRange((byte)'0', (byte)'9')
            || !ListDates.TryNumbers(tokens.Text, out int first, out int second, out int third, out byte separator)
            || !tokens.Next() || !TryClock(ref tokens, out long ticks, out FtpTimePrecision precision)
            || !TryDate(first, second, third, separator, ticks, precision, out ListTime time)
            || !tokens.Next())
        {
            return false;
        }

        entry.SetTime(time);
        ReadOnlySpan<byte> word = tokens.Text;
        if (word[0] != (byte)'<')
        {
            entry.Type = FtpEntryType.File;
            return TrySize(word, out ulong size) && Sized(ref entry, size) && Named(tokens.TryRest(out ListText name), name, ref entry);
        }

        entry.Type = word.SequenceEqual("<DIR>"u8) ? FtpEntryType.Directory
            : word.SequenceEqual("<JUNCTION>"u8) || word.SequenceEqual("<SYMLINKD>"u8) || word.SequenceEqual("<SYMLINK>"u8) ? FtpEntryType.Link
            : FtpEntryType.Unknown;
        int end = tokens.End;
        int column = Math.Min(tokens.Start + NameColumn, line.Length);
        while (end < column && line[end] == (byte)' ')
        {
            end++;
        }

        if (entry.Type == FtpEntryType.Unknown || end == tokens.End || end == line.Length)
        {
            return false;
        }

        entry.Name = ListText.Between(end, line.Length);
        if (entry.Type == FtpEntryType.Directory)
        {
            entry.SetSize(0);
            return true;
        }

        return TryTarget(line, ref entry);
    }

    private static bool Sized(ref FtpListEntry entry, ulong size)
    {
        entry.SetSize(size);
        return true;
    }

    private static bool Named(bool isThere, ListText name, ref FtpListEntry entry)
    {
        entry.Name = name;
        return isThere;
    }

    private static bool TryClock(ref ListTokens tokens, out long ticks, out FtpTimePrecision precision)
    {
        ReadOnlySpan<byte> word = tokens.Text;
        int half = HalfDay(word);
        if (half >= 0)
        {
            word = word[..^(ListNumbers.IsDigit(word[^2]) ? 1 : 2)];
        }

        if (!ListDates.TryClock(word, out ticks, out precision))
        {
            return false;
        }

        if (half < 0)
        {
            ListTokens next = tokens;
            if (next.Next() && next.Length == 2 && (half = HalfDay(next.Text)) >= 0)
            {
                tokens = next;
            }
        }

        if (half < 0)
        {
            return true;
        }

        bool isTwelve = ticks is >= 12 * TimeSpan.TicksPerHour;
        if (ticks >= 13 * TimeSpan.TicksPerHour)
        {
            return false;
        }

        ticks += ((half * 12) - (isTwelve ? 12 : 0)) * TimeSpan.TicksPerHour;
        return true;
    }

    // 0 for AM or A at the end, 1 for PM or P, −1 for neither.
    private static int HalfDay(ReadOnlySpan<byte> word)
    {
        if (word.Length < 2)
        {
            return -1;
        }

        int last = word[^1] | 0x20;
        if (last == 'm')
        {
            last = word[^2] | 0x20;
        }

        return last switch
        {
            'a' => 0,
            'p' => 1,
            _ => -1,
        };
    }

    private static bool TryDate(int first, int second, int third, byte separator, long ticks, FtpTimePrecision precision, out ListTime time)
    {
        (int year, int month, int day) = first > 31 ? (first, second, third) : separator == (byte)'.' ? (third, second, first) : (third, first, second);
        return ListClock.TryMake(year < 100 ? ListClock.Century(year) : year, month, day, ticks, precision, out time) && year is < 100 or > 999;
    }

    // 1,234,567 is what some locales make of it.
    private static bool TrySize(ReadOnlySpan<byte> word, out ulong size)
    {
        size = 0;
        if (!ListNumbers.IsDigit(word[0]))
        {
            return false;
        }

        foreach (byte octet in word)
        {
            if (octet == (byte)',')
            {
                continue;
            }

            ulong digit = (ulong)(octet - '0');
            if (digit > 9 || size > (ulong.MaxValue - digit) / 10)
            {
                return false;
            }

            size = (size * 10) + digit;
        }

        return true;
    }

    private static bool TryTarget(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        int open = line[^1] == (byte)']' ? entry.Name.In(line).IndexOf(" ["u8) : -1;
        if (open > 0)
        {
            entry.HasTarget = true;
            entry.Target = ListText.Between(entry.Name.Start + open + 2, line.Length - 1);
            entry.Name = new ListText(entry.Name.Start, open);
        }

        return true;
    }
}
