namespace HiPerf.Http;

/// <summary>Reads one entity tag, as in ETag.</summary>
/// <remarks>
/// <code>
/// entity-tag = [ "W/" ] DQUOTE *etagc DQUOTE
/// etagc      = %x21 / %x23-7E / obs-text
/// </code>
/// RFC 9110 section 8.8.3. W is upper case; a backslash escapes nothing.
/// </remarks>
public static class EntityTagParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="tag">The tag; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadEntityTag.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out EntityTag tag)
    {
        var reader = new FieldValueReader(value);
        if (!Read(ref reader, out tag) || !reader.ReadEnd(ParseError.BadEntityTag))
        {
            tag = default;
        }

        return reader.Result;
    }

    /// <summary>Reads a tag within a value.</summary>
    internal static bool Read(ref FieldValueReader reader, out EntityTag tag)
    {
        tag = default;
        bool weak = reader.TrySkip((byte)'W');
        if (weak && !reader.TrySkip((byte)'/'))
        {
            return reader.Refuse(ParseError.BadEntityTag);
        }

        int start = reader.Position;
        if (!reader.TrySkip((byte)'"'))
        {
            return reader.Refuse(ParseError.BadEntityTag);
        }

        int length = reader.Value[(start + 1)..].IndexOfAny(FieldValueOctets.NotEntityTag);
        int end = length < 0 ? reader.Value.Length : start + 1 + length;
        if (length < 0 || reader.Value[end] != (byte)'"')
        {
            return reader.Refuse(ParseError.BadEntityTag, end);
        }

        reader.MoveTo(end + 1);
        tag = new EntityTag(start, end + 1 - start, weak);
        return true;
    }
}
