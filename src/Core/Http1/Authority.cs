using System.Buffers;

namespace HiPerf.Http1;

/// <summary>The grammar of uri-host with an optional port: Host, CONNECT's target, the authority of an absolute-form target.</summary>
/// <remarks>
/// <code>
/// Host       = uri-host [ ":" port ]                          ; RFC 9110 section 7.2
/// uri-host   = IP-literal / IPv4address / reg-name            ; RFC 3986 section 3.2.2
/// IP-literal = "[" ( IPv6address / IPvFuture ) "]"
/// reg-name   = *( unreserved / pct-encoded / sub-delims )
/// port       = *DIGIT
/// </code>
/// Stricter than that: a port is at most 65535, and an empty host has no port (RFC 9110 section 4.2.1).
/// </remarks>
internal static class Authority
{
    private static readonly SearchValues<byte> s_regName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;="u8);

    private static readonly SearchValues<byte> s_address = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    private static readonly SearchValues<byte> s_hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly SearchValues<byte> s_future =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:"u8);

    /// <summary>Offset of the first octet of a Host value that breaks the grammar, its length where it ends too early, −1 when it is valid; an empty one is.</summary>
    public static int FindInvalid(ReadOnlySpan<byte> host)
    {
        // Nearly every Host there is: a name or an IPv4 address, alone or with a port.
        int end = host.IndexOfAnyExcept(s_regName);
        if (end < 0)
        {
            return -1;
        }

        return end > 0 && host[end] == (byte)':'
            ? InvalidPort(host, end + 1, required: false)
            : Validate(host, whole: true, portRequired: false);
    }

    /// <summary>Checks an authority, or the part of one that has arrived.</summary>
    /// <param name="authority">The octets.</param>
    /// <param name="whole">Whether its end has arrived.</param>
    /// <param name="portRequired">Whether a port must stand, as for CONNECT.</param>
    /// <returns>The first octet that no continuation can make valid (the length, where a whole authority ends too early), or −1.</returns>
    public static int Validate(ReadOnlySpan<byte> authority, bool whole, bool portRequired)
    {
        int end = authority.StartsWith("["u8) ? EndOfLiteral(authority, whole, out int invalid) : SkipEncoded(authority, s_regName, whole, out invalid);
        if (invalid >= 0)
        {
            return invalid;
        }

        if (end == authority.Length)
        {
            return whole && (end == 0 || portRequired) ? end : -1;
        }

        return end == 0 || authority[end] != (byte)':' ? end : InvalidPort(authority, end + 1, whole && portRequired);
    }

    /// <summary>The same where userinfo may stand before the host, as in an absolute-form target.</summary>
    /// <remarks>Userinfo may hold a colon, so what stands behind one is judged only where the authority ends.</remarks>
    public static int ValidateWithUserInfo(ReadOnlySpan<byte> authority, bool whole)
    {
        if (authority.StartsWith("["u8))
        {
            return Validate(authority, whole, portRequired: false);
        }

        int at = authority.IndexOf((byte)'@');
        ReadOnlySpan<byte> before = at < 0 ? authority : authority[..at];
        int invalid = InvalidUserInfo(before, at >= 0 || whole);
        if (invalid >= 0)
        {
            return invalid;
        }

        if (at < 0)
        {
            return whole && Validate(authority, whole: true, portRequired: false) >= 0 ? authority.Length : -1;
        }

        invalid = Validate(authority[(at + 1)..], whole, portRequired: false);
        return invalid < 0 ? -1 : at + 1 + invalid;
    }

    /// <summary>Host and port of an absolute-form target: what stands between <c>://</c> and the path, userinfo left out.</summary>
    private static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> target)
    {
        // Only behind the scheme: "://" in a query is no authority.
        int start = target.IndexOf((byte)':');
        if (start < 0 || !target[start..].StartsWith("://"u8))
        {
            return default;
        }

        ReadOnlySpan<byte> rest = target[(start + 3)..];
        int end = rest.IndexOfAny((byte)'/', (byte)'?');
        if (end >= 0)
        {
            rest = rest[..end];
        }

        return rest[(rest.LastIndexOf((byte)'@') + 1)..];
    }

    /// <summary>Whether userinfo stands in an absolute-form target.</summary>
    public static bool HasUserInfo(ReadOnlySpan<byte> target)
    {
        ReadOnlySpan<byte> host = Of(target);
        return target.Overlaps(host, out int start) && target[start - 1] == (byte)'@';
    }

    /// <summary>Whether a recipient may take a Host beside an absolute-form target. An empty one agrees with any: the target rules (RFC 9112 section 3.2.2).</summary>
    public static bool Agree(ReadOnlySpan<byte> target, ReadOnlySpan<byte> host) => host.IsEmpty || IsOf(target, host);

    /// <summary>Whether the authority of an absolute-form target and a Host name the same host and port, letter case and the default port of http and https
    /// left out of account; a target without authority has an empty Host. RFC 9112 section 3.2.</summary>
    public static bool IsOf(ReadOnlySpan<byte> target, ReadOnlySpan<byte> host)
    {
        ReadOnlySpan<byte> port = UrlSchemes.Find(target[..Math.Max(target.IndexOf((byte)':'), 0)]) switch
        {
            UrlScheme.Http => ":80"u8,
            UrlScheme.Https => ":443"u8,
            _ => ":"u8,
        };
        return System.Text.Ascii.EqualsIgnoreCase(WithoutPort(Of(target), port), WithoutPort(host, port));
    }

    /// <summary>Whether a Host is that of an authority-form target, whose port it may leave out. RFC 9112 section 3.2.3.</summary>
    public static bool IsOfConnect(ReadOnlySpan<byte> target, ReadOnlySpan<byte> host) =>
        System.Text.Ascii.EqualsIgnoreCase(target, host) || System.Text.Ascii.EqualsIgnoreCase(target[..target.LastIndexOf((byte)':')], host);

    // userinfo = *( unreserved / pct-encoded / sub-delims / ":" )
    private static int InvalidUserInfo(ReadOnlySpan<byte> userInfo, bool whole)
    {
        int end = SkipEncoded(userInfo, s_future, whole, out int invalid);
        return invalid >= 0 ? invalid : end < userInfo.Length ? end : -1;
    }

    private static int SkipEncoded(ReadOnlySpan<byte> octets, SearchValues<byte> plain, bool whole, out int invalid)
    {
        invalid = -1;
        int end = 0;
        while (true)
        {
            int run = octets[end..].IndexOfAnyExcept(plain);
            end = run < 0 ? octets.Length : end + run;
            if (end == octets.Length || octets[end] != (byte)'%')
            {
                return end;
            }

            for (int digit = 1; digit <= 2; digit++)
            {
                if (end + digit >= octets.Length)
                {
                    invalid = whole ? octets.Length : -1;
                    return octets.Length;
                }

                if (!char.IsAsciiHexDigit((char)octets[end + digit]))
                {
                    invalid = end + digit;
                    return end;
                }
            }

            end += 3;
        }
    }

    // The offset behind "]"; an address that is wrong as a whole is refused at the bracket that ends it.
    private static int EndOfLiteral(ReadOnlySpan<byte> authority, bool whole, out int invalid)
    {
        invalid = -1;
        bool future = authority.Length > 1 && (authority[1] | 0x20) == 'v';
        int run = authority[1..].IndexOfAnyExcept(future ? s_future : s_address);
        if (run < 0)
        {
            invalid = whole ? authority.Length : -1;
            return authority.Length;
        }

        int end = run + 1;
        if (authority[end] != (byte)']' || !(future ? IsFuture(authority[2..end]) : IsAddress(authority[1..(end + 1)])))
        {
            invalid = end;
        }

        return end + 1;
    }

    // Not IPAddress, which takes leading zeros in a dotted quad. The text holds its closing bracket.
    private static bool IsAddress(ReadOnlySpan<byte> text)
    {
        Span<ushort> pieces = stackalloc ushort[8];
        return UrlIPv6.TryParse(text, pieces, out _);
    }

    // IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
    private static bool IsFuture(ReadOnlySpan<byte> text)
    {
        int dot = text.IndexOf((byte)'.');
        return dot > 0 && dot + 1 < text.Length && !text[..dot].ContainsAnyExcept(s_hex);
    }

    private static int InvalidPort(ReadOnlySpan<byte> authority, int start, bool required)
    {
        int port = 0;
        for (int i = start; i < authority.Length; i++)
        {
            int digit = authority[i] - '0';
            port = (port * 10) + digit;
            if ((uint)digit > 9 || port > ushort.MaxValue)
            {
                return i;
            }
        }

        return required && start == authority.Length ? start : -1;
    }

    private static ReadOnlySpan<byte> WithoutPort(ReadOnlySpan<byte> authority, ReadOnlySpan<byte> port)
    {
        if (authority.EndsWith(port))
        {
            return authority[..^port.Length];
        }

        return authority.EndsWith(":"u8) ? authority[..^1] : authority;
    }
}
