using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Walks the elements of a Forwarded field, the one nearest to the client first.</summary>
/// <remarks>
/// <code>
/// Forwarded         = 1#forwarded-element
/// forwarded-element = [ forwarded-pair ] *( ";" [ forwarded-pair ] )
/// forwarded-pair    = token "=" ( token / quoted-string )
/// </code>
/// RFC 7239 section 4. No white space around semicolon and equals sign. Stricter than that: for, by, host and proto hold no escapes, of which their grammars
/// need none, and other parameters are read and passed over. Anyone on the way, and the client itself, can have written what stands here: trust the elements
/// of proxies you know, which stand last. Read to the end, and ask <see cref="Result"/>, before acting on any.
/// </remarks>
public ref struct ForwardedReader
{
    /// <summary>Parameters that may stand in one element, 16.</summary>
    public const int MaxParameters = 16;

    private FieldValueReader _reader;

    /// <summary>Stands before the first element.</summary>
    /// <param name="value">The value of one Forwarded field line; offsets are relative to it.</param>
    public ForwardedReader(ReadOnlySpan<byte> value)
    {
        _reader = new FieldValueReader(value);
    }

    /// <summary>Stands before the first element of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    public ForwardedReader(ReadOnlySpan<byte> buffer, in FieldLine line)
    {
        _reader = new FieldValueReader(buffer, in line);
    }

    /// <summary>What is read, up to its end.</summary>
    public readonly ReadOnlySpan<byte> Value => _reader.Value;

    /// <summary>The answer so far. Done: nothing was refused. InvalidData: BadForwarded, BadForwardedNode, BadForwardedValue, BadList, BadQuotedString;
    /// RepeatedForwardedParameter and TooManyForwardedParameters, of which Position is the equals sign. Position is the first octet that no continuation could make valid.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next element.</summary>
    /// <param name="element">What it says; default where false is answered.</param>
    /// <returns>False: there is none, or the field was refused.</returns>
    public bool Read(out ForwardedElement element)
    {
        element = default;
        if (!_reader.NextElement())
        {
            return false;
        }

        Span<FieldText> names = stackalloc FieldText[MaxParameters];
        int count = 0;
        ForwardedElement read = default;
        do
        {
            if (EndsValue(_reader.Position))
            {
                continue;
            }

            if (!ReadName(names[..count], out FieldText name) || !ReadValue(name, ref read))
            {
                return false;
            }

            names[count++] = name;
        }
        while (_reader.TrySkip((byte)';'));

        element = read;
        return true;
    }

    private bool ReadName(scoped ReadOnlySpan<FieldText> seen, out FieldText name)
    {
        if (!_reader.ReadToken(out name, ParseError.BadForwarded))
        {
            return false;
        }

        if (!_reader.IsNext((byte)'='))
        {
            return _reader.Refuse(ParseError.BadForwarded);
        }

        foreach (FieldText other in seen)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(other.In(Value), name.In(Value)))
            {
                return _reader.Refuse(ParseError.RepeatedForwardedParameter);
            }
        }

        return (seen.Length < MaxParameters || _reader.Refuse(ParseError.TooManyForwardedParameters)) && _reader.TrySkip((byte)'=');
    }

    private bool ReadValue(FieldText name, ref ForwardedElement element)
    {
        FieldText text;
        switch (ForwardedParameterTable.Find(name.In(Value)))
        {
            case ForwardedParameter.For:
                if (!ReadNode(out ForwardedNode node))
                {
                    return false;
                }

                element = element with { For = node };
                return true;
            case ForwardedParameter.By:
                if (!ReadNode(out node))
                {
                    return false;
                }

                element = element with { By = node };
                return true;
            case ForwardedParameter.Host:
                if (!ReadHost(out text))
                {
                    return false;
                }

                element = element with { Host = text };
                return true;
            case ForwardedParameter.Protocol:
                if (!ReadProtocol(out text))
                {
                    return false;
                }

                element = element with { Protocol = text };
                return true;
            default:
                return _reader.ReadTokenOrQuotedString(out _, ParseError.BadForwarded) && (EndsValue(_reader.Position) || _reader.Refuse(ParseError.BadForwarded));
        }
    }

    // Unquoted, a node is made of tchars: it has neither brackets nor a port.
    private bool ReadNode(out ForwardedNode node)
    {
        bool quoted = _reader.TrySkip((byte)'"');
        int start = _reader.Position;
        int end = quoted ? Value.Length : start + TokenLength(Value[start..]);
        return ForwardedNodeScanner.TryScan(Value[..end], start, out node, out int at)
            ? EndText(quoted, at, ParseError.BadForwardedNode)
            : _reader.Refuse(ParseError.BadForwardedNode, at);
    }

    private bool ReadHost(out FieldText text)
    {
        bool quoted = _reader.TrySkip((byte)'"');
        int start = _reader.Position;
        ReadOnlySpan<byte> rest = Value[start..];
        int length = quoted ? rest.IndexOf((byte)'"') : TokenLength(rest);
        int invalid = Authority.Validate(length < 0 ? rest : rest[..length], whole: length >= 0, portRequired: false);
        text = new FieldText(start, Math.Max(length, 0), quoted ? FieldTextForm.QuotedString : FieldTextForm.Token);
        return invalid >= 0 || length < 0
            ? _reader.Refuse(ParseError.BadForwardedValue, start + (invalid >= 0 ? invalid : rest.Length))
            : EndText(quoted, start + length, ParseError.BadForwardedValue);
    }

    // scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
    private bool ReadProtocol(out FieldText text)
    {
        bool quoted = _reader.TrySkip((byte)'"');
        int start = _reader.Position;
        int at = start;
        while (at < Value.Length && (at == start ? UrlBytes.IsAlpha(Value[at]) : UrlBytes.Is(Value[at], UrlBytes.SchemeOctet)))
        {
            at++;
        }

        text = new FieldText(start, at - start, quoted ? FieldTextForm.QuotedString : FieldTextForm.Token);
        return at == start ? _reader.Refuse(ParseError.BadForwardedValue, at) : EndText(quoted, at, ParseError.BadForwardedValue);
    }

    // Behind the text stands the closing quote, or what may follow a value.
    private bool EndText(bool quoted, int at, ParseError error)
    {
        if (quoted ? at == Value.Length || Value[at] != (byte)'"' : !EndsValue(at))
        {
            return _reader.Refuse(error, at);
        }

        _reader.MoveTo(at + (quoted ? 1 : 0));
        return EndsValue(_reader.Position) || _reader.Refuse(ParseError.BadForwarded);
    }

    private readonly bool EndsValue(int at) => at == Value.Length || Value[at] is (byte)';' or (byte)',' or (byte)' ' or (byte)'\t';

    private static int TokenLength(ReadOnlySpan<byte> octets)
    {
        int length = 0;
        while (length < octets.Length && ByteClasses.IsToken(octets[length]))
        {
            length++;
        }

        return length;
    }
}
