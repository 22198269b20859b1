namespace HiPerf.Ftp;

/// <summary>Reads a line of OS/2.</summary>
/// <remarks>
/// <code>
/// line      = size *( SP attributes ) [ SP "DIR" ] SP month "-" day "-" year SP time SP name    0 DIR 05-12-97 16:52 Maintenance Desktop
/// attributes = 1*( "R" / "S" / "H" / "A" )
/// </code>
/// </remarks>
internal static class OS2Lines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !ListNumbers.TryRead(tokens.Text, out ulong size))
        {
            return false;
        }

        entry.SetSize(size);
        entry.Type = FtpEntryType.File;
        while (tokens.Next())
        {
            ReadOnlySpan<byte> word = tokens.Text;
            if (word.SequenceEqual("DIR"u8))
            {
                entry.Type = FtpEntryType.Directory;
            }
            else if (!word.ContainsAnyExcept("RSHA"u8))
            {
                entry.Permissions = tokens.Place;
            }
            else
            {
                return ListDates.TryNumbers(word, out int month, out int day, out int year, out byte separator) && separator == (byte)'-' && month < 13 && word[2] == (byte)'-'
                    && tokens.Next() && ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
                    && TryFinish(tokens, year, month, day, ticks, precision, ref entry);
            }
        }

        return false;
    }

    private static bool TryFinish(in ListTokens tokens, int year, int month, int day, long ticks, FtpTimePrecision precision, ref FtpListEntry entry)
    {
        if (!ListClock.TryMake(year < 100 ? ListClock.Century(year) : year, month, day, ticks, precision, out ListTime time) || !tokens.TryRestTrimmed(out ListText name))
        {
            return false;
        }

        entry.SetTime(time);
        entry.Name = name;
        return true;
    }
}
