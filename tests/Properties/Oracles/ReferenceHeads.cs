using System.Buffers;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads heads octet by octet, left to right, as RFC 9112 sections 2 to 5 are worded: no table, no vector, no code shared with Core.</summary>
/// <remarks>
/// The first octet that no continuation could make valid is the offending one. An octet at or beyond a limit that is not the line's own end offends
/// by being there. The octets a strict grammar allows beyond the RFC's choice (one leading CRLF, brackets in a path) follow DESIGN section 3.
/// </remarks>
internal sealed class ReferenceHeads
{
    private readonly byte[] _octets;
    private readonly Http1Limits _limits;
    private readonly Http1Leniency _leniency;
    private readonly int _table;
    private int _at;
    private int _lineStart;
    private int _lineLimit;
    private ParseError _lineError;

    private ReferenceHeads(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table)
    {
        _octets = octets;
        _limits = limits;
        _leniency = leniency;
        _table = table;
    }

    public OperationStatus Status { get; private set; }

    public ParseError Error { get; private set; }

    /// <summary>The refusal's offset, or the octets consumed; not told where more are needed.</summary>
    public int Offset { get; private set; }

    public Deviations Deviations { get; private set; }

    public int FirstDeviation { get; private set; } = -1;

    public string StartLine { get; private set; } = "";

    public List<ReferenceField> Fields { get; } = [];

    public static ReferenceHeads Request(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads(octets, limits, leniency & ~Http1Leniency.SpaceBeforeColon, table).Run(p => p.RequestLine());

    public static ReferenceHeads Response(byte[] octets, Http1Limits limits, Http1Leniency leniency, int table) =>
        new ReferenceHeads(octets, limits, leniency, table).Run(p => p.StatusLine());

    private ReferenceHeads Run(Action<ReferenceHeads> startLine)
    {
        try
        {
            startLine(this);
            FieldSection();
            Status = OperationStatus.Done;
            Offset = _at;
        }
        catch (Stop stop)
        {
            Status = stop.Status;
            Error = stop.Error;
            Offset = stop.Offset;
        }

        return this;
    }

    // request-line = method SP request-target SP HTTP-version
    private void RequestLine()
    {
        NoLimit();
        if (Peek() is '\r' or '\n')
        {
            Deviate(Deviations.LeadingEmptyLine, 0);
            LineEnd();
        }

        Limit(_limits.MaxStartLine, ParseError.StartLineTooLong);
        int method = _at;
        while (IsToken(Peek()))
        {
            if (_at - method == _limits.MaxMethod)
            {
                throw new Stop(ParseError.MethodTooLong, _at);
            }

            _at++;
        }

        if (_at == method || Peek() != ' ')
        {
            throw new Stop(ParseError.BadMethod, _at);
        }

        string name = System.Text.Encoding.Latin1.GetString(_octets, method, _at - method);
        _at++;

        int target = _at;
        TargetForm form = Target(name);
        int targetEnd = _at;
        _at++;
        string version = Version();
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadVersion, _at);
        }

        LineEnd();
        StartLine = $"{method}+{name.Length} {target}+{targetEnd - target} {form} {version}";
    }

    // request-target = origin-form / absolute-form / authority-form / asterisk-form
    private TargetForm Target(string method)
    {
        int start = _at;
        if (method == "CONNECT")
        {
            Authority(start, portRequired: true);
            ExpectTargetEnd(start);
            return TargetForm.Authority;
        }

        if (Peek() == '/')
        {
            TargetOctets(start);
            return TargetForm.Origin;
        }

        if (Peek() == '*' && method == "OPTIONS")
        {
            _at++;
            ExpectTargetEnd(start);
            return TargetForm.Asterisk;
        }

        // absolute-URI = scheme ":" hier-part [ "?" query ]
        if (!IsAlpha(Peek()))
        {
            throw BadTarget(start);
        }

        while (IsAlpha(Peek()) || IsDigit(Peek()) || Peek() is '+' or '-' or '.')
        {
            _at++;
        }

        if (Peek() != ':')
        {
            throw BadTarget(start);
        }

        string scheme = System.Text.Encoding.Latin1.GetString(_octets, start, _at - start);
        _at++;
        if (scheme.ToUpperInvariant() is "HTTP" or "HTTPS")
        {
            for (int slash = 0; slash < 2; slash++, _at++)
            {
                if (Peek() != '/')
                {
                    throw BadTarget(start);
                }
            }

            AuthorityWithUserInfo(start);
            if (Peek() is not ('/' or '?'))
            {
                ExpectTargetEnd(start);
            }
        }

        TargetOctets(start);
        return TargetForm.Absolute;
    }

    // [ userinfo "@" ] uri-host [ ":" port ]: until "@" or the end has come, octets may belong to either.
    private void AuthorityWithUserInfo(int target)
    {
        if (Peek() == '[')
        {
            Authority(target, portRequired: false);
            return;
        }

        int start = _at;
        while (IsRegName(Peek()) || Peek() is ':' or '%')
        {
            RegNameOctet(target);
        }

        if (Peek() == '@')
        {
            _at++;
            Authority(target, portRequired: false);
            return;
        }

        string text = System.Text.Encoding.Latin1.GetString(_octets, start, _at - start);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string port = colon < 0 ? "" : text[(colon + 1)..];
        bool valid = text.Length > 0 && colon != 0 && port.All(IsDigit) && (port.TrimStart('0').Length <= 5 && (port.Length == 0 || long.Parse(port.TrimStart('0').PadLeft(1, '0')) <= 65535));
        if (!valid)
        {
            throw BadTarget(target);
        }
    }

    // uri-host [ ":" port ], ended by what may not stand in it.
    private void Authority(int target, bool portRequired)
    {
        int start = _at;
        if (Peek() == '[')
        {
            _at++;
            bool future = Peek() is 'v' or 'V';
            while (future ? IsRegName(Peek()) || Peek() == ':' : IsHex(Peek()) || Peek() is ':' or '.')
            {
                _at++;
            }

            string literal = System.Text.Encoding.Latin1.GetString(_octets, start + 1, _at - start - 1);
            if (Peek() != ']' || !(future ? IsFuture(literal) : IsAddress(literal)))
            {
                throw BadTarget(target);
            }

            _at++;
        }
        else
        {
            while (IsRegName(Peek()) || Peek() == '%')
            {
                RegNameOctet(target);
            }

            if (_at == start)
            {
                throw BadTarget(target);
            }
        }

        if (Peek() != ':')
        {
            if (portRequired)
            {
                throw BadTarget(target);
            }

            return;
        }

        _at++;
        int port = 0;
        int digits = _at;
        while (IsDigit(Peek()))
        {
            port = (port * 10) + Peek() - '0';
            if (port > 65535)
            {
                throw BadTarget(target);
            }

            _at++;
        }

        if (portRequired && _at == digits)
        {
            throw BadTarget(target);
        }
    }

    // An octet, or "%" HEXDIG HEXDIG.
    private void RegNameOctet(int target)
    {
        bool encoded = Peek() == '%';
        _at++;
        for (int digit = 0; encoded && digit < 2; digit++, _at++)
        {
            if (!IsHex(Peek()))
            {
                throw BadTarget(target);
            }
        }
    }

    private void TargetOctets(int start)
    {
        while (IsTarget(Peek()))
        {
            _at++;
        }

        ExpectTargetEnd(start);
    }

    private void ExpectTargetEnd(int start)
    {
        if (Peek() != ' ')
        {
            throw BadTarget(start);
        }
    }

    // A line that ends inside the target is HTTP/0.9's: its version is missing.
    private Stop BadTarget(int start) =>
        new(_at > start && Peek() is '\r' or '\n' ? ParseError.BadVersion : ParseError.BadRequestTarget, _at);

    // HTTP-version = "HTTP" "/" DIGIT "." DIGIT
    private string Version()
    {
        foreach (char expected in "HTTP/")
        {
            if (Peek() != expected)
            {
                throw new Stop(ParseError.BadVersion, _at);
            }

            _at++;
        }

        int major = Digit(ParseError.BadVersion);
        if (Peek() != '.')
        {
            throw new Stop(ParseError.BadVersion, _at);
        }

        _at++;
        int minor = Digit(ParseError.BadVersion);
        if (major != 1 || minor > 1)
        {
            throw new Stop(ParseError.UnsupportedVersion, _at - 1);
        }

        return minor == 1 ? "Http11" : "Http10";
    }

    // status-line = HTTP-version SP status-code SP [ reason-phrase ]
    private void StatusLine()
    {
        Limit(_limits.MaxStartLine, ParseError.StartLineTooLong);
        string version = Version();
        if (Peek() != ' ')
        {
            throw new Stop(ParseError.BadVersion, _at);
        }

        _at++;
        int hundreds = Digit(ParseError.BadStatusCode);
        if (hundreds is 0 or > 5)
        {
            throw new Stop(ParseError.BadStatusCode, _at - 1);
        }

        int status = (hundreds * 100) + (Digit(ParseError.BadStatusCode) * 10) + Digit(ParseError.BadStatusCode);
        if (Peek() is '\r' or '\n' && (_leniency & Http1Leniency.MissingReasonSpace) != 0)
        {
            Deviate(Deviations.MissingReasonSpace, _at);
        }
        else if (Peek() != ' ')
        {
            throw new Stop(ParseError.BadReasonPhrase, _at);
        }
        else
        {
            _at++;
        }

        int reason = _at;
        while (IsText(Peek()))
        {
            _at++;
        }

        int end = _at;
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadReasonPhrase, _at);
        }

        LineEnd();
        StartLine = $"{version} {status} {reason}+{end - reason}";
    }

    private void FieldSection()
    {
        while (true)
        {
            NoLimit();
            if (Peek() is '\r' or '\n')
            {
                LineEnd();
                return;
            }

            if (Peek() is ' ' or '\t')
            {
                if (Fields.Count == 0)
                {
                    throw new Stop(ParseError.SpaceBeforeFirstField, _at);
                }

                if ((_leniency & Http1Leniency.ObsFold) == 0)
                {
                    throw new Stop(ParseError.ObsFold, _at);
                }

                Deviate(Deviations.ObsFold, _at);
                FoldedLine();
                continue;
            }

            if (Fields.Count == _table)
            {
                throw new Stop(ParseError.TooManyFields, _at, OperationStatus.DestinationTooSmall);
            }

            Limit(Math.Min(_limits.MaxFieldLine, 65535), ParseError.FieldLineTooLong);
            FieldLine();
        }
    }

    // field-line = field-name ":" OWS field-value OWS
    private void FieldLine()
    {
        int start = _at;
        while (IsToken(Peek()))
        {
            _at++;
        }

        int nameLength = _at - start;
        if (nameLength > 0 && Peek() is ' ' or '\t' && (_leniency & Http1Leniency.SpaceBeforeColon) != 0)
        {
            Deviations before = Deviations;
            int first = FirstDeviation;
            Deviate(Deviations.SpaceBeforeColon, _at);
            while (Peek() is ' ' or '\t')
            {
                _at++;
            }

            if (Peek() != ':')
            {
                (Deviations, FirstDeviation) = (before, first);
            }
        }

        if (Peek() is '\r' or '\n')
        {
            throw new Stop(ParseError.MissingColon, _at);
        }

        if (Peek() is ' ' or '\t')
        {
            throw new Stop(ParseError.SpaceBeforeColon, _at);
        }

        if (Peek() != ':' || nameLength == 0)
        {
            throw new Stop(ParseError.BadFieldName, _at);
        }

        _at++;
        int value = _at;
        int end = Value();
        Fields.Add(Trimmed(start, nameLength, value, end));
    }

    // The line's limit is that of the field it belongs to.
    private void FoldedLine()
    {
        ReferenceField field = Fields[^1];
        _lineStart = field.NameStart;
        _lineLimit = Math.Min(_limits.MaxFieldLine, 65535);
        _lineError = ParseError.FieldLineTooLong;
        int value = field.ValueLength == 0 ? _at : field.ValueStart;
        int end = Value();
        Fields[^1] = Trimmed(field.NameStart, field.NameLength, value, end);
    }

    private int Value()
    {
        while (IsText(Peek()))
        {
            _at++;
        }

        int end = _at;
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadFieldValue, _at);
        }

        LineEnd();
        return end;
    }

    private ReferenceField Trimmed(int name, int nameLength, int start, int end)
    {
        while (start < end && _octets[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && _octets[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            end--;
        }

        return new ReferenceField(name, nameLength, start, end - start);
    }

    // CRLF, or LF where that may pass. A CR that no LF follows is bare; the octet behind it shows it.
    private void LineEnd()
    {
        if (Peek() == '\n')
        {
            if ((_leniency & Http1Leniency.BareLf) == 0)
            {
                throw new Stop(ParseError.BareLf, _at);
            }

            Deviate(Deviations.BareLf, _at);
            _at++;
            return;
        }

        _at++;
        NoLimit();
        if (Peek() != '\n')
        {
            throw new Stop(ParseError.BareCr, _at);
        }

        _at++;
    }

    private int Digit(ParseError error)
    {
        if (!IsDigit(Peek()))
        {
            throw new Stop(error, _at);
        }

        return _octets[_at++] - '0';
    }

    private char Peek()
    {
        if (_at >= _limits.MaxHead)
        {
            throw new Stop(ParseError.HeadTooLarge, _limits.MaxHead);
        }

        if (_at >= _octets.Length)
        {
            throw new Stop(ParseError.None, 0, OperationStatus.NeedMoreData);
        }

        char octet = (char)_octets[_at];
        if (_at - _lineStart >= _lineLimit && octet is not ('\r' or '\n'))
        {
            throw new Stop(_lineError, _at);
        }

        return octet;
    }

    private void Limit(int octets, ParseError error) => (_lineStart, _lineLimit, _lineError) = (_at, octets, error);

    private void NoLimit() => (_lineStart, _lineLimit) = (_at, int.MaxValue);

    private void Deviate(Deviations deviation, int at)
    {
        if (Deviations == Deviations.None)
        {
            FirstDeviation = at;
        }

        Deviations |= deviation;
    }
}
