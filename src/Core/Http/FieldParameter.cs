namespace HiPerf.Http;

/// <summary>One parameter of a field value: its name and its value, as offsets.</summary>
/// <param name="Name">A token; case does not matter.</param>
/// <param name="Value">A token or quoted-string; where a grammar lets the value be left out, it may be absent.</param>
/// <remarks>RFC 9110 sections 5.6.6 and 11.2, RFC 9111 section 5.2.</remarks>
public readonly record struct FieldParameter(FieldText Name, FieldText Value)
{
    /// <summary>Whether the parameter has a name, whatever the case of its letters.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="name">The name to compare with.</param>
    public bool IsNamed(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name) => Name.EqualsIgnoreCaseIn(value, name);
}
