namespace HiPerf.Http;

/// <summary>Why a well-formed cookie may not be stored. RFC 6265bis section 5.7.</summary>
public enum CookieRefusal : byte
{
    /// <summary>It may.</summary>
    None,

    /// <summary>Domain does not stand for the host that set it, or is not ASCII.</summary>
    ForeignDomain,

    /// <summary>An origin that is not secure set a cookie with Secure.</summary>
    InsecureOrigin,

    /// <summary>SameSite=None without Secure.</summary>
    SameSiteNone,

    /// <summary>The name begins with <c>__Secure-</c> and Secure is missing.</summary>
    SecurePrefix,

    /// <summary>The name begins with <c>__Host-</c>, and Secure or Path=/ is missing, or there is a Domain.</summary>
    HostPrefix,

    /// <summary>The name begins with <c>__Http-</c> or <c>__Host-Http-</c>, and Secure or HttpOnly is missing. Of a later draft.</summary>
    HttpPrefix,

    /// <summary>There is no name and the value begins with a prefix: sent back, it would look like a name.</summary>
    NamelessPrefix,

    /// <summary>Partitioned without Secure.</summary>
    Partitioned,
}
