namespace HiPerf.Ftp;

/// <summary>Reads a line of a Guardian listing of HP NonStop.</summary>
/// <remarks>
/// <code>
/// line    = name [ SP "O" ] SP code SP eof SP day "-" month "-" year SP time SP group "," [ SP ] user SP DQUOTE 4security DQUOTE
/// heading = "File" SP "Code" SP "EOF" ...    ; and the name of the subvolume, \NODE.$VOLUME.SUBVOL
/// </code>
/// </remarks>
internal static class NonStopLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !IsName(tokens.Text))
        {
            return false;
        }

        entry.Name = tokens.Place;
        entry.Type = FtpEntryType.File;
        if (!tokens.Next() || (tokens.Text.SequenceEqual("O"u8) && !tokens.Next()) || !IsCode(tokens.Text)
            || !tokens.Next() || !ListNumbers.TryRead(tokens.Text, out ulong size)
            || !tokens.Next() || !TryDate(tokens.Text, out int year, out int month, out int day)
            || !tokens.Next() || !ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
            || !ListClock.TryMake(year, month, day, ticks, precision, out ListTime time)
            || !tokens.Next())
        {
            return false;
        }

        entry.SetSize(size);
        entry.SetTime(time);
        int comma = tokens.Text.IndexOf((byte)',');
        if (comma < 1 || !ListNumbers.AreDigits(tokens.Text[..comma]))
        {
            return false;
        }

        entry.Group = new ListText(tokens.Start, comma);
        entry.Owner = ListText.Between(tokens.Start + comma + 1, tokens.End);
        if (entry.Owner.Length == 0)
        {
            if (!tokens.Next())
            {
                return false;
            }

            entry.Owner = tokens.Place;
        }

        if (!ListNumbers.AreDigits(entry.Owner.In(line)) || !tokens.Next() || tokens.Length != 6 || tokens.Text[0] != (byte)'"' || tokens.Text[5] != (byte)'"')
        {
            return false;
        }

        entry.Permissions = new ListText(tokens.Start + 1, 4);
        return !tokens.Next();
    }

    public static bool IsHeading(ReadOnlySpan<byte> line)
    {
        var tokens = new ListTokens(line);
        return tokens.Next() && ((tokens.Text[0] == (byte)'\\' && tokens.Text.IndexOf(".$"u8) > 0 && !tokens.Next())
            || (tokens.Text.SequenceEqual("File"u8) && tokens.Next() && tokens.Text.SequenceEqual("Code"u8) && tokens.Next() && tokens.Text.SequenceEqual("EOF"u8)));
    }

    private static bool IsName(ReadOnlySpan<byte> word)
    {
        foreach (byte octet in word)
        {
            if (!ListNumbers.IsLetter(octet) && !ListNumbers.IsDigit(octet))
            {
                return false;
            }
        }

        return word.Length <= 8 && ListNumbers.IsLetter(word[0]);
    }

    // 700, 101+, 100L
    private static bool IsCode(ReadOnlySpan<byte> word) =>
        ListNumbers.AreDigits(word) || (word.Length > 1 && (word[^1] == (byte)'+' || ListNumbers.IsLetter(word[^1])) && ListNumbers.AreDigits(word[..^1]));

    private static bool TryDate(ReadOnlySpan<byte> word, out int year, out int month, out int day)
    {
        year = month = 0;
        int dash = word.IndexOf((byte)'-');
        if (!ListNumbers.TryRead(word[..Math.Max(dash, 0)], 1, 2, out day) || word.Length < dash + 7 || word[dash + 4] != (byte)'-'
            || !ListDates.TryMonth(word.Slice(dash + 1, 3), out month) || !ListNumbers.TryRead(word[(dash + 5)..], 2, 4, out year))
        {
            return false;
        }

        year = year < 100 ? ListClock.Century(year) : year;
        return true;
    }
}
