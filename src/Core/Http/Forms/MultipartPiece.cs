namespace HiPerf.Http;

/// <summary>What <see cref="MultipartParser.Parse"/> found.</summary>
public enum MultipartPieceKind : byte
{
    /// <summary>Delimiters, preamble or epilogue: the octets consumed carry nothing.</summary>
    Framing = 0,

    /// <summary>The head of a part; its field lines stand in the caller's table.</summary>
    PartHead,

    /// <summary>Content of the part: a range of the caller's buffer.</summary>
    Data,

    /// <summary>The part's content has ended.</summary>
    PartEnd,

    /// <summary>The body has ended, its close-delimiter read.</summary>
    End,
}

/// <summary>One piece of a multipart body: plain data, offsets relative to the span that was parsed.</summary>
/// <remarks>RFC 2046 section 5.1.1.</remarks>
public readonly record struct MultipartPiece
{
    private MultipartPiece(MultipartPieceKind kind, int fieldCount, int dataLength)
    {
        Kind = kind;
        FieldCount = fieldCount;
        DataLength = dataLength;
    }

    /// <summary>Which of the others mean something.</summary>
    public MultipartPieceKind Kind { get; }

    /// <summary>Field lines in the caller's table when <see cref="Kind"/> is PartHead; a part may have none.</summary>
    public int FieldCount { get; }

    /// <summary>Octets of content at the start of the caller's buffer, at least 1 when <see cref="Kind"/> is Data, else 0.</summary>
    public int DataLength { get; }

    /// <summary>The content's octets.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public ReadOnlySpan<byte> DataIn(ReadOnlySpan<byte> buffer) => buffer[..DataLength];

    internal static MultipartPiece Data(int length) => new(MultipartPieceKind.Data, 0, length);

    internal static MultipartPiece PartHead(int fieldCount) => new(MultipartPieceKind.PartHead, fieldCount, 0);

    internal static MultipartPiece PartEnd { get; } = new(MultipartPieceKind.PartEnd, 0, 0);

    internal static MultipartPiece End { get; } = new(MultipartPieceKind.End, 0, 0);
}
