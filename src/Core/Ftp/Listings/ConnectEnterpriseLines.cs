namespace HiPerf.Ftp;

/// <summary>Reads a line of Connect:Enterprise for UNIX.</summary>
/// <remarks>
/// <code>
/// line  = flags protocol SP format SP owner SP batch SP size SP month SP day SP ( time / year ) SP name    -C--E-----FTP B QUA1I1 18128 41 Aug 12 13:56 QUADTEST
/// flags = 10( "-" / %x41-5A )
/// </code>
/// </remarks>
internal static class ConnectEnterpriseLines
{
    private const int Flags = 10;

    public static bool TryRead(ReadOnlySpan<byte> line, in ListClock clock, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || tokens.Length <= Flags || !AreFlags(tokens.Text))
        {
            return false;
        }

        entry.Type = FtpEntryType.File;
        entry.Permissions = new ListText(tokens.Start, Flags);
        if (!tokens.Next() || tokens.Length != 1 || !tokens.Next())
        {
            return false;
        }

        entry.Owner = tokens.Place;
        if (!tokens.Next() || !ListNumbers.AreDigits(tokens.Text))
        {
            return false;
        }

        entry.Group = tokens.Place;
        if (!tokens.Next() || !ListNumbers.TryRead(tokens.Text, out ulong size) || !tokens.Next() || !UnixDate.TryRead(ref tokens, line, clock, out ListTime time))
        {
            return false;
        }

        entry.SetSize(size);
        entry.SetTime(time);
        return UnixLines.TryName(line, tokens, ref entry);
    }

    private static bool AreFlags(ReadOnlySpan<byte> word)
    {
        foreach (byte octet in word)
        {
            if (octet != (byte)'-' && octet is < (byte)'A' or > (byte)'Z')
            {
                return false;
            }
        }

        return word[^1] != (byte)'-';
    }
}
