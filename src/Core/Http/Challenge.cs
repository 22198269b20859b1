namespace HiPerf.Http;

/// <summary>Where one challenge and its parts stand in a field value; credentials have the same grammar and are read into the same.</summary>
/// <param name="Scheme">The scheme where it is registered, else Unknown.</param>
/// <param name="SchemeText">The scheme as it stands.</param>
/// <param name="Token68">The token68; absent where there are parameters, or nothing.</param>
/// <param name="ParametersStart">Offset of the first parameter.</param>
/// <param name="ParametersLength">Octets from the first parameter to the last; 0 where there is none.</param>
/// <remarks>RFC 9110 sections 11.3 and 11.4.</remarks>
public readonly record struct Challenge(AuthScheme Scheme, FieldText SchemeText, FieldText Token68, int ParametersStart, int ParametersLength)
{
    /// <summary>A reader of the parameters.</summary>
    /// <param name="value">The field value it was read from.</param>
    public AuthParameterReader ParametersIn(ReadOnlySpan<byte> value) =>
        AuthParameterReader.At(value[..(ParametersStart + ParametersLength)], ParametersStart);

    /// <summary>Finds a parameter: realm, charset, nonce.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="text">Its value.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryFindParameter(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, out FieldText text)
    {
        AuthParameterReader parameters = ParametersIn(value);
        return parameters.TryFind(name, out text);
    }
}
