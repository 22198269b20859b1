namespace HiPerf.Fuzzing;

/// <summary>One valid Forwarded field value.</summary>
/// <remarks>RFC 7239 section 4. Each parameter stands once in its element.</remarks>
/// <param name="Elements">The elements, each of its pairs as they stand, without semicolons.</param>
public sealed record ForwardedCase(IReadOnlyList<IReadOnlyList<string>> Elements) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Join(", ", Elements.Select(e => string.Join(';', e)));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
