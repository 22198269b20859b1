namespace HiPerf.Http;

/// <summary>The attributes of a set-cookie-string, in either letter case. RFC 6265bis section 5.6.</summary>
[TokenTable]
internal enum CookieAttribute
{
    /// <summary>Any other: ignored.</summary>
    Unknown,

    /// <summary>Section 5.6.1.</summary>
    [Token("Expires")]
    Expires,

    /// <summary>Section 5.6.2.</summary>
    [Token("Max-Age")]
    MaxAge,

    /// <summary>Section 5.6.3.</summary>
    [Token("Domain")]
    Domain,

    /// <summary>Section 5.6.4.</summary>
    [Token("Path")]
    Path,

    /// <summary>Section 5.6.5.</summary>
    [Token("Secure")]
    Secure,

    /// <summary>Section 5.6.6.</summary>
    [Token("HttpOnly")]
    HttpOnly,

    /// <summary>Section 5.6.7.</summary>
    [Token("SameSite")]
    SameSite,

    /// <summary>Cookies Having Independent Partitioned State, section 2.1.</summary>
    [Token("Partitioned")]
    Partitioned,
}
