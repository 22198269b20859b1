namespace HiPerf.Http1;

/// <summary>Where the parts of a response head stand in the caller's buffer; its field lines are in the caller's table.</summary>
/// <remarks>RFC 9112 section 4. Meaningful only after <see cref="ResponseHeadParser"/> answered Done.</remarks>
public struct ResponseHead
{
    /// <summary>Offset of the reason phrase.</summary>
    public int ReasonStart;

    /// <summary>Octets of the reason phrase, 0 when it is empty.</summary>
    public int ReasonLength;

    /// <summary>Field lines written to the table.</summary>
    public int FieldCount;

    /// <summary>The status code, 100 to 599.</summary>
    public ushort Status;

    /// <summary>The version of the status-line.</summary>
    public HttpVersion Version;

    // What the fields read so far let pass: kept here so that a parse can go on where it stopped.
    internal Deviations Deviations;
    internal int FirstDeviation;

    // The rows that framing has to look at, as FieldMarks, kept for the same reason.
    internal ulong Marked;

    /// <summary>The reason phrase's octets.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    public readonly ReadOnlySpan<byte> ReasonIn(ReadOnlySpan<byte> buffer) => buffer.Slice(ReasonStart, ReasonLength);
}
