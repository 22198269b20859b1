using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Walks one field value by the lexical rules that all fields share.</summary>
/// <remarks>
/// <code>
/// #element      = [ element ] *( OWS "," OWS [ element ] )
/// token         = 1*tchar
/// quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
/// comment       = "(" *( ctext / quoted-pair / comment ) ")"
/// parameters    = *( OWS ";" OWS [ parameter ] )
/// parameter     = token "=" ( token / quoted-string )
/// </code>
/// RFC 9110 section 5.6. The value is whole: where it ends too early, its length is the offset of the error. The first refusal stays: every later read
/// answers false. Typed readers stand on this one; it knows no field.
/// </remarks>
public ref struct FieldValueReader
{
    private int _at;
    private bool _behindElement;

    /// <summary>Begins at the first octet of a value.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    public FieldValueReader(ReadOnlySpan<byte> value)
        : this(value, 0)
    {
    }

    /// <summary>Begins within a value.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    /// <param name="start">Where to begin, 0 to its length.</param>
    public FieldValueReader(ReadOnlySpan<byte> value, int start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start, (uint)value.Length, nameof(start));
        Value = value;
        _at = start;
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    public FieldValueReader(ReadOnlySpan<byte> buffer, in Http1.FieldLine line)
        : this(buffer[..(line.ValueStart + line.ValueLength)], line.ValueStart)
    {
    }

    /// <summary>What is read, up to its end.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>What was refused, at <see cref="Position"/>; None as long as nothing was.</summary>
    public ParseError Error { get; private set; }

    /// <summary>Offset of the next octet; after a refusal, of the first octet that no continuation could make valid.</summary>
    public readonly int Position => _at;

    /// <summary>Whether all octets are read.</summary>
    public readonly bool IsAtEnd => _at == Value.Length;

    /// <summary>The answer so far. Done: nothing was refused; all octets before Position are consumed. InvalidData: what was refused, where.</summary>
    public readonly ParseResult Result => Error == ParseError.None ? ParseResult.Done(_at) : ParseResult.Invalid(Error, _at);

    /// <summary>Moves to the next element of a list, over commas, white space and empty elements.</summary>
    /// <returns>True: the next octet begins an element. False: the list has ended, or something stands behind an element that is no comma (BadList).</returns>
    /// <remarks>RFC 9110 section 5.6.1.2. White space at the ends of the value is skipped.</remarks>
    public bool NextElement()
    {
        if (Error != ParseError.None)
        {
            return false;
        }

        bool separated = !_behindElement;
        for (; _at < Value.Length; _at++)
        {
            byte octet = Value[_at];
            if (octet == (byte)',')
            {
                separated = true;
            }
            else if (octet is not ((byte)' ' or (byte)'\t'))
            {
                _behindElement = true;
                return separated || Refuse(ParseError.BadList);
            }
        }

        return false;
    }

    /// <summary>Skips optional white space: SP and HTAB. RFC 9110 section 5.6.3.</summary>
    public void SkipWhitespace()
    {
        while (Error == ParseError.None && _at < Value.Length && Value[_at] is (byte)' ' or (byte)'\t')
        {
            _at++;
        }
    }

    /// <summary>Whether a given octet comes next; nothing is read.</summary>
    /// <param name="octet">The octet.</param>
    public readonly bool IsNext(byte octet) => _at < Value.Length && Value[_at] == octet;

    /// <summary>Reads one given octet if it comes next.</summary>
    /// <param name="octet">The octet.</param>
    /// <returns>Whether it was there.</returns>
    public bool TrySkip(byte octet)
    {
        if (Error != ParseError.None || !IsNext(octet))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">Where it stands.</param>
    /// <param name="error">What to answer when none comes next.</param>
    /// <returns>False when none comes next: refused there.</returns>
    public bool ReadToken(out FieldText token, ParseError error = ParseError.BadToken)
    {
        token = default;
        if (Error != ParseError.None)
        {
            return false;
        }

        int start = _at;
        while (_at < Value.Length && ByteClasses.IsToken(Value[_at]))
        {
            _at++;
        }

        if (_at == start)
        {
            return Refuse(error);
        }

        token = new FieldText(start, _at - start, FieldTextForm.Token);
        return true;
    }

    /// <summary>Reads a quoted-string.</summary>
    /// <param name="text">Where its inside stands.</param>
    /// <returns>False: no quote comes next, the string does not end, or a control stands in it (BadQuotedString).</returns>
    public bool ReadQuotedString(out FieldText text)
    {
        text = default;
        if (!TrySkip((byte)'"'))
        {
            return Refuse(ParseError.BadQuotedString);
        }

        int start = _at;
        FieldTextForm form = FieldTextForm.QuotedString;
        while (true)
        {
            int plain = Value[_at..].IndexOfAny(FieldValueOctets.NotQuoted);
            _at = plain < 0 ? Value.Length : _at + plain;
            if (TrySkip((byte)'"'))
            {
                text = new FieldText(start, _at - 1 - start, form);
                return true;
            }

            if (!SkipQuotedPair())
            {
                return Refuse(ParseError.BadQuotedString);
            }

            form = FieldTextForm.EscapedString;
        }
    }

    /// <summary>Reads a quoted-string where a quote comes next, a token elsewhere.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="error">What to answer when neither comes next.</param>
    /// <returns>False: refused, with that error or BadQuotedString.</returns>
    public bool ReadTokenOrQuotedString(out FieldText text, ParseError error = ParseError.BadToken) =>
        IsNext((byte)'"') ? ReadQuotedString(out text) : ReadToken(out text, error);

    /// <summary>Reads a comment and all comments within it.</summary>
    /// <param name="text">Where its inside stands; EscapedString when a backslash is in it.</param>
    /// <returns>False: no parenthesis comes next, it is not closed, or a control stands in it (BadComment).</returns>
    public bool ReadComment(out FieldText text)
    {
        text = default;
        if (!TrySkip((byte)'('))
        {
            return Refuse(ParseError.BadComment);
        }

        int start = _at;
        FieldTextForm form = FieldTextForm.QuotedString;
        for (int depth = 1; depth > 0;)
        {
            int plain = Value[_at..].IndexOfAny(FieldValueOctets.NotComment);
            _at = plain < 0 ? Value.Length : _at + plain;
            if (TrySkip((byte)')'))
            {
                depth--;
            }
            else if (TrySkip((byte)'('))
            {
                depth++;
            }
            else if (SkipQuotedPair())
            {
                form = FieldTextForm.EscapedString;
            }
            else
            {
                return Refuse(ParseError.BadComment);
            }
        }

        text = new FieldText(start, _at - 1 - start, form);
        return true;
    }

    /// <summary>Moves to the next parameter and reads it; empty ones are passed over.</summary>
    /// <param name="parameter">Name and value.</param>
    /// <returns>False: no semicolon comes next, only empty parameters were left, or one was refused (BadParameter, BadQuotedString).</returns>
    /// <remarks>RFC 9110 section 5.6.6. No white space may stand around the equals sign. White space before what is no semicolon is skipped.</remarks>
    public bool NextParameter(out FieldParameter parameter) => NextParameterName(out FieldText name) ? ReadParameterValue(name, out parameter) : None(out parameter);

    /// <summary>Moves to the next parameter and reads its name and equals sign: its value comes next.</summary>
    /// <param name="name">Where the name stands.</param>
    /// <returns>False: as <see cref="NextParameter"/>.</returns>
    public bool NextParameterName(out FieldText name)
    {
        SkipWhitespace();
        while (TrySkip((byte)';'))
        {
            SkipWhitespace();
            if (!IsAtEnd && Value[_at] is not ((byte)';' or (byte)','))
            {
                return ReadParameterName(out name);
            }
        }

        name = default;
        return false;
    }

    /// <summary>Reads one parameter: name, equals sign, value.</summary>
    /// <param name="parameter">Name and value.</param>
    /// <returns>False: BadParameter, BadQuotedString.</returns>
    public bool ReadParameter(out FieldParameter parameter) => ReadParameterName(out FieldText name) ? ReadParameterValue(name, out parameter) : None(out parameter);

    /// <summary>Reads decimal digits.</summary>
    /// <param name="number">Their number; 2^63−1 for all that are greater.</param>
    /// <param name="error">What to answer when no digit comes next.</param>
    /// <returns>False when no digit comes next: refused there.</returns>
    public bool ReadNumber(out long number, ParseError error)
    {
        number = 0;
        if (Error != ParseError.None)
        {
            return false;
        }

        int start = _at;
        for (; _at < Value.Length && Value[_at] - '0' is var digit and >= 0 and <= 9; _at++)
        {
            number = number > (long.MaxValue - digit) / 10 ? long.MaxValue : (number * 10) + digit;
        }

        return _at > start || Refuse(error);
    }

    /// <summary>Refuses what stands behind the last part of a value.</summary>
    /// <param name="error">What to answer when something does.</param>
    /// <returns>Whether all octets are read and nothing was refused.</returns>
    public bool ReadEnd(ParseError error) => Error == ParseError.None && (IsAtEnd || Refuse(error));

    /// <summary>Refuses the value at the next octet.</summary>
    /// <param name="error">Why.</param>
    /// <returns>False, always.</returns>
    public bool Refuse(ParseError error) => Refuse(error, _at);

    /// <summary>Refuses the value; an earlier refusal stays.</summary>
    /// <param name="error">Why.</param>
    /// <param name="position">The first octet that no continuation could make valid.</param>
    /// <returns>False, always.</returns>
    public bool Refuse(ParseError error, int position)
    {
        if (Error == ParseError.None)
        {
            Error = error;
            _at = position;
        }

        return false;
    }

    /// <summary>Goes on at an octet further on, for a caller that has read up to it.</summary>
    internal void MoveTo(int position) => _at = position;

    /// <summary>Words a refusal anew, for a caller that knows another reading of the same octets that went further.</summary>
    internal void MoveRefusal(ParseError error, int position)
    {
        Error = error;
        _at = position;
    }

    private bool ReadParameterName(out FieldText name) =>
        ReadToken(out name, ParseError.BadParameter) && (TrySkip((byte)'=') || Refuse(ParseError.BadParameter));

    private bool ReadParameterValue(FieldText name, out FieldParameter parameter)
    {
        bool valid = ReadTokenOrQuotedString(out FieldText value, ParseError.BadParameter);
        parameter = valid ? new FieldParameter(name, value) : default;
        return valid;
    }

    private static bool None(out FieldParameter parameter)
    {
        parameter = default;
        return false;
    }

    // "\" ( HTAB / SP / VCHAR / obs-text )
    private bool SkipQuotedPair()
    {
        if (!TrySkip((byte)'\\') || IsAtEnd || ByteClasses.IsControl(Value[_at]))
        {
            return false;
        }

        _at++;
        return true;
    }
}
