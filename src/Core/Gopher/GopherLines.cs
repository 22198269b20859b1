namespace HiPerf.Gopher;

/// <summary>Parts what ends in a line of a dot alone into lines, wherever the octets are cut, and holds it to its limits.</summary>
/// <remarks>RFC 1436 appendix. A line ends at LF, a CR before it left out, or with the connection.</remarks>
internal struct GopherLines
{
    private int _consumed;      // no more than MaxMenu
    private int _examined;      // octets of the present line that hold no LF
    private int _errorPosition;
    private ParseError _error;
    private bool _ended;

    public readonly long Consumed => _consumed;

    public readonly bool IsComplete => _ended;

    /// <summary>Lines that were found, the dot's left out.</summary>
    public int Count { readonly get; private set; }

    /// <summary>Whether the end was a line of a dot alone.</summary>
    public bool IsTerminated { readonly get; private set; }

    /// <summary>Finds the next line.</summary>
    /// <returns>Done: a line of <paramref name="length"/> octets, or the end where that is −1. The deviation GopherBareLf stands at the line's end.</returns>
    public ParseResult Next(ReadOnlySpan<byte> buffer, bool isFinal, in GopherLimits limits, out int length)
    {
        length = -1;
        if (_error != ParseError.None)
        {
            return ParseResult.Invalid(_error, _errorPosition);
        }

        if (_ended || buffer.IsEmpty)
        {
            return End(isFinal);
        }

        int room = limits.MaxMenu - _consumed;
        if (Count >= limits.MaxItems)
        {
            return Last(buffer, isFinal, room);
        }

        if (_examined > buffer.Length)
        {
            // Fewer octets than were seen before: read what there is anew.
            _examined = 0;
        }

        int window = Math.Min(buffer.Length, Math.Min(room, limits.MaxLine + 1));
        int from = Math.Min(_examined, window);
        int found = buffer[from..window].IndexOf((byte)'\n');
        if (found < 0 && buffer.Length > Math.Min(room, limits.MaxLine))
        {
            return Refuse(ParseError.GopherLineTooLong, limits.MaxLine, room);
        }

        if (found < 0 && !isFinal)
        {
            _examined = buffer.Length;
            return ParseResult.NeedMoreData(buffer.Length);
        }

        int end = found < 0 ? buffer.Length : from + found;
        return Spend(buffer, end, found >= 0, out length);
    }

    private ParseResult Spend(ReadOnlySpan<byte> buffer, int end, bool hasLf, out int length)
    {
        bool hasCr = end > 0 && buffer[end - 1] == (byte)'\r';
        length = hasCr ? end - 1 : end;
        bool isDot = length == 1 && buffer[0] == (byte)'.';
        int consumed = hasLf ? end + 1 : end;
        _consumed += consumed;
        _examined = 0;
        if (isDot)
        {
            length = -1;
            _ended = IsTerminated = true;
        }
        else
        {
            Count++;
        }

        return hasCr && hasLf ? ParseResult.Done(consumed) : ParseResult.Done(consumed, Deviations.GopherBareLf, isDot ? 1 : length);
    }

    // As many lines as may be were found: nothing but the end may follow.
    private ParseResult Last(ReadOnlySpan<byte> buffer, bool isFinal, int room)
    {
        int at = 0;
        foreach (byte octet in ".\r\n"u8)
        {
            if (at == buffer.Length)
            {
                break;
            }

            // LF may stand in the place of CR.
            if (at == 1 && buffer[1] == (byte)'\n')
            {
                at = 2;
                break;
            }

            if (buffer[at] != octet)
            {
                return Refuse(ParseError.TooManyGopherItems, at, room);
            }

            at++;
        }

        if (at > room)
        {
            return Refuse(ParseError.GopherMenuTooLarge, room, room);
        }

        bool hasLf = buffer[at - 1] == (byte)'\n';
        return hasLf || isFinal ? Spend(buffer, hasLf ? at - 1 : at, hasLf, out _) : ParseResult.NeedMoreData(at);
    }

    private ParseResult End(bool isFinal)
    {
        if (!isFinal && !_ended)
        {
            return ParseResult.NeedMoreData(0);
        }

        _ended = true;
        return IsTerminated ? ParseResult.Done(0) : ParseResult.Done(0, Deviations.MissingGopherTerminator, 0);
    }

    // Where the room ends first, that is what is told.
    private ParseResult Refuse(ParseError error, int position, int room)
    {
        _error = position >= room ? ParseError.GopherMenuTooLarge : error;
        _errorPosition = Math.Min(position, room);
        return ParseResult.Invalid(_error, _errorPosition);
    }
}
