namespace HiPerf.Http;

/// <summary>With which requests a cookie is sent. RFC 6265bis section 5.6.7.</summary>
public enum SameSite : byte
{
    /// <summary>The attribute is absent or says something else: user agents take it for Lax.</summary>
    Default,

    /// <summary>With all.</summary>
    None,

    /// <summary>With those of the same site and with top-level navigation by a safe method.</summary>
    Lax,

    /// <summary>With those of the same site alone.</summary>
    Strict,
}
