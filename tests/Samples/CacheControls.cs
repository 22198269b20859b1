namespace HiPerf.Samples;

/// <summary>Values of Cache-Control. RFC 9111 section 5.2.</summary>
public static class CacheControls
{
    /// <summary>Value, and what it says: directives in the order of the enum; times behind an equals sign; an exclamation mark where the argument was none, two where it stood again.</summary>
    public static IReadOnlyList<(string Value, string Meaning)> Valid { get; } =
    [
        ("", ""),
        ("no-cache", "NoCache"),
        ("max-age=3600", "MaxAge=3600"),
        ("MAX-AGE=\"60\"", "MaxAge=60"),
        ("public, max-age=31536000, immutable", "MaxAge=31536000 Public Immutable"),
        ("private, community=\"UCI\"", "Private"),
        ("no-cache=\"Set-Cookie, X\"", "NoCache(Set-Cookie, X)"),
        ("no-cache=Set-Cookie", "NoCache(Set-Cookie)"),
        ("private=\"a\", private", "Private!!"),
        ("private, private=\"a\"", "Private!!"),
        ("private=\"a\", private=\"b\"", "Private!!"),
        ("no-cache=\"a b\"", "NoCache!"),
        ("no-cache=\"\"", "NoCache!"),
        ("no-cache=\"\\a\"", "NoCache!"),
        ("max-age=0,max-age=100", "MaxAge=0!!"),
        ("max-age=100,max-age=100", "MaxAge=100"),
        ("max-age=-1", "MaxAge=0!"),
        ("max-age=1.5", "MaxAge=0!"),
        ("max-age=\"\"", "MaxAge=0!"),
        ("max-age", "MaxAge=0!"),
        ("max-age=x, max-age=5", "MaxAge=0!!!"),
        ("max-age=2147483647", "MaxAge=2147483647"),
        ("max-age=2147483648", "MaxAge=2147483648"),
        ("max-age=2147483649", "MaxAge=2147483648"),
        ("max-age=99999999999999999999", "MaxAge=2147483648"),
        ("s-maxage=1, stale-while-revalidate=2, stale-if-error=3", "SMaxAge=1 StaleWhileRevalidate=2 StaleIfError=3"),
        ("max-stale", "MaxStale=2147483648"),
        ("max-stale=10, min-fresh=20, only-if-cached", "MaxStale=10 MinFresh=20 OnlyIfCached"),
        ("max-stale=x, min-fresh=x", "MaxStale=0! MinFresh=2147483648!"),
        ("no-store=1, must-revalidate=\"x\", no-transform", "NoStore! NoTransform MustRevalidate!"),
        ("public=1, immutable=1, must-understand=1, proxy-revalidate", "ProxyRevalidate"),
        (", ,no-store ,, x=\"y, max-age=1\"", "NoStore"),
        ("max-age=\"1\\0\"", "MaxAge=0!"),
        ("pre-check=0, post-check=0", ""),
    ];

    public static IReadOnlyList<FieldValueSample> Refused { get; } =
    [
        new("=", ParseError.BadCacheDirective, 0),
        new("max-age=", ParseError.BadCacheDirective, 8),
        new("max-age= 1", ParseError.BadCacheDirective, 8),
        new("max-age =1", ParseError.BadList, 8),
        new("max-age=1;public", ParseError.BadList, 9),
        new("max-age=1 public", ParseError.BadList, 10),
        new("no-cache=\"a", ParseError.BadQuotedString, 11),
        new("no-cache=\"a\"b", ParseError.BadList, 12),
        new("\"no-cache\"", ParseError.BadCacheDirective, 0),
        new("a,\x80", ParseError.BadCacheDirective, 2),
        new("a=(", ParseError.BadCacheDirective, 2),
    ];
}
