namespace HiPerf.Fuzzing;

/// <summary>One valid Content-Disposition field value.</summary>
/// <remarks>RFC 6266 section 4.1. Each parameter stands once.</remarks>
/// <param name="Type">A token.</param>
/// <param name="Parameters">The parameters as they stand, without semicolons.</param>
public sealed record ContentDispositionCase(string Type, IReadOnlyList<string> Parameters) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => Type + string.Concat(Parameters.Select(p => "; " + p));

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
