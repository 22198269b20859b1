namespace HiPerf.Ftp;

/// <summary>Reads an entry of OpenVMS, of one line or of two.</summary>
/// <remarks>
/// <code>
/// entry   = name ";" version ( SP / CRLF SP ) ( blocks [ "/" allocated ] SP day "-" month "-" year SP time [ SP owner ] [ SP protection ] / "%" message )
/// owner   = "[" [ group "," ] member ( "]" / SP )
/// protection = "(" system "," owner "," group "," world ")"     ; each *( "R" / "W" / "E" / "D" )
/// </code>
/// The second line of an entry begins with white space. What ends in ".DIR" is a folder.
/// </remarks>
internal static class VmsLines
{
    private const ulong BlockOctets = 512;

    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!TryName(ref tokens, ref entry) || !tokens.Next())
        {
            return false;
        }

        // "%RMS-E-PRV": there, but not to be looked at.
        if (tokens.Text[0] == (byte)'%')
        {
            return tokens.Text.IndexOf("-E-"u8) > 1;
        }

        if (!TryBlocks(tokens.Text, ref entry) || !tokens.Next() || !TryDate(tokens.Text, out int year, out int month, out int day)
            || !tokens.Next() || !ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
            || !ListClock.TryMake(year, month, day, ticks, precision, out ListTime time))
        {
            return false;
        }

        entry.SetTime(time);
        bool more = tokens.Next();
        if (more && tokens.Text[0] == (byte)'[')
        {
            if (!TryOwner(line, ref tokens, ref entry))
            {
                return false;
            }

            more = tokens.Next();
        }

        return !more || (IsProtection(tokens.Text) && Protect(ref tokens, ref entry));
    }

    /// <summary>Whether a line holds a name with its version and nothing else, so that the entry goes on in the next one.</summary>
    public static bool IsNameAlone(ReadOnlySpan<byte> line)
    {
        var tokens = new ListTokens(line);
        FtpListEntry entry = default;
        return line.Length > 0 && !ListTokens.IsSpace(line[0]) && TryName(ref tokens, ref entry) && !tokens.Next();
    }

    /// <summary>"Directory DISK:[FOLDER]", "Total of 14 files, 62 blocks."</summary>
    public static bool IsHeading(ReadOnlySpan<byte> line) =>
        line.StartsWith("Directory "u8) || (line.StartsWith("Total "u8) && line.IndexOf(" file"u8) > 0) || line.StartsWith("Grand total "u8);

    private static bool TryName(ref ListTokens tokens, ref FtpListEntry entry)
    {
        if (!tokens.Next())
        {
            return false;
        }

        ReadOnlySpan<byte> word = tokens.Text;
        int semicolon = word.LastIndexOf((byte)';');
        if (semicolon < 1 || !ListNumbers.TryRead(word[(semicolon + 1)..], 1, 5, out int version))
        {
            return false;
        }

        entry.Name = new ListText(tokens.Start, semicolon);
        entry.Version = version;
        ReadOnlySpan<byte> name = word[..semicolon];
        entry.Type = name.EndsWith(".DIR"u8) || name.EndsWith(".dir"u8) ? FtpEntryType.Directory : FtpEntryType.File;
        return true;
    }

    private static bool TryBlocks(ReadOnlySpan<byte> word, ref FtpListEntry entry)
    {
        int slash = word.IndexOf((byte)'/');
        if (!ListNumbers.TryRead(slash < 0 ? word : word[..slash], out ulong blocks) || (slash >= 0 && !ListNumbers.AreDigits(word[(slash + 1)..]))
            || blocks > ulong.MaxValue / BlockOctets)
        {
            return false;
        }

        entry.SetSize(blocks * BlockOctets);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<byte> word, out int year, out int month, out int day)
    {
        year = month = 0;
        int dash = word.IndexOf((byte)'-');
        return ListNumbers.TryRead(word[..Math.Max(dash, 0)], 1, 2, out day) && word.Length == dash + 9 && word[dash + 4] == (byte)'-'
            && ListDates.TryMonth(word.Slice(dash + 1, 3), out month) && ListNumbers.TryRead(word[(dash + 5)..], 4, 4, out year);
    }

    private static bool TryOwner(ReadOnlySpan<byte> line, ref ListTokens tokens, ref FtpListEntry entry)
    {
        // "[GROUP, MEMBER]" is written too, and a long one may lose its bracket.
        int start = tokens.Start + 1;
        if (tokens.Text[^1] == (byte)',')
        {
            _ = tokens.Next();
        }

        int end = line[tokens.End - 1] == (byte)']' ? tokens.End - 1 : tokens.End;
        ReadOnlySpan<byte> owner = line[start..end];
        int comma = owner.IndexOf((byte)',');
        ReadOnlySpan<byte> member = owner[(comma + 1)..].TrimStart((byte)' ');
        if (!IsIdentifier(member) || (comma >= 0 && !IsIdentifier(owner[..comma])))
        {
            return false;
        }

        entry.Owner = ListText.Between(end - member.Length, end);
        entry.Group = comma < 0 ? default : new ListText(start, comma);
        return true;
    }

    private static bool IsIdentifier(ReadOnlySpan<byte> word)
    {
        foreach (byte octet in word)
        {
            if (!ListNumbers.IsLetter(octet) && !ListNumbers.IsDigit(octet) && octet is not ((byte)'$' or (byte)'_'))
            {
                return false;
            }
        }

        return !word.IsEmpty;
    }

    private static bool IsProtection(ReadOnlySpan<byte> word) =>
        word.Length >= 5 && word[0] == (byte)'(' && word[^1] == (byte)')' && word[1..^1].Count((byte)',') == 3 && !word[1..^1].ContainsAnyExcept("RWED,"u8);

    private static bool Protect(ref ListTokens tokens, ref FtpListEntry entry)
    {
        entry.Permissions = ListText.Between(tokens.Start + 1, tokens.End - 1);
        return !tokens.Next();
    }
}
