namespace HiPerf.Ftp;

/// <summary>The table of formats: who reads a line of each, who knows its headings, and in what order they are tried on a line of unknown format.</summary>
/// <remarks>The order is from the most to the least telling first words; a line that two formats could read is the earlier one's.</remarks>
internal static class ListDialects
{
    /// <summary>What is tried, in this order.</summary>
    public static ReadOnlySpan<FtpListingFormat> Order =>
    [
        FtpListingFormat.Mlsx, FtpListingFormat.Eplf, FtpListingFormat.Mac, FtpListingFormat.Unix, FtpListingFormat.Dos, FtpListingFormat.NetWare, FtpListingFormat.Vms,
        FtpListingFormat.OS400, FtpListingFormat.OS2, FtpListingFormat.NonStop, FtpListingFormat.ConnectEnterprise, FtpListingFormat.ZOS,
    ];

    /// <summary>Reads an entry by one format.</summary>
    /// <param name="format">Any but Detect.</param>
    /// <param name="line">Not empty.</param>
    /// <param name="clock">For dates without year.</param>
    /// <param name="part">What a z/OS heading announced.</param>
    /// <param name="entry">The entry; nothing that counts when false.</param>
    public static bool TryRead(FtpListingFormat format, ReadOnlySpan<byte> line, in ListClock clock, ZOSPart part, out FtpListEntry entry)
    {
        entry = default;
        return format switch
        {
            FtpListingFormat.Mlsx => MlsxLines.TryRead(line, ref entry),
            FtpListingFormat.Unix => UnixLines.TryRead(line, clock, ref entry),
            FtpListingFormat.Dos => DosLines.TryRead(line, ref entry),
            FtpListingFormat.Vms => VmsLines.TryRead(line, ref entry),
            FtpListingFormat.ZOS => ZOSLines.TryRead(line, part, ref entry) || UnixLines.TryRead(line, clock, ref Anew(ref entry)),
            FtpListingFormat.OS400 => OS400Lines.TryRead(line, ref entry),
            FtpListingFormat.NetWare => NetWareLines.TryRead(line, clock, ref entry),
            FtpListingFormat.OS2 => OS2Lines.TryRead(line, ref entry),
            FtpListingFormat.Eplf => EplfLines.TryRead(line, ref entry),
            FtpListingFormat.NonStop => NonStopLines.TryRead(line, ref entry),
            FtpListingFormat.Mac => MacLines.TryRead(line, clock, ref entry),
            FtpListingFormat.ConnectEnterprise => ConnectEnterpriseLines.TryRead(line, clock, ref entry),
            FtpListingFormat.Names => IsName(line, ref entry),
            _ => false,
        };
    }

    /// <summary>Whether the line is a heading of the format; of any, when it is Detect.</summary>
    /// <param name="format">The listing's.</param>
    /// <param name="line">The line.</param>
    /// <param name="part">Set by a heading of z/OS.</param>
    public static bool IsHeading(FtpListingFormat format, ReadOnlySpan<byte> line, ref ZOSPart part)
    {
        bool any = format == FtpListingFormat.Detect;
        if ((any || format == FtpListingFormat.ZOS) && ZOSLines.IsHeading(line, out ZOSPart announced))
        {
            part = announced;
            return true;
        }

        return (any || format is FtpListingFormat.Unix or FtpListingFormat.Mac or FtpListingFormat.ZOS or FtpListingFormat.NetWare) && UnixLines.IsHeading(line)
            || (any || format == FtpListingFormat.Vms) && VmsLines.IsHeading(line)
            || (any || format == FtpListingFormat.NonStop) && NonStopLines.IsHeading(line);
    }

    private static ref FtpListEntry Anew(ref FtpListEntry entry)
    {
        entry = default;
        return ref entry;
    }

    private static bool IsName(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        entry.Name = new ListText(0, line.Length);
        return true;
    }
}
