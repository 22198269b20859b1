namespace HiPerf.Ftp;

/// <summary>Reads a line of MLSD: <see cref="FactLineParser"/> reads it, here it becomes an entry. RFC 3659 section 7.2.</summary>
/// <remarks>Links are told as "OS.unix=slink:" with their target, or as "OS.unix=symlink".</remarks>
internal static class MlsxLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        if (!FactLineParser.TryReadListed(line, out FactLine facts))
        {
            return false;
        }

        entry.Name = At(facts.Name);
        entry.Unique = At(facts.Unique);
        entry.Owner = At(facts.Owner);
        entry.Group = At(facts.Group);
        entry.Permissions = At(facts.UnixModeText);
        entry.Target = At(facts.Target);
        entry.HasTarget = facts.Target.Start > 0;
        entry.IsSelfOrParent = facts.Type is FtpFactType.CurrentDirectory or FtpFactType.ParentDirectory;
        entry.Type = Type(facts.Type);
        if ((facts.Present & FtpFactNames.Size) != 0)
        {
            entry.SetSize(facts.UnsignedSize);
        }

        if ((facts.Present & FtpFactNames.Modify) != 0)
        {
            entry.SetTime(new ListTime(facts.Modify.UtcTicks, FtpTimePrecision.Second, IsUtc: true));
        }

        return true;
    }

    /// <summary>Whether the line is one word behind one space: MLSD without facts. With more words it may be anything.</summary>
    public static bool IsNameAlone(ReadOnlySpan<byte> line) => line[0] == (byte)' ' && !line[1..].ContainsAny((byte)' ', (byte)'\t');

    private static FtpEntryType Type(FtpFactType type) => type switch
    {
        FtpFactType.Unknown => FtpEntryType.Unknown,
        FtpFactType.File => FtpEntryType.File,
        FtpFactType.Directory or FtpFactType.CurrentDirectory or FtpFactType.ParentDirectory => FtpEntryType.Directory,
        FtpFactType.Link => FtpEntryType.Link,
        _ => FtpEntryType.Other,
    };

    private static ListText At(FtpText text) => new(text.Start, text.Length);
}
