using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads Cache-Control, of a request or a response.</summary>
/// <remarks>
/// <code>
/// Cache-Control   = #cache-directive
/// cache-directive = token [ "=" ( token / quoted-string ) ]
/// </code>
/// RFC 9111 section 5.2. Every argument may be quoted or not. What directives mean together is <see cref="CacheControl"/>'s.
/// </remarks>
public static class CacheControlParser
{
    /// <summary>Reads one value.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    /// <param name="cacheControl">What it says. Where it was refused: what stood before, and no-store, so that who goes on regardless stores nothing.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadCacheDirective, BadQuotedString, BadList.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out CacheControl cacheControl)
    {
        cacheControl = default;
        return Read(new FieldValueReader(value), ref cacheControl);
    }

    /// <summary>Reads all Cache-Control lines of a head as one list.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="fields">Its field lines, identified.</param>
    /// <param name="cacheControl">What they say; as above where one was refused. Without a line, nothing.</param>
    /// <returns>Done: the end of the last line, 0 without one. InvalidData: as above; lines behind it were not read.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, ReadOnlySpan<FieldLine> fields, out CacheControl cacheControl)
    {
        cacheControl = default;
        ParseResult result = ParseResult.Done(0);
        foreach (ref readonly FieldLine line in new NamedFieldLines(fields, FieldName.CacheControl))
        {
            result = Read(new FieldValueReader(buffer, in line), ref cacheControl);
            if (!result.IsDone)
            {
                break;
            }
        }

        return result;
    }

    private static ParseResult Read(FieldValueReader reader, ref CacheControl cacheControl)
    {
        while (reader.NextElement() && reader.ReadToken(out FieldText name, ParseError.BadCacheDirective))
        {
            FieldText argument = default;
            if (reader.TrySkip((byte)'=') && !reader.ReadTokenOrQuotedString(out argument, ParseError.BadCacheDirective))
            {
                break;
            }

            cacheControl.Add(reader.Value, CacheDirectiveTable.Find(name.In(reader.Value)), argument);
        }

        if (reader.Error != ParseError.None)
        {
            cacheControl.Add(reader.Value, CacheDirective.NoStore, default);
        }

        return reader.Result;
    }
}
