namespace HiPerf.Ftp;

/// <summary>Reads a line of MLSD.</summary>
/// <remarks>
/// <code>
/// entry = [ facts ] SP pathname         ; RFC 3659 section 7.2
/// facts = 1*( factname "=" value ";" )
/// time  = 14DIGIT [ "." 1*DIGIT ]       ; RFC 3659 section 2.3
/// </code>
/// Names of facts and types in any case. A time or size that is none makes the line none; an empty value is as good as a missing fact. The draft's "sizd" is
/// the size of a folder. Links are told as "OS.unix=slink:" with their target, or as "OS.unix=symlink".
/// </remarks>
internal static class MlsxLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        int space = line.IndexOf((byte)' ');
        if (space < 0 || space + 1 == line.Length)
        {
            return false;
        }

        int at = 0;
        var ranks = default(Ranks);
        while (at < space)
        {
            ReadOnlySpan<byte> rest = line[at..space];
            int end = rest.IndexOf((byte)';');
            int equals = rest.IndexOf((byte)'=');
            if (end < 0 || equals < 1 || equals > end || (end > equals + 1 && !TryFact(rest[..equals], rest[(equals + 1)..end], at + equals + 1, ref ranks, ref entry)))
            {
                return false;
            }

            at += end + 1;
        }

        entry.Name = ListText.Between(space + 1, line.Length);
        return true;
    }

    /// <summary>Whether the line is one word behind one space: MLSD without facts. With more words it may be anything.</summary>
    public static bool IsNameAlone(ReadOnlySpan<byte> line) => line[0] == (byte)' ' && !line[1..].ContainsAny((byte)' ', (byte)'\t');

    private static bool TryFact(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, int start, ref Ranks ranks, ref FtpListEntry entry)
    {
        if (Is(name, "type"u8))
        {
            SetType(value, start, ref entry);
        }
        else if (Is(name, "size"u8) || Is(name, "sizd"u8))
        {
            bool isSize = ListNumbers.TryRead(value, out ulong size);
            entry.SetSize(size);
            return isSize;
        }
        else if (Is(name, "modify"u8))
        {
            return TryTime(value, ref entry);
        }
        else if (Is(name, "unique"u8))
        {
            entry.Unique = new ListText(start, value.Length);
        }
        else if (name.Length > 5 && Is(name[..5], "unix."u8))
        {
            SetUnix(name[5..], new ListText(start, value.Length), ref ranks, ref entry);
        }

        return true;
    }

    // A name tells more than a number.
    private static void SetUnix(ReadOnlySpan<byte> name, ListText value, ref Ranks ranks, ref FtpListEntry entry)
    {
        byte rank = Is(name, "ownername"u8) || Is(name, "groupname"u8) ? (byte)3 : Is(name, "owner"u8) || Is(name, "group"u8) ? (byte)2 : (byte)1;
        if (Is(name, "mode"u8))
        {
            entry.Permissions = value;
        }
        else if ((Is(name, "uid"u8) || Is(name, "owner"u8) || Is(name, "ownername"u8)) && rank > ranks.Owner)
        {
            ranks.Owner = rank;
            entry.Owner = value;
        }
        else if ((Is(name, "gid"u8) || Is(name, "group"u8) || Is(name, "groupname"u8)) && rank > ranks.Group)
        {
            ranks.Group = rank;
            entry.Group = value;
        }
    }

    private static void SetType(ReadOnlySpan<byte> value, int start, ref FtpListEntry entry)
    {
        ReadOnlySpan<byte> slink = "os.unix=slink"u8;
        bool isSelfOrParent = Is(value, "cdir"u8) || Is(value, "pdir"u8);
        entry.IsSelfOrParent = isSelfOrParent;
        if (value.Length >= slink.Length && Is(value[..slink.Length], slink))
        {
            entry.Type = FtpEntryType.Link;
            if (value.Length > slink.Length && value[slink.Length] == (byte)':')
            {
                entry.HasTarget = true;
                entry.Target = ListText.Between(start + slink.Length + 1, start + value.Length);
            }

            return;
        }

        entry.Type = isSelfOrParent || Is(value, "dir"u8) ? FtpEntryType.Directory
            : Is(value, "file"u8) ? FtpEntryType.File
            : Is(value, "os.unix=symlink"u8) ? FtpEntryType.Link
            : FtpEntryType.Other;
    }

    private static bool TryTime(ReadOnlySpan<byte> value, ref FtpListEntry entry)
    {
        if (value.Length < 14 || (value.Length > 14 && (value[14] != (byte)'.' || !ListNumbers.AreDigits(value[15..])))
            || !ListNumbers.TryRead(value[..4], 4, 4, out int year) || !ListNumbers.TryRead(value.Slice(4, 2), 2, 2, out int month) || !ListNumbers.TryRead(value.Slice(6, 2), 2, 2, out int day)
            || !ListNumbers.TryRead(value.Slice(8, 2), 2, 2, out int hour) || !ListNumbers.TryRead(value.Slice(10, 2), 2, 2, out int minute) || !ListNumbers.TryRead(value.Slice(12, 2), 2, 2, out int second)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }

        // A tick count has no leap seconds.
        long ticks = (((((hour * 60L) + minute) * 60) + Math.Min(second, 59)) * TimeSpan.TicksPerSecond) + Fraction(value[Math.Min(15, value.Length)..]);
        if (!ListClock.TryMake(year, month, day, ticks, FtpTimePrecision.Second, out ListTime time))
        {
            return false;
        }

        entry.SetTime(time with { IsUtc = true });
        return true;
    }

    // Seven digits are a tick; what follows is dropped.
    private static long Fraction(ReadOnlySpan<byte> digits)
    {
        long ticks = 0;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return ticks;
    }

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(word, lower);

    private struct Ranks
    {
        public byte Owner;
        public byte Group;
    }
}
