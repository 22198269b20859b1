namespace HiPerf.Ftp;

/// <summary>Reads a line of OS/400.</summary>
/// <remarks>
/// <code>
/// line = owner SP size SP date SP time SP "*" type SP name [ "/" ]    PEP 36864 04/03/24 14:06:34 *DIR dir1/
///      / owner SP "*MEM" SP name                                      QPGMR *MEM RPGUNITC1.FILE/RUCALLTST.MBR
/// </code>
/// The date follows the job's format: with dots day first; else year, month, day where that is a date, then month first, then day first.
/// A *FILE that is no save file holds members and is a folder.
/// </remarks>
internal static class OS400Lines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next())
        {
            return false;
        }

        entry.Owner = tokens.Place;
        if (!tokens.Next())
        {
            return false;
        }

        if (tokens.Text.SequenceEqual("*MEM"u8))
        {
            return TryName(line, tokens, ref entry);
        }

        if (!ListNumbers.TryRead(tokens.Text, out ulong size) || !tokens.Next() || tokens.Length != 8
            || !ListDates.TryNumbers(tokens.Text, out int first, out int second, out int third, out byte separator)
            || !tokens.Next() || !ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
            || !TryDate(first, second, third, separator, ticks, precision, out ListTime time)
            || !tokens.Next() || tokens.Length < 2 || tokens.Text[0] != (byte)'*' || tokens.Text.SequenceEqual("*MEM"u8))
        {
            return false;
        }

        entry.SetSize(size);
        entry.SetTime(time);
        return TryName(line, tokens, ref entry);
    }

    private static bool TryName(ReadOnlySpan<byte> line, in ListTokens tokens, ref FtpListEntry entry)
    {
        if (!tokens.TryRestTrimmed(out ListText name))
        {
            return false;
        }

        if (line[^1] == (byte)'/' && name.Length > 1)
        {
            name = name with { Length = name.Length - 1 };
        }

        entry.Name = name;
        entry.Type = Type(tokens.Text, name.In(line));
        return true;
    }

    private static FtpEntryType Type(ReadOnlySpan<byte> type, ReadOnlySpan<byte> name) =>
        type.SequenceEqual("*STMF"u8) || type.SequenceEqual("*MEM"u8) || type.SequenceEqual("*DSTMF"u8) || type.SequenceEqual("*DOC"u8) ? FtpEntryType.File
        : type.SequenceEqual("*DIR"u8) || type.SequenceEqual("*DDIR"u8) || type.SequenceEqual("*LIB"u8) || type.SequenceEqual("*FLR"u8) ? FtpEntryType.Directory
        : type.SequenceEqual("*FILE"u8) ? name.EndsWith(".SAVF"u8) ? FtpEntryType.File : FtpEntryType.Directory
        : type.SequenceEqual("*SYMLNK"u8) ? FtpEntryType.Link
        : FtpEntryType.Other;

    private static bool TryDate(int first, int second, int third, byte separator, long ticks, FtpTimePrecision precision, out ListTime time) =>
        separator == (byte)'.' ? TryMake(third, second, first, ticks, precision, out time)
        : TryMake(first, second, third, ticks, precision, out time) || TryMake(third, first, second, ticks, precision, out time) || TryMake(third, second, first, ticks, precision, out time);

    private static bool TryMake(int year, int month, int day, long ticks, FtpTimePrecision precision, out ListTime time) =>
        ListClock.TryMake(ListClock.Century(year), month, day, ticks, precision, out time);
}
