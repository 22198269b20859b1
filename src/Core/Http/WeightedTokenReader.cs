using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads Accept-Encoding, Accept-Charset and Accept-Language, element by element.</summary>
/// <remarks>
/// <code>
/// Accept-Encoding = #( codings [ weight ] )
/// Accept-Language = #( language-range [ weight ] )
/// language-range  = ( 1*8ALPHA *( "-" 1*8alphanum ) ) / "*"
/// </code>
/// RFC 9110 sections 12.5.2 to 12.5.4, RFC 4647 section 2.1.
/// </remarks>
public ref struct WeightedTokenReader
{
    private const int MaxSubtag = 8;
    private readonly bool _readsLanguages;
    private FieldValueReader _reader;

    /// <summary>Begins at the first element.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    /// <param name="readsLanguages">Whether elements must be language ranges; tokens otherwise.</param>
    public WeightedTokenReader(ReadOnlySpan<byte> value, bool readsLanguages = false)
    {
        _reader = new FieldValueReader(value);
        _readsLanguages = readsLanguages;
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line; elements must be language ranges where it is named Accept-Language.</param>
    public WeightedTokenReader(ReadOnlySpan<byte> buffer, in FieldLine line)
    {
        _reader = new FieldValueReader(buffer, in line);
        _readsLanguages = line.Name == FieldName.AcceptLanguage;
    }

    /// <summary>The answer so far. InvalidData: BadToken, BadLanguageRange, BadWeight, BadList.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next element.</summary>
    /// <param name="element">Its parts.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out WeightedToken element)
    {
        element = default;
        if (!_reader.NextElement()
            || !(_readsLanguages ? ReadLanguage(out FieldText token) : _reader.ReadToken(out token))
            || !WeightReader.ReadOptional(ref _reader, out int weight))
        {
            return false;
        }

        element = new WeightedToken(token, weight);
        return true;
    }

    private bool ReadLanguage(out FieldText token)
    {
        int start = _reader.Position;
        token = new FieldText(start, 1, FieldTextForm.Token);
        if (_reader.TrySkip((byte)'*'))
        {
            return true;
        }

        ReadOnlySpan<byte> value = _reader.Value;
        bool first = true;
        do
        {
            int subtag = _reader.Position;
            while (!_reader.IsAtEnd && IsOfSubtag(value[_reader.Position], first))
            {
                if (_reader.Position - subtag == MaxSubtag)
                {
                    return _reader.Refuse(ParseError.BadLanguageRange);
                }

                _ = _reader.TrySkip(value[_reader.Position]);
            }

            if (_reader.Position == subtag)
            {
                return _reader.Refuse(ParseError.BadLanguageRange);
            }

            first = false;
        }
        while (_reader.TrySkip((byte)'-'));

        // Another tchar is no subtag's and no list's either; the list reader would word it less well.
        if (!_reader.IsAtEnd && ByteClasses.IsToken(value[_reader.Position]))
        {
            return _reader.Refuse(ParseError.BadLanguageRange);
        }

        token = new FieldText(start, _reader.Position - start, FieldTextForm.Token);
        return true;
    }

    private static bool IsOfSubtag(byte octet, bool first) => first ? char.IsAsciiLetter((char)octet) : char.IsAsciiLetterOrDigit((char)octet);
}
