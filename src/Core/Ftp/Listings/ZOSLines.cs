namespace HiPerf.Ftp;

/// <summary>Reads a line of z/OS. The heading says which of the forms follows; all but members without statistics are known without it.</summary>
/// <remarks>
/// <code>
/// data-set = volume SP unit SP ( referred / "**NONE**" ) SP extents SP used SP recfm SP lrecl SP blksz SP dsorg SP name
///          / ( "Migrated" / "MIGRAT" / "ARCIVE" / "Pseudo" ) *( SP word ) SP name / *( word SP ) ( "VSAM" / "GDG" ) SP name
/// member   = name SP vv "." mm SP created SP changed SP time [ ":" 2DIGIT ] SP size SP init SP mod SP user / name
/// module   = name SP hex-size SP ttr *( SP word )
/// job      = name SP ( "JOB" / "STC" / "TSU" / "J" / "S" / "T" ) digits SP ( [ owner SP ] ( "INPUT" / "ACTIVE" / "OUTPUT" / "HELD" ) / owner ) *( SP word )
/// </code>
/// Sizes of data sets are tracks and those of members records, so none is told but a module's. The date of a data set is of its last use and not told either.
/// A job's name is what RETR takes, its number.
/// </remarks>
internal static class ZOSLines
{
    public static bool TryRead(ReadOnlySpan<byte> line, ZOSPart part, ref FtpListEntry entry) =>
        part == ZOSPart.Modules ? TryModule(line, ref entry)
        : TryDataSet(line, ref entry) || Retry(ref entry) && TryMember(line, ref entry) || Retry(ref entry) && TryJob(line, ref entry)
            || part == ZOSPart.Members && Retry(ref entry) && TryNameAlone(line, ref entry);

    /// <summary>Tells which form follows a heading.</summary>
    public static bool IsHeading(ReadOnlySpan<byte> line, out ZOSPart part)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        part = text.StartsWith("Volume Unit "u8) || text.StartsWith("Volume  Unit "u8) ? ZOSPart.DataSets
            : text.StartsWith("Name "u8) && text.IndexOf(" VV.MM "u8) > 0 ? ZOSPart.Members
            : text.StartsWith("Name "u8) && text.IndexOf(" TTR "u8) > 0 ? ZOSPart.Modules
            : text.StartsWith("JOBNAME "u8) ? ZOSPart.Jobs
            : ZOSPart.Unknown;
        return part != ZOSPart.Unknown;
    }

    private static bool Retry(ref FtpListEntry entry)
    {
        entry = default;
        return true;
    }

    private static bool TryDataSet(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next())
        {
            return false;
        }

        ReadOnlySpan<byte> volume = tokens.Text;
        if (volume.SequenceEqual("Migrated"u8) || volume.SequenceEqual("MIGRAT"u8) || volume.SequenceEqual("ARCIVE"u8) || volume.SequenceEqual("Pseudo"u8))
        {
            return TryLast(tokens, volume[0] == (byte)'P' ? FtpEntryType.Directory : FtpEntryType.Unknown, ref entry);
        }

        // The extents grow into the column of what is used: 115807.
        ListTokens start = tokens;
        if (volume.Length <= 6 && tokens.Next() && ListNumbers.IsDigit(tokens.Text[0]) && tokens.Next() && IsReferred(tokens.Text)
            && tokens.Next() && ListNumbers.AreDigits(tokens.Text) && tokens.Next() && (!ListNumbers.AreDigits(tokens.Text) || tokens.Next()))
        {
            return tokens.Text.Length <= 4 && ListNumbers.IsLetter(tokens.Text[0])
                && tokens.Next() && ListNumbers.AreDigits(tokens.Text) && tokens.Next() && ListNumbers.AreDigits(tokens.Text)
                && tokens.Next() && TryOrganization(tokens.Text, out FtpEntryType type)
                && TryLast(tokens, type, ref entry) && IsOneWord(entry.Name, tokens);
        }

        tokens = start;
        do
        {
            if (tokens.Text.SequenceEqual("VSAM"u8) || tokens.Text.SequenceEqual("GDG"u8))
            {
                return TryLast(tokens, tokens.Length == 3 ? FtpEntryType.Directory : FtpEntryType.File, ref entry) && IsOneWord(entry.Name, tokens);
            }
        }
        while (tokens.Next());

        return false;
    }

    private static bool IsOneWord(ListText name, ListTokens tokens) => tokens.Next() && tokens.Start == name.Start;

    // The last word behind the present one.
    private static bool TryLast(ListTokens tokens, FtpEntryType type, ref FtpListEntry entry)
    {
        bool any = false;
        while (tokens.Next())
        {
            any = true;
            entry.Name = tokens.Place;
        }

        entry.Type = type;
        return any;
    }

    private static bool IsReferred(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("**NONE**"u8) || (word.Length == 10 && ListDates.TryNumbers(word, out int year, out _, out _, out byte separator) && year > 999 && separator == (byte)'/');

    private static bool TryOrganization(ReadOnlySpan<byte> word, out FtpEntryType type)
    {
        bool isLibrary = word.StartsWith("PO"u8);
        type = isLibrary ? FtpEntryType.Directory : FtpEntryType.File;
        return isLibrary || word.StartsWith("PS"u8) || word.StartsWith("DA"u8) || word.StartsWith("VS"u8) || word.StartsWith("IS"u8) || word.SequenceEqual("?"u8);
    }

    private static bool TryMember(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !IsMemberName(tokens.Text))
        {
            return false;
        }

        entry.Name = tokens.Place;
        entry.Type = FtpEntryType.File;
        if (!tokens.Next() || tokens.Length != 5 || tokens.Text[2] != (byte)'.' || !ListNumbers.AreDigits(tokens.Text[..2]) || !ListNumbers.AreDigits(tokens.Text[3..])
            || !tokens.Next() || !IsReferred(tokens.Text)
            || !tokens.Next() || !IsReferred(tokens.Text) || !ListDates.TryNumbers(tokens.Text, out int year, out int month, out int day, out _)
            || !tokens.Next() || !ListDates.TryClock(tokens.Text, out long ticks, out FtpTimePrecision precision)
            || !ListClock.TryMake(year, month, day, ticks, precision, out ListTime time))
        {
            return false;
        }

        entry.SetTime(time);
        for (int i = 0; i < 3; i++)
        {
            if (!tokens.Next() || !ListNumbers.AreDigits(tokens.Text))
            {
                return false;
            }
        }

        if (tokens.Next())
        {
            entry.Owner = tokens.Place;
        }

        return !tokens.Next();
    }

    private static bool TryNameAlone(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !IsMemberName(tokens.Text))
        {
            return false;
        }

        entry.Name = tokens.Place;
        entry.Type = FtpEntryType.File;
        return !tokens.Next();
    }

    private static bool TryModule(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !IsMemberName(tokens.Text))
        {
            return false;
        }

        entry.Name = tokens.Place;
        entry.Type = FtpEntryType.File;
        if (!tokens.Next() || tokens.Length > 8 || !System.Buffers.Text.Utf8Parser.TryParse(tokens.Text, out uint size, out int consumed, 'X') || consumed != tokens.Length)
        {
            return false;
        }

        entry.SetSize(size);
        return tokens.Next() && tokens.Length == 6;
    }

    private static bool TryJob(ReadOnlySpan<byte> line, ref FtpListEntry entry)
    {
        var tokens = new ListTokens(line);
        if (!tokens.Next() || !IsMemberName(tokens.Text) || !tokens.Next() || !IsJobNumber(tokens.Text))
        {
            return false;
        }

        entry.Name = tokens.Place;
        entry.Type = FtpEntryType.File;
        if (!tokens.Next())
        {
            return false;
        }

        if (IsJobStatus(tokens.Text))
        {
            return true;
        }

        entry.Owner = tokens.Place;
        return tokens.Next() && IsJobStatus(tokens.Text);
    }

    private static bool IsJobStatus(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("OUTPUT"u8) || word.SequenceEqual("INPUT"u8) || word.SequenceEqual("ACTIVE"u8) || word.SequenceEqual("HELD"u8);

    private static bool IsJobNumber(ReadOnlySpan<byte> word)
    {
        int letters = word.StartsWith("JOB"u8) || word.StartsWith("STC"u8) || word.StartsWith("TSU"u8) ? 3 : word[0] is (byte)'J' or (byte)'S' or (byte)'T' ? 1 : 0;
        return letters > 0 && word.Length <= 8 && ListNumbers.AreDigits(word[letters..]);
    }

    private static bool IsMemberName(ReadOnlySpan<byte> word)
    {
        foreach (byte octet in word)
        {
            if (!ListNumbers.IsLetter(octet) && !ListNumbers.IsDigit(octet) && octet is not ((byte)'$' or (byte)'#' or (byte)'@' or (byte)'{'))
            {
                return false;
            }
        }

        return word.Length <= 8 && !ListNumbers.IsDigit(word[0]);
    }
}
