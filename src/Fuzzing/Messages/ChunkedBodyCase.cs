namespace HiPerf.Fuzzing;

/// <summary>One chunk.</summary>
/// <param name="Size">The chunk-size as it is written: leading zeros and letter case kept.</param>
/// <param name="Extension">The chunk-ext with its semicolons, or nothing.</param>
/// <param name="Data">The chunk-data, at least one octet.</param>
public sealed record ChunkCase(string Size, string Extension, string Data)
{
    /// <summary>The chunk with its two line ends.</summary>
    public string Wire => $"{Size}{Extension}\r\n{Data}\r\n";
}

/// <summary>One valid chunked body, whole.</summary>
/// <remarks>RFC 9112 section 7.1.</remarks>
/// <param name="Chunks">The chunks, without the last one.</param>
/// <param name="LastSize">The size of the last chunk: one or more zeros.</param>
/// <param name="LastExtension">The chunk-ext of the last chunk, or nothing.</param>
/// <param name="Trailers">The trailer field lines, at most 16.</param>
public sealed record ChunkedBodyCase(IReadOnlyList<ChunkCase> Chunks, string LastSize, string LastExtension, IReadOnlyList<FieldCase> Trailers) : IWireMessage
{
    /// <summary>The content that the chunks carry.</summary>
    public string Content => string.Concat(Chunks.Select(c => c.Data));

    /// <inheritdoc/>
    public string Wire =>
        string.Concat(Chunks.Select(c => c.Wire)) + LastSize + LastExtension + "\r\n" + string.Concat(Trailers.Select(f => f.Wire)) + "\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
