namespace HiPerf.Http;

/// <summary>The cache directives that mean something to a cache. RFC 9111 section 5.2, RFC 5861, RFC 8246.</summary>
[TokenTable]
public enum CacheDirective : byte
{
    /// <summary>Any other: an extension, to be passed over.</summary>
    Unknown,

    /// <summary>Request and response: seconds of age, of freshness. RFC 9111 sections 5.2.1.1 and 5.2.2.1.</summary>
    [Token("max-age")]
    MaxAge,

    /// <summary>Response: seconds of freshness in a shared cache. RFC 9111 section 5.2.2.10.</summary>
    [Token("s-maxage")]
    SMaxAge,

    /// <summary>Request: seconds past freshness that will do; any without an argument. RFC 9111 section 5.2.1.2.</summary>
    [Token("max-stale")]
    MaxStale,

    /// <summary>Request: seconds of freshness that must be left. RFC 9111 section 5.2.1.3.</summary>
    [Token("min-fresh")]
    MinFresh,

    /// <summary>Response: seconds past freshness while a new one is fetched. RFC 5861 section 3.</summary>
    [Token("stale-while-revalidate")]
    StaleWhileRevalidate,

    /// <summary>Request and response: seconds past freshness when a new one cannot be fetched. RFC 5861 section 4.</summary>
    [Token("stale-if-error")]
    StaleIfError,

    /// <summary>Request and response: not without validation. RFC 9111 sections 5.2.1.4 and 5.2.2.4.</summary>
    [Token("no-cache")]
    NoCache,

    /// <summary>Response: not in a shared cache. RFC 9111 section 5.2.2.7.</summary>
    [Token("private")]
    Private,

    /// <summary>Request and response: not in any cache. RFC 9111 sections 5.2.1.5 and 5.2.2.5.</summary>
    [Token("no-store")]
    NoStore,

    /// <summary>Request and response: content unchanged. RFC 9111 sections 5.2.1.6 and 5.2.2.6.</summary>
    [Token("no-transform")]
    NoTransform,

    /// <summary>Request: from a cache or not at all. RFC 9111 section 5.2.1.7.</summary>
    [Token("only-if-cached")]
    OnlyIfCached,

    /// <summary>Response: never past freshness. RFC 9111 section 5.2.2.2.</summary>
    [Token("must-revalidate")]
    MustRevalidate,

    /// <summary>Response: only by a cache that knows the status code. RFC 9111 section 5.2.2.3.</summary>
    [Token("must-understand")]
    MustUnderstand,

    /// <summary>Response: never past freshness in a shared cache. RFC 9111 section 5.2.2.8.</summary>
    [Token("proxy-revalidate")]
    ProxyRevalidate,

    /// <summary>Response: in a shared cache, whatever else stands against it. RFC 9111 section 5.2.2.9.</summary>
    [Token("public")]
    Public,

    /// <summary>Response: does not change while it is fresh. RFC 8246 section 2.</summary>
    [Token("immutable")]
    Immutable,
}
