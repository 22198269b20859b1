namespace HiPerf.Fuzzing;

/// <summary>One part of a multipart body.</summary>
/// <param name="Fields">The field lines of its head; none begins with two hyphens.</param>
/// <param name="Content">Its content, which holds no delimiter.</param>
/// <param name="Padding">White space behind the delimiter before it.</param>
public sealed record PartCase(IReadOnlyList<FieldCase> Fields, string Content, string Padding = "")
{
    /// <summary>The head with its empty line.</summary>
    public string Head => string.Concat(Fields.Select(f => f.Wire)) + "\r\n";
}

/// <summary>One valid multipart body, whole.</summary>
/// <remarks>RFC 2046 section 5.1.1.</remarks>
/// <param name="Boundary">1 to 70 bchars, the last one no space.</param>
/// <param name="Preamble">What stands before the first delimiter, or null for nothing, not even a line end.</param>
/// <param name="Parts">The parts, at least one.</param>
/// <param name="ClosePadding">White space behind the close-delimiter.</param>
/// <param name="Epilogue">What stands behind the line end of the close-delimiter, or null for nothing, not even that line end.</param>
public sealed record MultipartCase(string Boundary, string? Preamble, IReadOnlyList<PartCase> Parts, string ClosePadding, string? Epilogue) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire =>
        (Preamble is null ? "" : Preamble + "\r\n")
        + string.Join("\r\n", Parts.Select(p => $"--{Boundary}{p.Padding}\r\n{p.Head}{p.Content}"))
        + $"\r\n--{Boundary}--{ClosePadding}" + (Epilogue is null ? "" : "\r\n" + Epilogue);

    /// <inheritdoc/>
    public override string ToString() => $"{OctetLiteral.Of(Wire)} /* boundary {Boundary} */";
}
