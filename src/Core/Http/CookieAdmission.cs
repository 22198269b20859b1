namespace HiPerf.Http;

/// <summary>Decides whether a well-formed cookie may be stored, as far as the cookie and the request that it answers tell.</summary>
/// <remarks>
/// RFC 6265bis section 5.7, steps that need neither a store nor a list of public suffixes; prefixes in either letter case (section 5.4), those of the layered
/// draft too. What a jar adds: public suffixes, same-site contexts, cookies from what is not HTTP, how many cookies it holds.
/// </remarks>
public static class CookieAdmission
{
    /// <summary>Decides.</summary>
    /// <param name="value">The field value the cookie was read from.</param>
    /// <param name="cookie">The cookie.</param>
    /// <param name="host">The canonical host of the request: A-labels, no port.</param>
    /// <param name="requestPath">The path of the request's URL, without its query.</param>
    /// <param name="isSecure">Whether the response came over a secure protocol.</param>
    /// <returns>None when the cookie may be stored, else the first reason against it.</returns>
    public static CookieRefusal Decide(ReadOnlySpan<byte> value, in SetCookie cookie, ReadOnlySpan<byte> host, ReadOnlySpan<byte> requestPath, bool isSecure)
    {
        ReadOnlySpan<byte> domain = cookie.DomainIn(value);
        if (!domain.IsEmpty && !CookieDomain.Matches(host, domain))
        {
            return CookieRefusal.ForeignDomain;
        }

        if (cookie.IsSecure && !isSecure)
        {
            return CookieRefusal.InsecureOrigin;
        }

        if (!cookie.IsSecure && cookie.SameSite == SameSite.None)
        {
            return CookieRefusal.SameSiteNone;
        }

        if (!cookie.IsSecure && cookie.IsPartitioned)
        {
            return CookieRefusal.Partitioned;
        }

        if (cookie.NameLength == 0)
        {
            return CookiePrefixes.Of(cookie.ValueIn(value)) != CookiePrefix.None ? CookieRefusal.NamelessPrefix : CookieRefusal.None;
        }

        CookiePrefix prefix = CookiePrefixes.Of(cookie.NameIn(value));
        return prefix == CookiePrefix.None ? CookieRefusal.None : DecidePrefix(prefix, value, in cookie, requestPath);
    }

    /// <summary>Whether a cookie from an origin that is not secure would lie over one that has Secure, and must not: leave secure cookies alone.</summary>
    /// <param name="domain">The domain of the new cookie, or the host that set it.</param>
    /// <param name="path">The path of the new cookie.</param>
    /// <param name="secureDomain">The domain, or host, of the stored cookie of the same name that has Secure.</param>
    /// <param name="securePath">The path of that cookie.</param>
    /// <remarks>RFC 6265bis section 5.7, step 12. The caller compares the names, which match octet by octet.</remarks>
    public static bool Overlays(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> path, ReadOnlySpan<byte> secureDomain, ReadOnlySpan<byte> securePath) =>
        (CookieDomain.Matches(domain, secureDomain) || CookieDomain.Matches(secureDomain, domain)) && CookiePath.Matches(path, securePath);

    private static CookieRefusal DecidePrefix(CookiePrefix prefix, ReadOnlySpan<byte> value, in SetCookie cookie, ReadOnlySpan<byte> requestPath)
    {
        if ((prefix & CookiePrefix.Host) != CookiePrefix.None && !(cookie.IsSecure && IsHostBound(value, in cookie, requestPath)))
        {
            return CookieRefusal.HostPrefix;
        }

        if ((prefix & CookiePrefix.Http) != CookiePrefix.None && !(cookie.IsSecure && cookie.IsHttpOnly))
        {
            return CookieRefusal.HttpPrefix;
        }

        return cookie.IsSecure ? CookieRefusal.None : CookieRefusal.SecurePrefix;
    }

    // Path must be given, though a path that is none still means the default one.
    private static bool IsHostBound(ReadOnlySpan<byte> value, in SetCookie cookie, ReadOnlySpan<byte> requestPath)
    {
        ReadOnlySpan<byte> path = cookie.PathLength > 0 ? cookie.PathIn(value) : CookiePath.Default(requestPath);
        return cookie.DomainLength == 0 && (cookie.Attributes & CookieAttributes.Path) != CookieAttributes.None && path.SequenceEqual("/"u8);
    }
}
