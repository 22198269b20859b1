namespace HiPerf.Http;

/// <summary>What <see cref="UrlencodedParser.Parse"/> found.</summary>
public enum UrlencodedPieceKind : byte
{
    /// <summary>Ampersands alone.</summary>
    Framing = 0,

    /// <summary>A name with its value.</summary>
    Pair,

    /// <summary>The form has ended.</summary>
    End,
}

/// <summary>One pair of a urlencoded form: plain data, offsets relative to the span that was parsed, escapes still in place.</summary>
/// <remarks>WHATWG URL section 5.1. What the octets stand for: <see cref="FormEncoding.Decode"/>.</remarks>
public readonly record struct UrlencodedPiece
{
    private UrlencodedPiece(UrlencodedPieceKind kind, int nameStart, int nameLength, int valueStart, int valueLength)
    {
        Kind = kind;
        NameStart = nameStart;
        NameLength = nameLength;
        ValueStart = valueStart;
        ValueLength = valueLength;
    }

    /// <summary>Which of the others mean something.</summary>
    public UrlencodedPieceKind Kind { get; }

    /// <summary>Offset of the name.</summary>
    public int NameStart { get; }

    /// <summary>Octets of the name; it may be empty.</summary>
    public int NameLength { get; }

    /// <summary>Offset of the value.</summary>
    public int ValueStart { get; }

    /// <summary>Octets of the value; 0 also where no equals sign stands.</summary>
    public int ValueLength { get; }

    /// <summary>The name's octets as they came.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> buffer) => buffer.Slice(NameStart, NameLength);

    /// <summary>The value's octets as they came.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> buffer) => buffer.Slice(ValueStart, ValueLength);

    internal static UrlencodedPiece End { get; } = new(UrlencodedPieceKind.End, 0, 0, 0, 0);

    // A pair without an equals sign has its value, which is empty, at its end.
    internal static UrlencodedPiece Pair(int start, int equals, int end) => equals < 0
        ? new(UrlencodedPieceKind.Pair, start, end - start, end, 0)
        : new(UrlencodedPieceKind.Pair, start, equals - start, equals + 1, end - equals - 1);
}
