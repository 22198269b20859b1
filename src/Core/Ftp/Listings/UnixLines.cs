namespace HiPerf.Ftp;

/// <summary>Reads a line of <c>ls -l</c>.</summary>
/// <remarks>
/// <code>
/// line = [ inode SP ] [ blocks SP ] type 8*9permission [ "+" / "@" / "." ] [ SP links ] [ SP owner [ SP group ] ] SP ( size / major "," minor ) SP date SP name [ " -> " target ]
/// </code>
/// Owner and group may hold spaces or be missing, so the size is the first number that a date follows. The name begins one space behind the date and goes to
/// the end of the line, spaces and all.
/// </remarks>
internal static class UnixLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, in ListClock clock, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!TryPermissions(ref tokens, ref entry))
        {
            return false;
        }

        var columns = new UnixColumns(line, entry.Type == FtpEntryType.Other);
        while (tokens.Next())
        {
            if (columns.IsSize(tokens.Text, out ulong size, out bool isDevice))
            {
                ListTokens date = tokens;
                if (date.Next() && UnixDate.TryRead(ref date, line, clock, out ListTime time))
                {
                    if (!isDevice)
                    {
                        entry.SetSize(size);
                    }

                    entry.SetTime(time);
                    columns.Complete(ref entry);
                    return TryName(line, date, ref entry);
                }
            }

            if (!columns.TryAdd(tokens))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The type and its permissions, up to two numbers before them.</summary>
    public static bool TryPermissions(ref ListTokens tokens, ref FtpListEntry entry)
    {
        for (int numbers = 0; tokens.Next(); numbers++)
        {
            ReadOnlySpan<byte> word = tokens.Text;
            if (numbers < 2 && ListNumbers.AreDigits(word))
            {
                continue;
            }

            if (word.Length is < 9 or > 11 || !TryType(word[0], out FtpEntryType type)
                || (word.Length == 11 && word[10] is not ((byte)'+' or (byte)'@' or (byte)'.')))
            {
                return false;
            }

            // Servers are known that leave the last of the nine out.
            entry.Type = type;
            entry.Permissions = new ListText(tokens.Start + 1, Math.Min(word.Length, 10) - 1);
            return ArePermissions(word.Slice(1, entry.Permissions.Length));
        }

        return false;
    }

    /// <summary>The name behind the present word, and behind an arrow a link's target.</summary>
    public static bool TryName(ReadOnlySpan<byte> line, in ListTokens tokens, ref FtpListEntry entry)
    {
        if (!tokens.TryRest(out ListText name))
        {
            return false;
        }

        if (entry.Type == FtpEntryType.Link)
        {
            int arrow = name.In(line).IndexOf(" -> "u8);
            if (arrow > 0)
            {
                entry.HasTarget = true;
                entry.Target = ListText.Between(name.Start + arrow + 4, line.Length);
                name = new ListText(name.Start, arrow);
            }
        }

        entry.Name = name;
        return true;
    }

    /// <summary>"total 112" in the languages of ls, and "folder:" of a recursive listing.</summary>
    public static bool IsHeading(ReadOnlySpan<byte> line)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next())
        {
            return false;
        }

        ReadOnlySpan<byte> word = tokens.Text;
        if (line[^1] == (byte)':' && line[0] is (byte)'.' or (byte)'/')
        {
            return true;
        }

        bool isTotal = word.SequenceEqual("total"u8) || word.SequenceEqual("totale"u8) || word.SequenceEqual("totaal"u8) || word.SequenceEqual("insgesamt"u8)
            || word.SequenceEqual("totalt"u8) || word.SequenceEqual("razem"u8) || word.SequenceEqual("celkem"u8) || word.SequenceEqual("summa"u8)
            || word.IndexOfAnyInRange((byte)0x80, (byte)0xFF) == 0;
        return isTotal && tokens.Next() && ListNumbers.IsDigit(tokens.Text[0]) && !tokens.Next();
    }

    private static bool TryType(byte octet, out FtpEntryType type)
    {
        type = octet switch
        {
            (byte)'-' or (byte)'f' => FtpEntryType.File,
            (byte)'d' => FtpEntryType.Directory,
            (byte)'l' => FtpEntryType.Link,
            (byte)'b' or (byte)'c' or (byte)'p' or (byte)'s' or (byte)'D' or (byte)'P' or (byte)'n' or (byte)'w' => FtpEntryType.Other,
            _ => FtpEntryType.Unknown,
        };
        return type != FtpEntryType.Unknown;
    }

    private static bool ArePermissions(ReadOnlySpan<byte> letters)
    {
        for (int i = 0; i < letters.Length; i++)
        {
            byte octet = letters[i];
            bool isRight = (i % 3) switch
            {
                0 => octet is (byte)'r',
                1 => octet is (byte)'w',
                _ => octet is (byte)'x' or (byte)'s' or (byte)'S' or (byte)'t' or (byte)'T' or (byte)'l' or (byte)'L',
            };
            if (!isRight && octet != (byte)'-')
            {
                return false;
            }
        }

        return true;
    }
}
