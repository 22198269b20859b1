namespace HiPerf.Http;

/// <summary>One redirect that was followed.</summary>
/// <param name="From">The URL that redirected.</param>
/// <param name="To">Where it led.</param>
/// <param name="StatusCode">301, 302, 303, 307 or 308.</param>
public readonly record struct HttpRedirect(InternetUrl From, InternetUrl To, int StatusCode);
