using System.Buffers;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>The start-lines, as RFC 9112 sections 3 and 4 word them.</summary>
internal abstract class ReferenceStartLines(byte[] octets, Http1Limits limits, Http1Leniency leniency) : ReferenceCursor(octets, limits, leniency)
{
    public string StartLine { get; private set; } = "";

    // request-line = method SP request-target SP HTTP-version
    private protected void RequestLine()
    {
        NoLimit();
        if (Peek() is '\r' or '\n')
        {
            Deviate(Deviations.LeadingEmptyLine, 0);
            LineEnd();
        }

        Limit(Limits.MaxStartLine, ParseError.StartLineTooLong);
        int method = At;
        while (IsToken(Peek()))
        {
            if (At - method == Limits.MaxMethod)
            {
                throw new Stop(ParseError.MethodTooLong, At);
            }

            At++;
        }

        if (At == method || Peek() != ' ')
        {
            throw new Stop(ParseError.BadMethod, At);
        }

        string name = System.Text.Encoding.Latin1.GetString(Octets, method, At - method);
        At++;

        int target = At;
        TargetForm form = Target(name);
        int targetEnd = At;
        At++;
        string version = Version();
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadVersion, At);
        }

        LineEnd();
        StartLine = $"{method}+{name.Length} {target}+{targetEnd - target} {form} {version}";
    }

    // request-target = origin-form / absolute-form / authority-form / asterisk-form
    private protected TargetForm Target(string method)
    {
        int start = At;
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
            At++;
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
            At++;
        }

        if (Peek() != ':')
        {
            throw BadTarget(start);
        }

        string scheme = System.Text.Encoding.Latin1.GetString(Octets, start, At - start);
        At++;
        if (scheme.ToUpperInvariant() is "HTTP" or "HTTPS")
        {
            for (int slash = 0; slash < 2; slash++, At++)
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
    private protected void AuthorityWithUserInfo(int target)
    {
        if (Peek() == '[')
        {
            Authority(target, portRequired: false);
            return;
        }

        int start = At;
        while (IsRegName(Peek()) || Peek() is ':' or '%')
        {
            RegNameOctet(target);
        }

        if (Peek() == '@')
        {
            At++;
            Authority(target, portRequired: false);
            return;
        }

        string text = System.Text.Encoding.Latin1.GetString(Octets, start, At - start);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string port = colon < 0 ? "" : text[(colon + 1)..];
        bool valid = text.Length > 0 && colon != 0 && port.All(IsDigit) && (port.TrimStart('0').Length <= 5 && (port.Length == 0 || long.Parse(port.TrimStart('0').PadLeft(1, '0')) <= 65535));
        if (!valid)
        {
            throw BadTarget(target);
        }
    }

    // uri-host [ ":" port ], ended by what may not stand in it.
    private protected void Authority(int target, bool portRequired)
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
                throw BadTarget(target);
            }

            At++;
        }
        else
        {
            while (IsRegName(Peek()) || Peek() == '%')
            {
                RegNameOctet(target);
            }

            if (At == start)
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

        At++;
        int port = 0;
        int digits = At;
        while (IsDigit(Peek()))
        {
            port = (port * 10) + Peek() - '0';
            if (port > 65535)
            {
                throw BadTarget(target);
            }

            At++;
        }

        if (portRequired && At == digits)
        {
            throw BadTarget(target);
        }
    }

    // An octet, or "%" HEXDIG HEXDIG.
    private protected void RegNameOctet(int target)
    {
        bool encoded = Peek() == '%';
        At++;
        for (int digit = 0; encoded && digit < 2; digit++, At++)
        {
            if (!IsHex(Peek()))
            {
                throw BadTarget(target);
            }
        }
    }

    private protected void TargetOctets(int start)
    {
        while (IsTarget(Peek()))
        {
            At++;
        }

        ExpectTargetEnd(start);
    }

    private protected void ExpectTargetEnd(int start)
    {
        if (Peek() != ' ')
        {
            throw BadTarget(start);
        }
    }

    // A line that ends inside the target is HTTP/0.9's: its version is missing.
    private protected Stop BadTarget(int start) =>
        new(At > start && Peek() is '\r' or '\n' ? ParseError.BadVersion : ParseError.BadRequestTarget, At);

    // HTTP-version = "HTTP" "/" DIGIT "." DIGIT
    private protected string Version()
    {
        foreach (char expected in "HTTP/")
        {
            if (Peek() != expected)
            {
                throw new Stop(ParseError.BadVersion, At);
            }

            At++;
        }

        int major = Digit(ParseError.BadVersion);
        if (Peek() != '.')
        {
            throw new Stop(ParseError.BadVersion, At);
        }

        At++;
        int minor = Digit(ParseError.BadVersion);
        if (major != 1 || minor > 1)
        {
            throw new Stop(ParseError.UnsupportedVersion, At - 1);
        }

        return minor == 1 ? "Http11" : "Http10";
    }

    // status-line = HTTP-version SP status-code SP [ reason-phrase ]
    private protected void StatusLine()
    {
        Limit(Limits.MaxStartLine, ParseError.StartLineTooLong);
        string version = Version();
        if (Peek() != ' ')
        {
            throw new Stop(ParseError.BadVersion, At);
        }

        At++;
        int hundreds = Digit(ParseError.BadStatusCode);
        if (hundreds is 0 or > 5)
        {
            throw new Stop(ParseError.BadStatusCode, At - 1);
        }

        int status = (hundreds * 100) + (Digit(ParseError.BadStatusCode) * 10) + Digit(ParseError.BadStatusCode);
        if (Peek() is '\r' or '\n' && (Leniency & Http1Leniency.MissingReasonSpace) != 0)
        {
            Deviate(Deviations.MissingReasonSpace, At);
        }
        else if (Peek() != ' ')
        {
            throw new Stop(ParseError.BadReasonPhrase, At);
        }
        else
        {
            At++;
        }

        int reason = At;
        while (IsText(Peek()))
        {
            At++;
        }

        int end = At;
        if (Peek() is not ('\r' or '\n'))
        {
            throw new Stop(ParseError.BadReasonPhrase, At);
        }

        LineEnd();
        StartLine = $"{version} {status} {reason}+{end - reason}";
    }
}
