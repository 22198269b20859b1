using System.Buffers;
using System.Net;

namespace HiPerf.Http1;

/// <summary>The grammar of Host and of the authority in a request-target.</summary>
/// <remarks>
/// <code>
/// Host       = uri-host [ ":" port ]
/// uri-host   = IP-literal / IPv4address / reg-name
/// IP-literal = "[" ( IPv6address / IPvFuture ) "]"
/// reg-name   = *( unreserved / pct-encoded / sub-delims )
/// port       = *DIGIT
/// </code>
/// RFC 9110 section 7.2, RFC 3986 section 3.2.2. Stricter than that: a port is at most 65535, and an empty host has no port
/// (section 4.2.1: an http URI with an empty host is invalid).
/// </remarks>
internal static class HostGrammar
{
    private static readonly SearchValues<byte> s_regName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;="u8);

    private static readonly SearchValues<byte> s_address = SearchValues.Create("0123456789abcdefABCDEF:."u8);

    private static readonly SearchValues<byte> s_hex = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static readonly SearchValues<byte> s_future =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:"u8);

    /// <summary>Offset of the first octet that breaks the grammar, −1 for a valid host; an empty host is valid.</summary>
    public static int FindInvalid(ReadOnlySpan<byte> host)
    {
        int end = host.IndexOfAnyExcept(s_regName);
        if (end < 0)
            return -1;
        if (end == 0 && host[0] == (byte)'[')
        {
            end = EndOfLiteral(host, out int invalid);
            if (invalid >= 0)
                return invalid;
        }
        else
        {
            while (end < host.Length && host[end] == (byte)'%')
            {
                for (int digit = 1; digit <= 2; digit++)
                {
                    if (end + digit >= host.Length || !char.IsAsciiHexDigit((char)host[end + digit]))
                        return Math.Min(end + digit, host.Length);
                }

                int run = host[(end + 3)..].IndexOfAnyExcept(s_regName);
                end = run < 0 ? host.Length : end + 3 + run;
            }
        }

        if (end == host.Length)
            return -1;
        return end == 0 || host[end] != (byte)':' ? end : InvalidPort(host, end + 1);
    }

    private static int InvalidPort(ReadOnlySpan<byte> host, int start)
    {
        int port = 0;
        for (int i = start; i < host.Length; i++)
        {
            int digit = host[i] - '0';
            if ((uint)digit > 9)
                return i;
            port = (port * 10) + digit;
            if (port > ushort.MaxValue)
                return i;
        }

        return -1;
    }

    // The offset behind "]"; an address that is wrong as a whole is refused at the bracket that ends it.
    private static int EndOfLiteral(ReadOnlySpan<byte> host, out int invalid)
    {
        invalid = -1;
        bool future = host.Length > 1 && (host[1] | 0x20) == 'v';
        int end = host[1..].IndexOfAnyExcept(future ? s_future : s_address) + 1;
        if (end == 0)
            invalid = host.Length;
        else if (host[end] != (byte)']' || !(future ? IsFuture(host[2..end]) : IsAddress(host[1..end])))
            invalid = end;
        return end + 1;
    }

    private static bool IsAddress(ReadOnlySpan<byte> text) => text.Contains((byte)':') && IPAddress.IsValidUtf8(text);

    // IPvFuture = "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
    private static bool IsFuture(ReadOnlySpan<byte> text)
    {
        int dot = text.IndexOf((byte)'.');
        return dot > 0 && dot + 1 < text.Length && !text[..dot].ContainsAnyExcept(s_hex);
    }

    /// <summary>Host and port of an absolute-form target: what stands between <c>://</c> and the path, userinfo left out.</summary>
    public static ReadOnlySpan<byte> AuthorityOf(ReadOnlySpan<byte> target)
    {
        int start = target.IndexOf((byte)':');
        if (start < 0 || !target[start..].StartsWith("://"u8))
            return default;
        ReadOnlySpan<byte> rest = target[(start + 3)..];
        int end = rest.IndexOfAny((byte)'/', (byte)'?', (byte)'#');
        if (end >= 0)
            rest = rest[..end];
        return rest[(rest.LastIndexOf((byte)'@') + 1)..];
    }

    /// <summary>Whether two authorities name the same host and port, letter case and the scheme's default port left out of account.</summary>
    public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, ReadOnlySpan<byte> target)
    {
        ReadOnlySpan<byte> port = target.Length > 5 && (target[4] | 0x20) == 's' ? ":443"u8 : ":80"u8;
        return System.Text.Ascii.EqualsIgnoreCase(WithoutPort(left, port), WithoutPort(right, port));
    }

    private static ReadOnlySpan<byte> WithoutPort(ReadOnlySpan<byte> authority, ReadOnlySpan<byte> port)
    {
        if (authority.EndsWith(port))
            return authority[..^port.Length];
        return authority.EndsWith(":"u8) ? authority[..^1] : authority;
    }
}
