namespace HiPerf.Http;

/// <summary>Where a media type or media range and its parts stand in a field value.</summary>
/// <param name="Type">The type; an asterisk in a range of all types.</param>
/// <param name="Subtype">The subtype; an asterisk in a range of all subtypes.</param>
/// <param name="ParametersStart">Offset of the octet behind the subtype, where the parameters begin.</param>
/// <param name="ParametersLength">Octets of the parameters, semicolons included.</param>
/// <remarks>RFC 9110 sections 8.3.1 and 12.5.1. Parameters are validated, not judged: of two with one name the first is found.</remarks>
public readonly record struct MediaType(FieldText Type, FieldText Subtype, int ParametersStart, int ParametersLength)
{
    /// <summary>Type, slash and subtype, case kept.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> EssenceIn(ReadOnlySpan<byte> value) => value[Type.Start..Subtype.End];

    /// <summary>Whether type and subtype are others, whatever the case of letters.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="essence">As in <c>text/html</c>.</param>
    public bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> essence) => System.Text.Ascii.EqualsIgnoreCase(EssenceIn(value), essence);

    /// <summary>A reader of the parameters: call <see cref="FieldValueReader.NextParameter"/>.</summary>
    /// <param name="value">The field value it was read from.</param>
    public FieldValueReader ParametersIn(ReadOnlySpan<byte> value) => new(value[..(ParametersStart + ParametersLength)], ParametersStart);

    /// <summary>Finds a parameter.</summary>
    /// <param name="value">The field value it was read from.</param>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="text">Its value, that of the first where it stands twice.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryFindParameter(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, out FieldText text)
    {
        FieldValueReader parameters = ParametersIn(value);
        while (parameters.NextParameter(out FieldParameter parameter))
        {
            if (parameter.IsNamed(value, name))
            {
                text = parameter.Value;
                return true;
            }
        }

        text = default;
        return false;
    }
}
