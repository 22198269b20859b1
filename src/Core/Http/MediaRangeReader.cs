using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads Accept, element by element.</summary>
/// <remarks>
/// <code>
/// Accept      = #( media-range [ weight ] )
/// media-range = ( "*/*" / ( type "/*" ) / ( type "/" subtype ) ) parameters
/// </code>
/// RFC 9110 section 12.5.1. A parameter named q is the weight wherever it stands; a second one is refused, and so is a quoted one.
/// </remarks>
public ref struct MediaRangeReader
{
    private FieldValueReader _reader;

    /// <summary>Begins at the first element.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    public MediaRangeReader(ReadOnlySpan<byte> value)
    {
        _reader = new FieldValueReader(value);
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    public MediaRangeReader(ReadOnlySpan<byte> buffer, in FieldLine line)
    {
        _reader = new FieldValueReader(buffer, in line);
    }

    /// <summary>The answer so far. InvalidData: BadMediaType, BadParameter, BadQuotedString, BadWeight, BadList.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next element.</summary>
    /// <param name="range">Its parts.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out MediaRange range)
    {
        range = default;
        if (!_reader.NextElement() || !MediaTypeParser.ReadEssence(ref _reader, out FieldText type, out FieldText subtype))
        {
            return false;
        }

        int weight = -1;
        int end = subtype.End;
        while (_reader.NextParameterName(out FieldText name))
        {
            if (!ReadParameterValue(name, ref weight))
            {
                return false;
            }

            end = _reader.Position;
        }

        if (_reader.Error != ParseError.None)
        {
            return false;
        }

        range = new MediaRange(new MediaType(type, subtype, subtype.End, end - subtype.End), weight < 0 ? WeightReader.Most : weight);
        return true;
    }

    private bool ReadParameterValue(FieldText name, ref int weight)
    {
        if (!name.EqualsIgnoreCaseIn(_reader.Value, "q"u8))
        {
            return _reader.ReadTokenOrQuotedString(out _, ParseError.BadParameter);
        }

        // The equals sign shows that the name is whole.
        return weight < 0 ? WeightReader.Read(ref _reader, out weight) : _reader.Refuse(ParseError.BadWeight, name.End);
    }
}
