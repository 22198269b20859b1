using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads a list of tokens, element by element: Allow, Connection, Vary, Trailer, Accept-Ranges, Content-Encoding, the field names of a cache directive.</summary>
/// <remarks>
/// <code>
/// #token
/// Vary = #( "*" / field-name )
/// </code>
/// RFC 9110 section 5.6.1. The asterisk of Vary is a token like any other.
/// </remarks>
public ref struct TokenListReader
{
    private FieldValueReader _reader;

    /// <summary>Begins at the first element.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    public TokenListReader(ReadOnlySpan<byte> value)
    {
        _reader = new FieldValueReader(value);
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    public TokenListReader(ReadOnlySpan<byte> buffer, in FieldLine line)
    {
        _reader = new FieldValueReader(buffer, in line);
    }

    /// <summary>Begins within a value, at a text read before: the field names of <c>no-cache="a, b"</c>.</summary>
    /// <param name="value">The field value the text was read from; offsets are relative to it.</param>
    /// <param name="text">A token, or a quoted-string without escapes: a backslash is no tchar.</param>
    public TokenListReader(ReadOnlySpan<byte> value, FieldText text)
    {
        _reader = new FieldValueReader(value[..text.End], text.Start);
    }

    /// <summary>The answer so far. InvalidData: BadToken, BadList.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next element.</summary>
    /// <param name="token">Where it stands.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out FieldText token)
    {
        token = default;
        return _reader.NextElement() && _reader.ReadToken(out token);
    }
}
