namespace HiPerf.Ftp;

/// <summary>Reads a line of NetPresenz or Peter's server.</summary>
/// <remarks>
/// <code>
/// file   = type 9permission SP resource-fork SP data-fork SP size SP date SP name     ; the sizes add up
/// folder = "d" 9permission SP "folder" SP size SP date SP name
/// </code>
/// The numbers stand where <c>ls</c> has links, owner and group; that they add up tells the two apart.
/// </remarks>
internal static class MacLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, in ListClock clock, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!UnixLines.TryPermissions(ref tokens, ref entry) || !tokens.Next())
        {
            return false;
        }

        ulong sum = 0;
        bool isFolder = entry.Type == FtpEntryType.Directory;
        if (isFolder)
        {
            if (!tokens.Text.SequenceEqual("folder"u8))
            {
                return false;
            }
        }
        else if (!ListNumbers.TryRead(tokens.Text, out ulong resource) || !tokens.Next() || !ListNumbers.TryRead(tokens.Text, out ulong data))
        {
            return false;
        }
        else
        {
            sum = unchecked(resource + data);
        }

        if (!tokens.Next() || !ListNumbers.TryRead(tokens.Text, out ulong size) || (!isFolder && size != sum)
            || !tokens.Next() || !UnixDate.TryRead(ref tokens, line, clock, out ListTime time))
        {
            return false;
        }

        entry.SetSize(size);
        entry.SetTime(time);
        return UnixLines.TryName(line, tokens, ref entry);
    }
}
