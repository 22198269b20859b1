namespace HiPerf.Http;

/// <summary>Reads weights, in thousandths.</summary>
/// <remarks>
/// <code>
/// weight = OWS ";" OWS "q=" qvalue
/// qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )
/// </code>
/// RFC 9110 section 12.4.2.
/// </remarks>
internal static class WeightReader
{
    /// <summary>The weight of what has none.</summary>
    public const int Most = 1000;

    /// <summary>Reads a qvalue.</summary>
    /// <param name="reader">Stands where it begins.</param>
    /// <param name="weight">0 to 1000.</param>
    /// <returns>False: BadWeight.</returns>
    public static bool Read(ref FieldValueReader reader, out int weight)
    {
        bool whole = reader.TrySkip((byte)'1');
        weight = whole ? Most : 0;
        if (!whole && !reader.TrySkip((byte)'0'))
        {
            return reader.Refuse(ParseError.BadWeight);
        }

        if (!reader.TrySkip((byte)'.'))
        {
            return true;
        }

        for (int place = 100; place > 0 && !reader.IsAtEnd; place /= 10)
        {
            int digit = reader.Value[reader.Position] - '0';
            if (digit is < 0 or > 9)
            {
                break;
            }

            if (whole && digit > 0)
            {
                return reader.Refuse(ParseError.BadWeight);
            }

            weight += digit * place;
            _ = reader.TrySkip((byte)(digit + '0'));
        }

        return true;
    }

    /// <summary>Reads a weight where one comes next.</summary>
    /// <param name="reader">Stands behind what is weighed.</param>
    /// <param name="weight">0 to 1000; 1000 where there is none.</param>
    /// <returns>False: BadWeight.</returns>
    public static bool ReadOptional(ref FieldValueReader reader, out int weight)
    {
        weight = Most;
        reader.SkipWhitespace();
        if (!reader.TrySkip((byte)';'))
        {
            return true;
        }

        reader.SkipWhitespace();
        return (reader.TrySkip((byte)'q') || reader.TrySkip((byte)'Q')) && reader.TrySkip((byte)'=')
            ? Read(ref reader, out weight)
            : reader.Refuse(ParseError.BadWeight);
    }
}
