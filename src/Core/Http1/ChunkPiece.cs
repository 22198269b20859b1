namespace HiPerf.Http1;

/// <summary>What <see cref="ChunkedBodyParser.Parse"/> found.</summary>
public enum ChunkPieceKind : byte
{
    /// <summary>Framing alone: the octets consumed carry no content.</summary>
    Framing = 0,

    /// <summary>Content: a range of the caller's buffer.</summary>
    Data,

    /// <summary>The last chunk and the trailer section have ended, and with them the message.</summary>
    End,
}

/// <summary>One piece of a chunked body: plain data, offsets relative to the span that was parsed.</summary>
/// <remarks>RFC 9112 section 7.1.</remarks>
public readonly record struct ChunkPiece
{
    private ChunkPiece(ChunkPieceKind kind, int dataStart, int dataLength, int trailerCount)
    {
        Kind = kind;
        DataStart = dataStart;
        DataLength = dataLength;
        TrailerCount = trailerCount;
    }

    /// <summary>Which of the others mean something.</summary>
    public ChunkPieceKind Kind { get; }

    /// <summary>Offset of the content in the caller's buffer.</summary>
    public int DataStart { get; }

    /// <summary>Octets of content, at least 1 when <see cref="Kind"/> is Data, else 0.</summary>
    public int DataLength { get; }

    /// <summary>Trailer field lines written to the caller's table when <see cref="Kind"/> is End.</summary>
    public int TrailerCount { get; }

    /// <summary>The content's octets.</summary>
    /// <param name="buffer">The span that was parsed.</param>
    public ReadOnlySpan<byte> DataIn(ReadOnlySpan<byte> buffer) => buffer.Slice(DataStart, DataLength);

    internal static ChunkPiece Data(int start, int length) => new(ChunkPieceKind.Data, start, length, 0);

    internal static ChunkPiece End(int trailerCount) => new(ChunkPieceKind.End, 0, 0, trailerCount);
}
