namespace HiPerf.Http;

/// <summary>Which responses redirect, whither a redirect may lead, and what the next request keeps. RFC 9110 section 15.4; catalogue RS-10 to RS-12.</summary>
/// <remarks>A redirect never leaves the family of http and https, and never leads from https to http. There is no switch for either.</remarks>
internal static class RedirectPolicy
{
    /// <summary>Whether a response with this status asks to be followed when it carries a Location.</summary>
    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The method of the next request: 303 makes all but HEAD a GET, 301 and 302 do so to POST alone, 307 and 308 keep it.</summary>
    public static string MethodAfter(int status, string method) => status switch
    {
        303 when method is not ("GET" or "HEAD") => "GET",
        301 or 302 when method is "POST" => "GET",
        _ => method,
    };

    /// <summary>Whether a redirect may lead from one scheme to another.</summary>
    public static bool MayFollow(ReadOnlySpan<char> from, ReadOnlySpan<char> to) => to switch
    {
        "https" => true,
        "http" => from is "http",
        _ => false,
    };

    /// <summary>Whether a field set by the caller must not travel to another origin: what authenticates, or says who is authenticated where.</summary>
    public static bool IsBoundToOrigin(ReadOnlySpan<char> fieldName) =>
        fieldName.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || fieldName.Equals("Cookie", StringComparison.OrdinalIgnoreCase)
        || fieldName.Equals("Cookie2", StringComparison.OrdinalIgnoreCase)
        || fieldName.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
        || fieldName.Equals("Referer", StringComparison.OrdinalIgnoreCase)
        || fieldName.Equals("Origin", StringComparison.OrdinalIgnoreCase);
}
