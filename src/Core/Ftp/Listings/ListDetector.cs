namespace HiPerf.Ftp;

/// <summary>Finds and keeps the format of a listing, and says what each line of it is.</summary>
/// <remarks>The format is that of the first line which a reader knows; a later line may correct it while fewer than sixteen lines were read by it.</remarks>
internal struct ListDetector
{
    // A line that another format explains better changes the format while fewer lines than these were read by it.
    private const int CorrectedLines = 16;

    private readonly ListClock _clock;
    private readonly bool _isForced;
    private int _accepted;      // lines read by the present format
    private FtpListingFormat _format;
    private ZOSPart _part;

    public ListDetector(FtpListingFormat format, ListClock clock)
    {
        _clock = clock;
        _format = format;
        _isForced = format != FtpListingFormat.Detect;

        // Whoever says z/OS takes a word alone for a member without statistics, heading or not.
        _part = format == FtpListingFormat.ZOS ? ZOSPart.Members : ZOSPart.Unknown;
    }

    /// <summary>As told, or as found by now.</summary>
    public readonly FtpListingFormat Format => _format;

    /// <summary>Whether the line is the name of a VMS file alone, which the next line may go on from.</summary>
    public readonly bool MayContinue(ReadOnlySpan<byte> line) =>
        (_format is FtpListingFormat.Detect or FtpListingFormat.Vms || (!_isForced && _accepted < CorrectedLines)) && VmsLines.IsNameAlone(line);

    /// <summary>Reads an entry of VMS that takes two lines.</summary>
    public bool TryReadTwoLines(ReadOnlySpan<byte> lines, out FtpListEntry entry)
    {
        if (!ListDialects.TryRead(FtpListingFormat.Vms, lines, _clock, _part, out entry))
        {
            return false;
        }

        Accept(FtpListingFormat.Vms);
        return true;
    }

    /// <summary>What a line is, and the entry it tells.</summary>
    public FtpLineKind Classify(ReadOnlySpan<byte> line, out FtpListEntry entry)
    {
        entry = default;
        if (line.IsEmpty || (_format is not (FtpListingFormat.Mlsx or FtpListingFormat.Names) && !line.ContainsAnyExcept((byte)' ', (byte)'\t')))
        {
            return FtpLineKind.Heading;
        }

        // A heading of z/OS could be read as a member of a library.
        if (_format == FtpListingFormat.ZOS && ListDialects.IsHeading(_format, line, ref _part))
        {
            return FtpLineKind.Heading;
        }

        if (ListDialects.TryRead(_format, line, _clock, _part, out entry))
        {
            Accept(_format);
            return FtpLineKind.Entry;
        }

        if (ListDialects.IsHeading(_format, line, ref _part))
        {
            _format = _part != ZOSPart.Unknown ? FtpListingFormat.ZOS : _format;
            return FtpLineKind.Heading;
        }

        return !_isForced && (_format == FtpListingFormat.Detect || _accepted < CorrectedLines) && TryDetect(line, out entry) ? FtpLineKind.Entry : FtpLineKind.Unrecognized;
    }

    private bool TryDetect(ReadOnlySpan<byte> line, out FtpListEntry entry)
    {
        // A name behind one space begins a listing of such names; it is no correction.
        bool mayBeMlsx = line[0] != (byte)' ' || (_format == FtpListingFormat.Detect && MlsxLines.IsNameAlone(line));
        foreach (FtpListingFormat format in ListDialects.Order)
        {
            if (format != _format && (format != FtpListingFormat.Mlsx || mayBeMlsx) && ListDialects.TryRead(format, line, _clock, _part, out entry))
            {
                Accept(format);
                return true;
            }
        }

        entry = default;
        return false;
    }

    private void Accept(FtpListingFormat format)
    {
        _accepted = format == _format ? Math.Min(_accepted + 1, CorrectedLines) : 1;
        _format = format;
    }
}
