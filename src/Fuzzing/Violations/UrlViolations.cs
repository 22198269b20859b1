namespace HiPerf.Fuzzing;

/// <summary>The ways to break a URL.</summary>
internal static class UrlViolations
{
    public static IReadOnlyList<Violation<UrlCase>> All { get; } =
    [
        new("no scheme", ParseError.MissingScheme, u => (u.Wire[u.Scheme.Length..], 0)),
        new("digit before the scheme", ParseError.BadScheme, u => ("1" + u.Wire, 0)),
        new("underscore in the scheme", ParseError.BadScheme, u => (u.Wire.Insert(u.Scheme.Length, "_"), u.Scheme.Length)),
        new("space at the end", ParseError.BadUrlCharacter, u => Ends(u, " ")),
        new("backslash at the end", ParseError.BadUrlCharacter, u => Ends(u, "\\")),
        new("CR at the end", ParseError.BadUrlCharacter, u => Ends(u, "\r\n")),
        new("beyond ASCII", ParseError.BadUrlCharacter, u => Ends(u, "\u00C3\u00A9")),
        new("escape of no digits", ParseError.BadPercentEncoding, u => HasPath(u) ? (u.Wire + "%zz", u.Wire.Length + 1) : null),
        new("escape of one digit", ParseError.BadPercentEncoding, u => HasPath(u) ? (u.Wire + "%4", u.Wire.Length + 2) : null),
        new("two fragments", ParseError.BadUrlCharacter, u => u.Fragment is null ? null : Ends(u, "#")),
        new("no host", ParseError.MissingUrlHost, u => u.Host is null || u.Scheme is "file" or "x" or "mailto" or "urn" or "a+b-c.d" ? null : ($"{u.Scheme}:///x", u.Scheme.Length + 3)),
    ];

    private static (string Wire, int Position)? Ends(UrlCase url, string octets) => HasPath(url) ? (url.Wire + octets, url.Wire.Length) : null;

    // Behind a bare authority an octet may be wrong for other reasons.
    private static bool HasPath(UrlCase url) => url.Path.Length > 0 || url.Query is not null || url.Fragment is not null;
}
