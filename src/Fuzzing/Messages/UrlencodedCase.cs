namespace HiPerf.Fuzzing;

/// <summary>One pair of a urlencoded form.</summary>
/// <param name="Name">The name as it is sent.</param>
/// <param name="Value">The value as it is sent; null where no equals sign stands.</param>
/// <param name="DecodedName">The octets the name stands for.</param>
/// <param name="DecodedValue">The octets the value stands for.</param>
public sealed record FormPairCase(string Name, string? Value, string DecodedName, string DecodedValue)
{
    /// <summary>The pair as it is sent.</summary>
    public string Wire => Value is null ? Name : $"{Name}={Value}";
}

/// <summary>One valid urlencoded form.</summary>
/// <remarks>WHATWG URL section 5.1; every percent sign begins an escape.</remarks>
/// <param name="Pairs">The pairs, none of which is without octets.</param>
/// <param name="Ampersands">How many ampersands stand before each pair and behind the last one: at least one between pairs.</param>
public sealed record UrlencodedCase(IReadOnlyList<FormPairCase> Pairs, IReadOnlyList<int> Ampersands) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Pairs.Select((p, i) => new string('&', Ampersands[i]) + p.Wire)) + new string('&', Ampersands[Pairs.Count]);

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
