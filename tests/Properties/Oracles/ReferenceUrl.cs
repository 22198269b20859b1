using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads an absolute URL as RFC 3986 appendix A words it, with each scheme's own rules and the refusals of docs/urls.md; nothing of it is Core's.</summary>
/// <remarks>
/// The first octet at which no continuation is a URL offends; where the URL ends too early, its length. An octet that no URI holds is a bad character wherever it stands;
/// one that only does not belong there is a bad host, port or scheme. Where userinfo may still come, host and port are judged at the end of the authority.
/// </remarks>
internal sealed class ReferenceUrl
{
    private byte[] _octets = [];
    private int _length;
    private int _at;
    private bool _stopped;

    public ParseError Error { get; private set; }

    public int Offset { get; private set; }

    public UrlParts Parts;

    private string Scheme { get; set; } = "";

    private bool NeedsHost => Scheme is "http" or "https" or "ws" or "wss" or "ftp" or "ftps" or "gopher" or "gophers";

    public ReferenceUrl Read(byte[] octets, int length, int maxLength)
    {
        (_octets, _length, _at, _stopped) = (octets, Math.Min(length, maxLength), 0, false);
        (Error, Offset) = (ParseError.None, 0);
        Parts = new UrlParts
        {
            UserNameLength = -1, PasswordLength = -1, HostLength = -1, PortLength = -1, Port = -1, QueryLength = -1, FragmentLength = -1,
        };

        bool read = ReadScheme() && HierPart() && QueryAndFragment();
        if (length > maxLength && (read || Offset >= maxLength))
        {
            (Error, Offset) = (ParseError.UrlTooLong, maxLength);
        }

        Parts.Length = length;
        return this;
    }

    // scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
    private bool ReadScheme()
    {
        while (_at > 0 ? IsAlpha(Peek()) || IsDigit(Peek()) || Peek() is '+' or '-' or '.' : IsAlpha(Peek()))
        {
            _at++;
        }

        if (_at == 0 || Peek() != ':')
        {
            // What else may end here ends a relative reference.
            return Stop(Peek() is '/' or '?' or '#' or ':' or Nothing ? ParseError.MissingScheme : ParseError.BadScheme);
        }

        Scheme = System.Text.Encoding.Latin1.GetString(_octets, 0, _at).ToLowerInvariant();
        Parts.SchemeLength = _at;
        Parts.Scheme = Scheme switch
        {
            "http" => UrlScheme.Http, "https" => UrlScheme.Https, "ws" => UrlScheme.Ws, "wss" => UrlScheme.Wss, "ftp" => UrlScheme.Ftp, "ftps" => UrlScheme.Ftps,
            "gopher" => UrlScheme.Gopher, "gophers" => UrlScheme.Gophers, "file" => UrlScheme.File, _ => UrlScheme.Other,
        };
        _at++;
        return true;
    }

    // hier-part = "//" authority path-abempty / path-absolute / path-rootless / path-empty
    private bool HierPart()
    {
        if (Peek() == '/' && Peek(1) == '/')
        {
            _at += 2;
            if (!(Scheme == "file" ? FileAuthority() : Authority()))
            {
                return false;
            }
        }
        else if (NeedsHost)
        {
            _at += Peek() == '/' ? 1 : 0;
            return Stop(ParseError.MissingUrlHost);
        }
        else if (Scheme == "file" && Peek() != '/')
        {
            return Stop(ParseError.BadUrlCharacter);
        }

        Parts.PathStart = _at;
        Parts.HasOpaquePath = Parts.HostLength < 0 && Peek() != '/';
        if (!Run(":@/"))
        {
            return false;
        }

        Parts.PathLength = _at - Parts.PathStart;
        return true;
    }

    // authority = [ userinfo "@" ] host [ ":" port ]
    private bool Authority()
    {
        int start = _at;
        if (Peek() == '[')
        {
            return HostAndPort();
        }

        if (!Run(":"))
        {
            return false;
        }

        if (Peek() == '@')
        {
            int colon = Find(':', start, _at);
            (Parts.UserNameStart, Parts.UserNameLength) = (start, (colon < 0 ? _at : colon) - start);
            if (colon >= 0)
            {
                (Parts.PasswordStart, Parts.PasswordLength) = (colon + 1, _at - colon - 1);
            }

            _at++;
            return HostAndPort();
        }

        return EndsAuthority() ? LateHostAndPort(start) : Misplaced();
    }

    // No at sign came, so what was read is host and port; a wrong one could have been userinfo until here.
    private bool LateHostAndPort(int start)
    {
        int colon = Find(':', start, _at);
        int end = colon < 0 ? _at : colon;
        if (end == start && NeedsHost)
        {
            return Stop(ParseError.MissingUrlHost);
        }

        SetName(start, end);
        if (colon < 0)
        {
            return true;
        }

        int port = 0;
        for (int i = colon + 1; i < _at; i++)
        {
            port = IsDigit((char)_octets[i]) ? (port * 10) + _octets[i] - '0' : 65536;
            if (port > 65535)
            {
                return Stop(ParseError.BadUrlPort);
            }
        }

        SetPort(colon + 1, _at, port);
        return true;
    }

    private bool HostAndPort()
    {
        if (!Host())
        {
            return false;
        }

        if (Parts.HostLength == 0 && NeedsHost && (EndsAuthority() || Peek() == ':'))
        {
            return Stop(ParseError.MissingUrlHost);
        }

        if (Peek() != ':')
        {
            return EndsAuthority() || Misplaced();
        }

        int start = ++_at;
        int port = 0;
        while (IsDigit(Peek()))
        {
            port = (port * 10) + Peek() - '0';
            if (port > 65535)
            {
                return Stop(ParseError.BadUrlPort);
            }

            _at++;
        }

        SetPort(start, _at, port);
        return EndsAuthority() || Stop(ParseError.BadUrlPort);
    }

    // RFC 8089 section 2: auth-path = [ "localhost" / host ] path-absolute
    private bool FileAuthority()
    {
        if (!Host())
        {
            return false;
        }

        return Peek() switch
        {
            '/' => true,
            ':' => Stop(ParseError.BadUrlPort),
            '?' or '#' or Nothing => Stop(ParseError.BadUrlCharacter),
            _ => Misplaced(),
        };
    }

    private bool Host()
    {
        int start = _at;
        if (Peek() == '[')
        {
            return Literal();
        }

        if (!Run(""))
        {
            return false;
        }

        SetName(start, _at);
        return true;
    }

    private bool Literal()
    {
        int start = _at++;
        bool future = Peek() is 'v' or 'V';
        if (!(future ? Future() : ReferenceAddress.Read(_octets, _length, ref _at)))
        {
            return Stop(ParseError.BadUrlHost);
        }

        _at++;
        (Parts.HostStart, Parts.HostLength, Parts.HostKind) = (start, _at - start, future ? UrlHostKind.IPvFuture : UrlHostKind.IPv6);
        return true;
    }

    // IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" ), up to its bracket.
    private bool Future()
    {
        int digits = ++_at;
        while (IsHex(Peek()))
        {
            _at++;
        }

        if (_at == digits || Peek() != '.')
        {
            return false;
        }

        int text = ++_at;
        while (IsRegName(Peek()) || Peek() == ':')
        {
            _at++;
        }

        return _at > text && Peek() == ']';
    }

    private bool QueryAndFragment()
    {
        if (Peek() == '?')
        {
            Parts.QueryStart = ++_at;
            if (!Run(":@/?"))
            {
                return false;
            }

            Parts.QueryLength = _at - Parts.QueryStart;
        }

        if (Peek() == '#')
        {
            Parts.FragmentStart = ++_at;
            if (!Run(":@/?"))
            {
                return false;
            }

            Parts.FragmentLength = _at - Parts.FragmentStart;
        }

        return _at == _length || Stop(ParseError.BadUrlCharacter);
    }

    // *( unreserved / sub-delims / pct-encoded / others )
    private bool Run(string others)
    {
        while (IsRegName(Peek()) || others.Contains(Peek()) || Peek() == '%')
        {
            bool encoded = Peek() == '%';
            _at++;
            for (int digit = 0; encoded && digit < 2; digit++, _at++)
            {
                if (!IsHex(Peek()))
                {
                    return Stop(ParseError.BadPercentEncoding);
                }
            }
        }

        return true;
    }

    private bool EndsAuthority() => Peek() is '/' or '?' or '#' or Nothing;

    // gen-delims that stand where they may not are the host's fault; what no URI holds is nobody's.
    private bool Misplaced() => Stop(IsRegName(Peek()) || Peek() is ':' or '/' or '?' or '#' or '[' or ']' or '@' ? ParseError.BadUrlHost : ParseError.BadUrlCharacter);

    private void SetName(int start, int end)
    {
        (Parts.HostStart, Parts.HostLength) = (start, end - start);
        Parts.HostKind = end == start ? UrlHostKind.Empty
            : ReferenceAddress.IsDotted(_octets.AsSpan(start..end)) ? UrlHostKind.IPv4 : UrlHostKind.RegisteredName;
    }

    private void SetPort(int start, int end, int port) =>
        (Parts.PortStart, Parts.PortLength, Parts.Port) = (start, end - start, end > start ? port : -1);

    private int Find(char octet, int start, int end)
    {
        int found = _octets.AsSpan(start..end).IndexOf((byte)octet);
        return found < 0 ? -1 : start + found;
    }

    private const char Nothing = '\uFFFF';

    private char Peek(int ahead = 0) => _at + ahead < _length ? (char)_octets[_at + ahead] : Nothing;

    private bool Stop(ParseError error)
    {
        if (!_stopped)
        {
            (_stopped, Error, Offset) = (true, error, _at);
        }

        return false;
    }
}
