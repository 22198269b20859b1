namespace HiPerf.Fuzzing;

/// <summary>One range of a Range field.</summary>
/// <param name="Separator">What stands before it: white space and commas, at least one comma except before the first.</param>
/// <param name="First">The digits of the first offset; nothing in a suffix.</param>
/// <param name="Last">The digits of the last offset or of the suffix; nothing for all that follow.</param>
public sealed record RangeSpecCase(string Separator, string First, string Last)
{
    /// <summary>The range with what stands before it.</summary>
    public string Wire => $"{Separator}{First}-{Last}";
}

/// <summary>One valid value of Range in bytes.</summary>
/// <remarks>RFC 9110 sections 14.1 and 14.2.</remarks>
/// <param name="Unit"><c>bytes</c>, in any case.</param>
/// <param name="Ranges">The ranges in order, at least one; none ends before it begins.</param>
public sealed record RangeCase(string Unit, IReadOnlyList<RangeSpecCase> Ranges) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => $"{Unit}={string.Concat(Ranges.Select(r => r.Wire))}";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
