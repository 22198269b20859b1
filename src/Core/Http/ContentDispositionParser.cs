namespace HiPerf.Http;

/// <summary>Reads a Content-Disposition field value.</summary>
/// <remarks>
/// <code>
/// content-disposition = disposition-type *( OWS ";" OWS [ disposition-parm ] )
/// disposition-type    = "inline" / "attachment" / token
/// disposition-parm    = token "=" ( token / quoted-string ) / ext-token "=" ext-value
/// ext-token           = token that ends in "*"
/// </code>
/// RFC 6266 section 4.1, with the parameters of RFC 9110 section 5.6.6: no white space around the equals sign, empty parameters passed over. Every value of an
/// ext-token must be an ext-value. A parameter that stands twice makes the field invalid, as the RFC has it.
/// </remarks>
public static class ContentDispositionParser
{
    /// <summary>Parameters that may stand in one field, 16.</summary>
    public const int MaxParameters = 16;

    /// <summary>Reads one field value.</summary>
    /// <param name="value">The whole value.</param>
    /// <param name="disposition">What it says; default unless Done.</param>
    /// <returns>Done: the whole value is consumed. InvalidData: BadContentDisposition, BadParameter, BadQuotedString, BadExtValue; RepeatedDispositionParameter and
    /// TooManyDispositionParameters, of which Position is the equals sign behind the name. Position is the first octet that no continuation could make valid.</returns>
    /// <remarks>RFC 6266 section 4.1.</remarks>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out ContentDisposition disposition)
    {
        disposition = default;
        var reader = new FieldValueReader(value);
        if (!reader.ReadToken(out FieldText type, ParseError.BadContentDisposition))
        {
            return reader.Result;
        }

        Span<FieldText> names = stackalloc FieldText[MaxParameters];
        int count = 0;
        FieldText fileName = default;
        FieldText extFileName = default;
        while (NextParameter(ref reader, names[..count], out FieldParameter parameter))
        {
            names[count++] = parameter.Name;
            fileName = parameter.IsNamed(value, "filename"u8) ? parameter.Value : fileName;
            extFileName = parameter.IsNamed(value, "filename*"u8) ? parameter.Value : extFileName;
        }

        if (reader.ReadEnd(ParseError.BadContentDisposition))
        {
            disposition = new ContentDisposition(DispositionTypeTable.Find(type.In(value)), type, fileName, extFileName);
        }

        return reader.Result;
    }

    // Piece by piece, so that the first octet that cannot be right is the answer.
    private static bool NextParameter(ref FieldValueReader reader, scoped ReadOnlySpan<FieldText> seen, out FieldParameter parameter)
    {
        parameter = default;
        if (!reader.NextParameterName(out FieldText name))
        {
            return false;
        }

        if (IsAmong(reader.Value, seen, name))
        {
            return reader.Refuse(ParseError.RepeatedDispositionParameter, name.End);
        }

        if (seen.Length == MaxParameters)
        {
            return reader.Refuse(ParseError.TooManyDispositionParameters, name.End);
        }

        bool isExtended = reader.Value[name.End - 1] == (byte)'*';
        if (!(isExtended ? ReadExtValue(ref reader, out FieldText text) : reader.ReadTokenOrQuotedString(out text, ParseError.BadParameter)))
        {
            return false;
        }

        parameter = new FieldParameter(name, text);
        return true;
    }

    // All octets of an ext-value are tchars, but the braces that RFC 8187 leaves to names of charsets, none of which has any: it is a token.
    private static bool ReadExtValue(ref FieldValueReader reader, out FieldText text)
    {
        if (!reader.ReadToken(out text, ParseError.BadExtValue))
        {
            return false;
        }

        ParseResult result = ExtValueParser.Parse(text.In(reader.Value), out _);
        return result.IsDone || reader.Refuse(ParseError.BadExtValue, text.Start + result.Position);
    }

    private static bool IsAmong(ReadOnlySpan<byte> value, ReadOnlySpan<FieldText> names, FieldText name)
    {
        foreach (FieldText other in names)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(other.In(value), name.In(value)))
            {
                return true;
            }
        }

        return false;
    }
}
