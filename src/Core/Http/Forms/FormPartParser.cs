namespace HiPerf.Http;

/// <summary>Reads the Content-Disposition field value of a form's part.</summary>
/// <remarks>
/// <code>
/// value = "form-data" *( OWS ";" OWS [ parameter ] )      ; one of them is name, one may be filename
/// </code>
/// RFC 7578 section 4.2, with the parameters of RFC 9110 section 5.6.6. A name, a file name twice and <c>filename*</c>, which the RFC forbids here, are refused: readers differ
/// in which one they believe. What stands between quotes is bounded as any quoted-string is, so a name that ends in a bare backslash is none.
/// </remarks>
public static class FormPartParser
{
    /// <summary>Reads one field value.</summary>
    /// <param name="value">The whole value.</param>
    /// <param name="part">What it says; default unless Done.</param>
    /// <returns>Done: the whole value is consumed. InvalidData: BadFormDisposition, BadParameter, BadQuotedString; Position is the first octet that no continuation could make
    /// valid, the value's length where the name is missing, the equals sign behind a name that may not stand there.</returns>
    /// <remarks>RFC 7578 section 4.2.</remarks>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out FormPart part)
    {
        part = default;
        var reader = new FieldValueReader(value);
        if (!ReadType(ref reader))
        {
            return reader.Result;
        }

        FieldText name = default;
        FieldText fileName = default;
        while (reader.NextParameterName(out FieldText parameter))
        {
            bool isName = parameter.EqualsIgnoreCaseIn(value, "name"u8);
            bool isFileName = parameter.EqualsIgnoreCaseIn(value, "filename"u8);
            if ((isName && name.IsPresent) || (isFileName && fileName.IsPresent) || parameter.EqualsIgnoreCaseIn(value, "filename*"u8))
            {
                reader.Refuse(ParseError.BadFormDisposition, reader.Position - 1);
                return reader.Result;
            }

            if (!reader.ReadTokenOrQuotedString(out FieldText text, ParseError.BadParameter))
            {
                return reader.Result;
            }

            name = isName ? text : name;
            fileName = isFileName ? text : fileName;
        }

        if (reader.ReadEnd(ParseError.BadFormDisposition) && (name.IsPresent || reader.Refuse(ParseError.BadFormDisposition)))
        {
            part = new FormPart(name, fileName);
        }

        return reader.Result;
    }

    private static bool ReadType(ref FieldValueReader reader)
    {
        ReadOnlySpan<byte> type = "form-data"u8;
        int same = 0;
        while (same < type.Length && same < reader.Value.Length && (reader.Value[same] == type[same] || (type[same] != (byte)'-' && reader.Value[same] == type[same] - 0x20)))
        {
            same++;
        }

        return same == type.Length
            ? reader.ReadToken(out FieldText token) && (token.Length == same || reader.Refuse(ParseError.BadFormDisposition, same))
            : reader.Refuse(ParseError.BadFormDisposition, same);
    }
}
