using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads If-Match and If-None-Match, element by element.</summary>
/// <remarks>
/// <code>
/// If-Match      = "*" / #entity-tag
/// If-None-Match = "*" / #entity-tag
/// </code>
/// RFC 9110 sections 13.1.1 and 13.1.2.
/// </remarks>
public ref struct EntityTagListReader
{
    private FieldValueReader _reader;

    /// <summary>Begins at the first element.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    public EntityTagListReader(ReadOnlySpan<byte> value)
        : this(new FieldValueReader(value))
    {
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    public EntityTagListReader(ReadOnlySpan<byte> buffer, in FieldLine line)
        : this(new FieldValueReader(buffer, in line))
    {
    }

    private EntityTagListReader(FieldValueReader reader)
    {
        _reader = reader;
        IsAny = _reader.TrySkip((byte)'*');
        if (IsAny)
        {
            _ = _reader.ReadEnd(ParseError.BadEntityTag);
        }
    }

    /// <summary>Whether the value is an asterisk: any representation there is. Only with a <see cref="Result"/> of Done.</summary>
    public bool IsAny { get; }

    /// <summary>The answer so far. InvalidData: BadEntityTag, BadList.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next element.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out EntityTag tag)
    {
        tag = default;
        return !IsAny && _reader.NextElement() && EntityTagParser.Read(ref _reader, out tag);
    }
}
