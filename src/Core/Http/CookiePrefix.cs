namespace HiPerf.Http;

/// <summary>What the prefix of a cookie's name promises. RFC 6265bis section 4.1.3; the last two of the layered draft.</summary>
[Flags]
internal enum CookiePrefix
{
    /// <summary>No prefix.</summary>
    None = 0,

    /// <summary>Secure: every prefix.</summary>
    Secure = 1,

    /// <summary>Path=/ and no Domain: <c>__Host-</c> and <c>__Host-Http-</c>.</summary>
    Host = 2,

    /// <summary>HttpOnly: <c>__Http-</c> and <c>__Host-Http-</c>.</summary>
    Http = 4,
}

/// <summary>Finds the prefix of a name, in either letter case: servers are known that compare so (RFC 6265bis section 5.4).</summary>
internal static class CookiePrefixes
{
    /// <summary>What the prefix of a name, or of what could be taken for one, promises.</summary>
    public static CookiePrefix Of(ReadOnlySpan<byte> name)
    {
        if (!name.StartsWith("__"u8))
        {
            return CookiePrefix.None;
        }

        if (StartsWith(name, "__host-http-"u8))
        {
            return CookiePrefix.Secure | CookiePrefix.Host | CookiePrefix.Http;
        }

        return StartsWith(name, "__host-"u8) ? CookiePrefix.Secure | CookiePrefix.Host
            : StartsWith(name, "__http-"u8) ? CookiePrefix.Secure | CookiePrefix.Http
            : StartsWith(name, "__secure-"u8) ? CookiePrefix.Secure
            : CookiePrefix.None;
    }

    private static bool StartsWith(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> prefix) =>
        octets.Length >= prefix.Length && System.Text.Ascii.EqualsIgnoreCase(octets[..prefix.Length], prefix);
}
