namespace HiPerf.Fuzzing;

/// <summary>One valid Set-Cookie field value, as a server may send it.</summary>
/// <remarks>RFC 6265bis section 4.1.1. Each attribute stands once.</remarks>
/// <param name="Name">A token.</param>
/// <param name="Value">Cookie-octets, between double quotes or not; may be empty.</param>
/// <param name="Attributes">The attributes, each with its value, without semicolons.</param>
public sealed record SetCookieCase(string Name, string Value, IReadOnlyList<string> Attributes) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => $"{Name}={Value}{string.Concat(Attributes.Select(a => "; " + a))}";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
