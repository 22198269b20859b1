namespace HiPerf.Fuzzing;

/// <summary>One valid line of MLSD, without its line end.</summary>
/// <remarks>RFC 3659 section 7.2. Each fact stands once.</remarks>
/// <param name="Facts">Name and value of each fact, as <c>name=value</c>.</param>
/// <param name="Name">The path name.</param>
public sealed record FactLineCase(IReadOnlyList<string> Facts, string Name) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => $"{string.Concat(Facts.Select(fact => fact + ";"))} {Name}";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
