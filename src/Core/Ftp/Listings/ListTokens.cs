namespace HiPerf.Ftp;

/// <summary>Walks the words of a line, parted by spaces and tabs, and by the line end inside an entry of two lines. A copy looks ahead.</summary>
internal ref struct ListTokens(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Offset of the present word.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the present word.</summary>
    public int End { get; private set; }

    public readonly int Length => End - Start;

    public readonly ReadOnlySpan<byte> Text => _line[Start..End];

    public readonly ListText Place => ListText.Between(Start, End);

    /// <summary>Goes to the next word; false where there is none.</summary>
    public bool Next()
    {
        int start = End;
        while (start < _line.Length && IsSpace(_line[start]))
        {
            start++;
        }

        int end = start;
        while (end < _line.Length && !IsSpace(_line[end]))
        {
            end++;
        }

        Start = start;
        End = end;
        return end > start;
    }

    /// <summary>What is behind the present word and one space: a name that may begin with more of them. False when there is none.</summary>
    public readonly bool TryRest(out ListText rest)
    {
        rest = default;
        if (End + 1 >= _line.Length)
        {
            return false;
        }

        rest = ListText.Between(End + 1, _line.Length);
        return true;
    }

    /// <summary>What is behind the present word and all white space behind it. False when there is none.</summary>
    public readonly bool TryRestTrimmed(out ListText rest)
    {
        ListTokens next = this;
        bool any = next.Next();
        rest = any ? ListText.Between(next.Start, _line.Length) : default;
        return any;
    }

    /// <summary>Takes more octets into the present word.</summary>
    public void Extend(int octets) => End += octets;

    public static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
