namespace HiPerf.Fuzzing;

/// <summary>Octets that began as a message and were mutated; they may be anything, valid included.</summary>
/// <typeparam name="T">The message's kind.</typeparam>
/// <param name="Wire">The octets, one character an octet.</param>
public sealed record Hostile<T>(string Wire) : IWireMessage
    where T : IWireMessage
{
    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
