using HiPerf.Ascii;

namespace HiPerf.Http1;

/// <summary>Reads a start-line octet by octet against its limit, and keeps the answer when it cannot go on.</summary>
internal ref struct StartLineCursor
{
    private readonly int _limit;

    /// <summary>Starts at an offset; the line may have <paramref name="maxLine"/> octets from there.</summary>
    public StartLineCursor(ReadOnlySpan<byte> buffer, int start, int maxLine)
    {
        Buffer = buffer;
        Position = start;
        _limit = start + maxLine;
        Answer = ParseResult.NeedMoreData(0);
    }

    /// <summary>The head.</summary>
    public readonly ReadOnlySpan<byte> Buffer { get; }

    /// <summary>The octet to be read next.</summary>
    public int Position { get; private set; }

    /// <summary>Why reading stopped: NeedMoreData(0) unless something was refused.</summary>
    public ParseResult Answer { get; private set; }

    /// <summary>Whether the buffer ends here.</summary>
    public readonly bool AtEnd => Position >= Buffer.Length;

    /// <summary>Keeps a refusal; one beyond the line's limit is that the line is too long.</summary>
    public bool Refuse(ParseError error, int position)
    {
        Answer = position > _limit || (position == _limit && !EndsAt(position))
            ? ParseResult.Invalid(ParseError.StartLineTooLong, _limit)
            : ParseResult.Invalid(error, position);
        return false;
    }

    /// <summary>Passes over tchars; answers where they end.</summary>
    public int SkipTokens()
    {
        while (Position < Buffer.Length && ByteClasses.IsToken(Buffer[Position]))
        {
            Position++;
        }

        return Position;
    }

    /// <summary>Passes over the octets of a request-target; answers where they end.</summary>
    public int SkipTarget()
    {
        while (Position < Buffer.Length && ByteClasses.IsTarget(Buffer[Position]))
        {
            Position++;
        }

        return Position;
    }

    /// <summary>Passes over the octets of a reason phrase; answers where they end.</summary>
    public int SkipText()
    {
        while (Position < Buffer.Length && !ByteClasses.IsControl(Buffer[Position]))
        {
            Position++;
        }

        return Position;
    }

    /// <summary>Reads one octet that must be <paramref name="expected"/>.</summary>
    public bool Take(byte expected, ParseError otherwise)
    {
        if (!Within())
        {
            return false;
        }

        if (Buffer[Position] != expected)
        {
            return Refuse(otherwise, Position);
        }

        Position++;
        return true;
    }

    /// <summary>Reads one octet that must be a digit.</summary>
    public bool TakeDigit(ParseError otherwise, out int digit)
    {
        digit = 0;
        if (!Within())
        {
            return false;
        }

        digit = Buffer[Position] - '0';
        if ((uint)digit > 9)
        {
            return Refuse(otherwise, Position);
        }

        Position++;
        return true;
    }

    /// <summary>Reads the line's end.</summary>
    public bool LineEnd(ParseError otherwise, ref FieldSectionState state, Http1Leniency leniency)
    {
        if (!Within())
        {
            return false;
        }

        if (!EndsAt(Position))
        {
            return Refuse(otherwise, Position);
        }

        if (!LineEnds.Read(Buffer, Position, leniency, out int next, out bool bareLf, out ParseError error))
        {
            Answer = error == ParseError.None ? Answer : ParseResult.Invalid(error, next);
            return false;
        }

        if (bareLf)
        {
            state.Deviate(Deviations.BareLf, Position);
        }

        Position = next;
        return true;
    }

    // The octet at the limit may only be the line's end.
    private bool Within()
    {
        if (Position > _limit || (Position == _limit && !AtEnd && !EndsAt(Position)))
        {
            Answer = ParseResult.Invalid(ParseError.StartLineTooLong, _limit);
            return false;
        }

        return !AtEnd;
    }

    private readonly bool EndsAt(int position) => position < Buffer.Length && Buffer[position] is (byte)'\r' or (byte)'\n';
}
