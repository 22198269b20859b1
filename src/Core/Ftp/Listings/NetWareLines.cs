namespace HiPerf.Ftp;

/// <summary>Reads a line of NetWare.</summary>
/// <remarks>
/// <code>
/// line = ( "d" / "-" ) [ SP ] "[" 8right "]" SP [ links SP ] owner SP size SP month SP day SP ( time / year ) SP name    d [R----F--] supervisor 512 Jan 16 18:53 login
/// </code>
/// </remarks>
internal static class NetWareLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, in ListClock clock, ref FtpListEntry entry)
    {
        int open = line.IndexOf((byte)'[');
        if (open is not (1 or 2) || line.Length < open + 11 || line[0] is not ((byte)'d' or (byte)'-') || (open == 2 && line[1] != (byte)' ')
            || line[open + 9] != (byte)']' || !AreRights(line.Slice(open + 1, 8)))
        {
            return false;
        }

        entry.Type = line[0] == (byte)'d' ? FtpEntryType.Directory : FtpEntryType.File;
        entry.Permissions = new ListText(open + 1, 8);
        var tokens = new ListTokens(line);
        tokens.Extend(open + 10);
        if (!tokens.Next())
        {
            return false;
        }

        entry.Owner = tokens.Place;
        if (!tokens.Next())
        {
            return false;
        }

        ListTokens next = tokens;
        if (next.Next() && ListNumbers.TryRead(next.Text, out _) && ListNumbers.AreDigits(entry.Owner.In(line)))
        {
            entry.Owner = tokens.Place;
            tokens = next;
        }

        if (!ListNumbers.TryRead(tokens.Text, out ulong size) || !tokens.Next() || !ListDates.TryMonth(tokens.Text, out _)
            || !UnixDate.TryRead(ref tokens, line, clock, out ListTime time))
        {
            return false;
        }

        entry.SetSize(size);
        entry.SetTime(time);
        return UnixLines.TryName(line, tokens, ref entry);
    }

    private static bool AreRights(ReadOnlySpan<byte> rights)
    {
        foreach (byte right in rights)
        {
            if (!"-SRWCEMFA"u8.Contains(right))
            {
                return false;
            }
        }

        return true;
    }
}
