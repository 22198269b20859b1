namespace HiPerf.Http;

/// <summary>Reads a media type, as in Content-Type.</summary>
/// <remarks>
/// <code>
/// media-type = token "/" token parameters
/// </code>
/// RFC 9110 section 8.3.1. White space at the end is skipped.
/// </remarks>
public static class MediaTypeParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="mediaType">Its parts; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadMediaType, BadParameter, BadQuotedString.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out MediaType mediaType)
    {
        var reader = new FieldValueReader(value);
        if (ReadEssence(ref reader, out FieldText type, out FieldText subtype))
        {
            while (reader.NextParameter(out _))
            {
            }
        }

        bool valid = reader.ReadEnd(ParseError.BadMediaType);
        mediaType = valid ? new MediaType(type, subtype, subtype.End, value.Length - subtype.End) : default;
        return reader.Result;
    }

    /// <summary>Reads type, slash, subtype.</summary>
    internal static bool ReadEssence(ref FieldValueReader reader, out FieldText type, out FieldText subtype)
    {
        subtype = default;
        return reader.ReadToken(out type, ParseError.BadMediaType)
            && (reader.TrySkip((byte)'/') || reader.Refuse(ParseError.BadMediaType))
            && reader.ReadToken(out subtype, ParseError.BadMediaType);
    }
}
