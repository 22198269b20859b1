namespace HiPerf.Fuzzing;

/// <summary>A message that is valid but for one violation of its grammar at a known place.</summary>
/// <typeparam name="T">The message's kind.</typeparam>
/// <param name="Source">The valid message.</param>
/// <param name="Violation">What was done to it, in words.</param>
/// <param name="Wire">The octets, one character an octet.</param>
/// <param name="Error">What a strict parser answers.</param>
/// <param name="Position">The offset of the first offending octet.</param>
public sealed record NearValid<T>(T Source, string Violation, string Wire, ParseError Error, int Position) : IWireMessage
    where T : IWireMessage
{
    /// <inheritdoc/>
    public override string ToString() => $"{OctetLiteral.Of(Wire)} /* {Violation}: {Error} at {Position} */";
}
