using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>The start-lines, as RFC 9112 sections 3 and 4 word them. A production answers whether it stands; where it does not, reading has stopped.</summary>
internal abstract class ReferenceStartLines : ReferenceCursor
{
    public int MethodStart { get; private set; }

    public int MethodLength { get; private set; }

    public int TargetStart { get; private set; }

    public int TargetLength { get; private set; }

    public TargetForm Form { get; private set; }

    public HttpVersion Version { get; private set; }

    public int StatusCode { get; private set; }

    public int ReasonStart { get; private set; }

    public int ReasonLength { get; private set; }

    // request-line = method SP request-target SP HTTP-version
    private protected bool RequestLine()
    {
        StatusCode = 0;
        NoLimit();
        if (Peek() is '\r' or '\n')
        {
            Deviate(Deviations.LeadingEmptyLine, 0);
            if (!LineEnd())
            {
                return false;
            }
        }

        Limit(Limits.MaxStartLine, ParseError.StartLineTooLong);
        MethodStart = At;
        while (IsToken(Peek()))
        {
            if (At - MethodStart == Limits.MaxMethod)
            {
                return Stop(ParseError.MethodTooLong, At);
            }

            At++;
        }

        MethodLength = At - MethodStart;
        if (MethodLength == 0 || Peek() != ' ')
        {
            return Stop(ParseError.BadMethod, At);
        }

        At++;
        TargetStart = At;
        if (!Target())
        {
            return false;
        }

        TargetLength = At - TargetStart;
        At++;
        if (!ReadVersion())
        {
            return false;
        }

        return Peek() is '\r' or '\n' ? LineEnd() : Stop(ParseError.BadVersion, At);
    }

    // status-line = HTTP-version SP status-code SP [ reason-phrase ]
    private protected bool StatusLine()
    {
        Limit(Limits.MaxStartLine, ParseError.StartLineTooLong);
        if (!ReadVersion())
        {
            return false;
        }

        if (Peek() != ' ')
        {
            return Stop(ParseError.BadVersion, At);
        }

        At++;
        int hundreds = Digit(ParseError.BadStatusCode);
        if (hundreds is 0 or > 5)
        {
            return Stop(ParseError.BadStatusCode, At - 1);
        }

        StatusCode = (hundreds * 100) + (Digit(ParseError.BadStatusCode) * 10) + Digit(ParseError.BadStatusCode);
        if (Peek() is '\r' or '\n' && (Leniency & Http1Leniency.MissingReasonSpace) != 0)
        {
            Deviate(Deviations.MissingReasonSpace, At);
        }
        else if (Peek() != ' ')
        {
            return Stop(ParseError.BadReasonPhrase, At);
        }
        else
        {
            At++;
        }

        ReasonStart = At;
        while (IsText(Peek()))
        {
            At++;
        }

        ReasonLength = At - ReasonStart;
        return Peek() is '\r' or '\n' ? LineEnd() : Stop(ParseError.BadReasonPhrase, At);
    }

    // request-target = origin-form / absolute-form / authority-form / asterisk-form
    private bool Target()
    {
        int start = At;
        if (Is("CONNECT", MethodStart, MethodLength))
        {
            Form = TargetForm.Authority;
            return Authority(start, portRequired: true) && TargetEnd(start);
        }

        if (Peek() == '/')
        {
            Form = TargetForm.Origin;
            return TargetOctets(start);
        }

        if (Peek() == '*' && Is("OPTIONS", MethodStart, MethodLength))
        {
            Form = TargetForm.Asterisk;
            At++;
            return TargetEnd(start);
        }

        // absolute-URI = scheme ":" hier-part [ "?" query ]
        Form = TargetForm.Absolute;
        if (!IsAlpha(Peek()))
        {
            return BadTarget(start);
        }

        while (IsAlpha(Peek()) || IsDigit(Peek()) || Peek() is '+' or '-' or '.')
        {
            At++;
        }

        if (Peek() != ':')
        {
            return BadTarget(start);
        }

        int scheme = At - start;
        At++;
        if (IsIgnoringCase("http", start, scheme) || IsIgnoringCase("https", start, scheme))
        {
            for (int slash = 0; slash < 2; slash++, At++)
            {
                if (Peek() != '/')
                {
                    return BadTarget(start);
                }
            }

            if (!AuthorityWithUserInfo(start) || (Peek() is not ('/' or '?') && !TargetEnd(start)))
            {
                return false;
            }
        }

        return TargetOctets(start);
    }

    // [ userinfo "@" ] uri-host [ ":" port ]: until "@" or the end has come, octets may belong to either.
    private bool AuthorityWithUserInfo(int target)
    {
        if (Peek() == '[')
        {
            return Authority(target, portRequired: false);
        }

        int start = At;
        while (IsRegName(Peek()) || Peek() is ':' or '%')
        {
            if (!RegNameOctet(target))
            {
                return false;
            }
        }

        if (Peek() == '@')
        {
            At++;
            return Authority(target, portRequired: false);
        }

        int colon = start;
        while (colon < At && Octets[colon] != ':')
        {
            colon++;
        }

        int port = 0;
        for (int i = colon + 1; i < At; i++)
        {
            port = IsDigit((char)Octets[i]) ? Math.Min((port * 10) + Octets[i] - '0', 65536) : 65536;
        }

        return (colon > start && port <= 65535) || BadTarget(target);
    }

    // uri-host [ ":" port ], ended by what may not stand in it.
    private bool Authority(int target, bool portRequired)
    {
        int start = At;
        if (Peek() == '[')
        {
            At++;
            bool future = Peek() is 'v' or 'V';
            while (future ? IsRegName(Peek()) || Peek() == ':' : IsHex(Peek()) || Peek() is ':' or '.')
            {
                At++;
            }

            string literal = System.Text.Encoding.Latin1.GetString(Octets, start + 1, At - start - 1);
            if (Peek() != ']' || !(future ? IsFuture(literal) : IsAddress(literal)))
            {
                return BadTarget(target);
            }

            At++;
        }
        else
        {
            while (IsRegName(Peek()) || Peek() == '%')
            {
                if (!RegNameOctet(target))
                {
                    return false;
                }
            }

            if (At == start)
            {
                return BadTarget(target);
            }
        }

        if (Peek() != ':')
        {
            return !portRequired || BadTarget(target);
        }

        At++;
        int port = 0;
        int digits = At;
        while (IsDigit(Peek()))
        {
            port = (port * 10) + Peek() - '0';
            if (port > 65535)
            {
                return BadTarget(target);
            }

            At++;
        }

        return !portRequired || At > digits || BadTarget(target);
    }

    // An octet, or "%" HEXDIG HEXDIG.
    private bool RegNameOctet(int target)
    {
        bool encoded = Peek() == '%';
        At++;
        for (int digit = 0; encoded && digit < 2; digit++, At++)
        {
            if (!IsHex(Peek()))
            {
                return BadTarget(target);
            }
        }

        return true;
    }

    private bool TargetOctets(int start)
    {
        while (IsTarget(Peek()))
        {
            At++;
        }

        return TargetEnd(start);
    }

    private bool TargetEnd(int start) => Peek() == ' ' || BadTarget(start);

    // A line that ends inside the target is HTTP/0.9's: its version is missing.
    private bool BadTarget(int start) =>
        Stop(At > start && Peek() is '\r' or '\n' ? ParseError.BadVersion : ParseError.BadRequestTarget, At);

    // HTTP-version = "HTTP" "/" DIGIT "." DIGIT
    private bool ReadVersion()
    {
        foreach (char expected in "HTTP/")
        {
            if (Peek() != expected)
            {
                return Stop(ParseError.BadVersion, At);
            }

            At++;
        }

        int major = Digit(ParseError.BadVersion);
        if (Peek() != '.')
        {
            return Stop(ParseError.BadVersion, At);
        }

        At++;
        int minor = Digit(ParseError.BadVersion);
        if (major != 1 || minor is not (0 or 1))
        {
            return Stop(ParseError.UnsupportedVersion, At - 1);
        }

        Version = minor == 1 ? HttpVersion.Http11 : HttpVersion.Http10;
        return true;
    }

    private bool Is(string text, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (length != text.Length || Octets[start + i] != text[i])
            {
                return false;
            }
        }

        return length == text.Length;
    }

    private bool IsIgnoringCase(string lower, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (length != lower.Length || char.ToLowerInvariant((char)Octets[start + i]) != lower[i])
            {
                return false;
            }
        }

        return length == lower.Length;
    }
}
