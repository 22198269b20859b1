namespace HiPerf.Ftp;

/// <summary>Reads the answer to LIST, MLSD or NLST line by line, wherever the octets are cut. One value a listing; <c>default</c> detects the format and has no clock.</summary>
/// <remarks>
/// <para>A line ends at LF, a CR before it left out, or with the listing. The format is found at the first line that one of the readers knows, and may be
/// corrected as long as fewer than sixteen lines were read by it; after that, and where the caller names the format, a line that does not fit is answered as
/// <see cref="FtpLineKind.Unrecognized"/>. An entry of VMS may take two lines. Nothing is decoded, and no name is judged: that is <see cref="PlainName"/>'s work.</para>
/// <para>An error is final: every later call answers it again, and nothing behind it is read.</para>
/// RFC 959 section 4.1.3, RFC 3659 section 7; docs/ftp-listings.md.
/// </remarks>
public struct FtpListingParser
{
    /// <summary>How many days ahead a time without a year may lie by default, 183: half a year, which is when <c>ls</c> begins to write the year.</summary>
    public const int DefaultMaxFutureDays = 183;

    private ListDetector _detector;
    private long _consumed;
    private int _lines;
    private int _examined;      // octets of the present element that hold no line end, its first one left out
    private int _second;        // where the second line of an entry would begin; 0 while the first one is read
    private int _errorPosition;
    private ParseError _error;
    private bool _ended;

    /// <summary>Makes a parser.</summary>
    /// <param name="format">The format, where it is known.</param>
    /// <param name="nowTicks">The time now in ticks, in the server's zone: it gives a year to times without one. 0: such times stay unknown.</param>
    /// <param name="maxFutureDays">How far ahead such a time may lie, 0 to 366 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public FtpListingParser(FtpListingFormat format, long nowTicks = 0, int maxFutureDays = DefaultMaxFutureDays)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)format, (byte)FtpListingFormat.Names, nameof(format));
        ArgumentOutOfRangeException.ThrowIfNegative(nowTicks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nowTicks, DateTime.MaxValue.Ticks);
        ArgumentOutOfRangeException.ThrowIfNegative(maxFutureDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxFutureDays, 366);
        _detector = new ListDetector(format, new ListClock(nowTicks, maxFutureDays));
    }

    /// <summary>The listing's format: as told, or as found by now.</summary>
    public readonly FtpListingFormat Format => _detector.Format;

    /// <summary>Octets consumed since the start of the listing: what is added to an offset to place it in the listing.</summary>
    public readonly long ConsumedTotal => _consumed;

    /// <summary>Lines answered, an entry of two lines counted once.</summary>
    public readonly int LineCount => _lines;

    /// <summary>Whether the whole listing was read.</summary>
    public readonly bool IsComplete => _ended;

    /// <summary>Reads the next line.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="isFinal">Whether the listing ends with this buffer.</param>
    /// <param name="entry">What the line says, with offsets into <paramref name="buffer"/>.</param>
    /// <param name="limits">MaxLine, MaxLines.</param>
    /// <returns>
    /// Done: Consumed octets are spent, the line's end included; after End every call answers End again and consumes nothing.
    /// NeedMoreData: the buffer ends inside a line, or before the next one tells whether it belongs to this one: call again with the same octets and more behind them.
    /// Never when <paramref name="isFinal"/>. InvalidData: ListLineTooLong, TooManyListLines; Position is the first octet that is too many.
    /// </returns>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, bool isFinal, out FtpListEntry entry, in FtpListingLimits limits)
    {
        entry = default;
        if (_error != ParseError.None)
        {
            return ParseResult.Invalid(_error, _errorPosition);
        }

        if (buffer.IsEmpty || _ended)
        {
            return End(isFinal, out entry);
        }

        if (_lines >= limits.MaxLines)
        {
            return Refuse(ParseError.TooManyListLines, 0);
        }

        if (_examined > buffer.Length)
        {
            // Fewer octets than were seen before: read what there is anew.
            _examined = _second = 0;
        }

        if (_second == 0)
        {
            LineSearch found = FindEnd(buffer, 0, isFinal, limits.MaxLine, out int end);
            if (found != LineSearch.Found)
            {
                return found == LineSearch.TooLong ? Refuse(ParseError.ListLineTooLong, limits.MaxLine) : ParseResult.NeedMoreData(buffer.Length);
            }

            int next = Math.Min(end + 1, buffer.Length);
            if (end == buffer.Length || !_detector.MayContinue(Line(buffer, end)))
            {
                return Answer(buffer, end, next, out entry);
            }

            _second = _examined = next;
        }

        return ParseSecond(buffer, isFinal, out entry, in limits);
    }

    // The first line is a VMS name alone: with a second line that begins with white space it may be one entry.
    private ParseResult ParseSecond(ReadOnlySpan<byte> buffer, bool isFinal, out FtpListEntry entry, in FtpListingLimits limits)
    {
        entry = default;
        int second = _second;
        if (second < buffer.Length && ListTokens.IsSpace(buffer[second]) && buffer[second] is not ((byte)'\r' or (byte)'\n'))
        {
            LineSearch found = FindEnd(buffer, second, isFinal, limits.MaxLine, out int end);
            if (found == LineSearch.Unended)
            {
                return ParseResult.NeedMoreData(buffer.Length);
            }

            if (found == LineSearch.TooLong)
            {
                return Refuse(ParseError.ListLineTooLong, second + limits.MaxLine);
            }

            ReadOnlySpan<byte> both = Line(buffer, end);
            if (_detector.TryReadTwoLines(both, out entry))
            {
                return Spend(both, Math.Min(end + 1, buffer.Length), ref entry);
            }
        }
        else if (second == buffer.Length && !isFinal)
        {
            return ParseResult.NeedMoreData(buffer.Length);
        }

        return Answer(buffer, second - 1, second, out entry);
    }

    private ParseResult Answer(ReadOnlySpan<byte> buffer, int end, int consumed, out FtpListEntry entry)
    {
        ReadOnlySpan<byte> line = Line(buffer, end);
        FtpLineKind kind = _detector.Classify(line, out entry);
        if (kind != FtpLineKind.Entry)
        {
            entry = new FtpListEntry { Kind = kind };
        }

        return Spend(line, consumed, ref entry);
    }

    private ParseResult Spend(ReadOnlySpan<byte> line, int consumed, ref FtpListEntry entry)
    {
        entry.LineLength = line.Length;
        entry.Format = _detector.Format;
        if (entry.NameLength > 0)
        {
            ReadOnlySpan<byte> name = entry.NameIn(line);
            entry.Kind = FtpLineKind.Entry;
            entry.IsSelfOrParent |= name.SequenceEqual("."u8) || name.SequenceEqual(".."u8);
        }

        _lines++;
        _consumed += consumed;
        _examined = _second = 0;
        return ParseResult.Done(consumed);
    }

    // The line end at or behind what was examined; the end of the buffer counts as one when the listing ends there.
    private LineSearch FindEnd(ReadOnlySpan<byte> buffer, int start, bool isFinal, int maxLine, out int end)
    {
        int window = (int)Math.Min(buffer.Length, (long)start + maxLine + 1);
        int from = Math.Clamp(_examined, start, window);
        int lf = buffer[from..window].IndexOf((byte)'\n');
        end = lf < 0 ? buffer.Length : from + lf;
        if (lf >= 0)
        {
            return LineSearch.Found;
        }

        if (buffer.Length - start > maxLine)
        {
            return LineSearch.TooLong;
        }

        _examined = buffer.Length;
        return isFinal ? LineSearch.Found : LineSearch.Unended;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> buffer, int end) => buffer[..(end > 0 && buffer[end - 1] == (byte)'\r' ? end - 1 : end)];

    private ParseResult End(bool isFinal, out FtpListEntry entry)
    {
        entry = default;
        if (!isFinal && !_ended)
        {
            return ParseResult.NeedMoreData(0);
        }

        _ended = true;
        entry = new FtpListEntry { Kind = FtpLineKind.End, Format = _detector.Format };
        return ParseResult.Done(0);
    }

    private ParseResult Refuse(ParseError error, int position)
    {
        _error = error;
        _errorPosition = position;
        return ParseResult.Invalid(error, position);
    }

    private enum LineSearch : byte
    {
        Found,
        Unended,
        TooLong,
    }
}
