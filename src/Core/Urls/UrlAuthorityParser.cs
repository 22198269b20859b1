using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads an authority by the letter, from behind its two slashes.</summary>
/// <remarks>
/// RFC 3986 section 3.2:
/// <code>
/// authority  = [ userinfo "@" ] host [ ":" port ]
/// userinfo   = *( unreserved / pct-encoded / sub-delims / ":" )
/// host       = IP-literal / IPv4address / reg-name
/// IP-literal = "[" ( IPv6address / "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" ) ) "]"
/// port       = *DIGIT
/// </code>
/// Until the at sign or the end is seen, <c>a:b</c> may be user and password or host and port: only there is a bad port known to be one.
/// </remarks>
internal static class UrlAuthorityParser
{
    internal static ParseError Read(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        var start = at;
        if (at < url.Length && url[at] == '[')
        {
            return ReadHostAndPort(url, ref parts, ref at);
        }

        var error = UrlParser.Skip(url, ref at, UrlBytes.UserInfo);
        if (error != ParseError.None)
        {
            return error;
        }

        if (at < url.Length && url[at] == '@')
        {
            SetUserInfo(url, ref parts, start, at);
            at++;
            return ReadHostAndPort(url, ref parts, ref at);
        }

        if (!EndsAuthority(url, at))
        {
            return Refuse(url, at);
        }

        return SplitHostAndPort(url, ref parts, start, at);
    }

    /// <summary>RFC 8089 section 2: <c>file-auth = "localhost" / host</c>.</summary>
    internal static ParseError ReadFileHost(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        var error = ReadHost(url, ref parts, ref at);
        if (error != ParseError.None)
        {
            return error;
        }

        if (at < url.Length && url[at] == ':')
        {
            return ParseError.BadUrlPort;
        }

        // A file needs its path: auth-path = [ file-auth ] path-absolute.
        return at < url.Length && url[at] == '/' ? ParseError.None : at < url.Length && !EndsAuthority(url, at) ? Refuse(url, at) : ParseError.BadUrlCharacter;
    }

    private static bool EndsAuthority(ReadOnlySpan<byte> url, int at) => at == url.Length || url[at] is (byte)'/' or (byte)'?' or (byte)'#';

    private static ParseError Refuse(ReadOnlySpan<byte> url, int at) =>
        UrlBytes.IsUriOctet(url[at]) ? ParseError.BadUrlHost : ParseError.BadUrlCharacter;

    private static void SetUserInfo(ReadOnlySpan<byte> url, ref UrlParts parts, int start, int end)
    {
        var colon = url[start..end].IndexOf((byte)':');
        parts.UserNameStart = start;
        parts.UserNameLength = colon < 0 ? end - start : colon;
        if (colon < 0)
        {
            return;
        }

        parts.PasswordStart = start + colon + 1;
        parts.PasswordLength = end - parts.PasswordStart;
    }

    // No at sign came: whatever is wrong is known only here, at the end of the authority.
    private static ParseError SplitHostAndPort(ReadOnlySpan<byte> url, ref UrlParts parts, int start, int end)
    {
        var colon = url[start..end].IndexOf((byte)':');
        var host = colon < 0 ? end - start : colon;
        if (host == 0 && parts.Scheme.RequiresHost())
        {
            return ParseError.MissingUrlHost;
        }

        SetRegisteredName(url, ref parts, start, host);
        if (colon < 0)
        {
            return ParseError.None;
        }

        var at = start + colon + 1;
        return ReadPort(url, ref parts, ref at) == ParseError.None && at == end ? ParseError.None : ParseError.BadUrlPort;
    }

    private static ParseError ReadHostAndPort(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        var error = ReadHost(url, ref parts, ref at);
        if (error != ParseError.None)
        {
            return error;
        }

        if (parts.HostLength == 0 && parts.Scheme.RequiresHost() && (EndsAuthority(url, at) || url[at] == ':'))
        {
            return ParseError.MissingUrlHost;
        }

        if (at < url.Length && url[at] == ':')
        {
            at++;
            error = ReadPort(url, ref parts, ref at);
            if (error != ParseError.None)
            {
                return error;
            }

            return EndsAuthority(url, at) ? ParseError.None : ParseError.BadUrlPort;
        }

        return EndsAuthority(url, at) ? ParseError.None : Refuse(url, at);
    }

    private static ParseError ReadHost(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        var start = at;
        if (at < url.Length && url[at] == '[')
        {
            return ReadLiteral(url, ref parts, ref at);
        }

        var error = UrlParser.Skip(url, ref at, UrlBytes.RegName);
        SetRegisteredName(url, ref parts, start, at - start);
        return error;
    }

    private static void SetRegisteredName(ReadOnlySpan<byte> url, ref UrlParts parts, int start, int length)
    {
        parts.HostStart = start;
        parts.HostLength = length;
        parts.HostKind = length == 0 ? UrlHostKind.Empty
            : UrlIPv4.IsDottedDecimal(url.Slice(start, length)) ? UrlHostKind.IPv4 : UrlHostKind.RegisteredName;
    }

    private static ParseError ReadLiteral(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        parts.HostStart = at++;
        if (at < url.Length && (url[at] | 0x20) == 'v')
        {
            at++;
            if (!SkipFutureAddress(url, ref at))
            {
                return ParseError.BadUrlHost;
            }

            parts.HostKind = UrlHostKind.IPvFuture;
        }
        else
        {
            Span<ushort> pieces = stackalloc ushort[8];
            var valid = UrlIPv6.TryParse(url[at..], pieces, out var position);
            at += position;
            if (!valid)
            {
                return ParseError.BadUrlHost;
            }

            parts.HostKind = UrlHostKind.IPv6;
        }

        at++;
        parts.HostLength = at - parts.HostStart;
        return ParseError.None;
    }

    private static bool SkipFutureAddress(ReadOnlySpan<byte> url, ref int at)
    {
        var start = at;
        while (at < url.Length && UrlBytes.HexValue(url[at]) >= 0)
        {
            at++;
        }

        if (at == start || at == url.Length || url[at] != '.')
        {
            return false;
        }

        start = ++at;
        while (at < url.Length && UrlBytes.Is(url[at], UrlBytes.UserInfo))
        {
            at++;
        }

        return at > start && at < url.Length && url[at] == ']';
    }

    private static ParseError ReadPort(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        var port = 0;
        var start = at;
        for (; at < url.Length && UrlBytes.IsDigit(url[at]); at++)
        {
            port = (port * 10) + url[at] - '0';
            if (port > ushort.MaxValue)
            {
                return ParseError.BadUrlPort;
            }
        }

        parts.PortStart = start;
        parts.PortLength = at - start;
        parts.Port = at > start ? port : -1;
        return ParseError.None;
    }
}
