namespace HiPerf.Http;

/// <summary>Which attributes a cookie came with, those left out that were ignored. RFC 6265bis section 5.6.</summary>
[Flags]
public enum CookieAttributes : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Expires, with a date.</summary>
    Expires = 1 << 0,

    /// <summary>Max-Age, with a number.</summary>
    MaxAge = 1 << 1,

    /// <summary>Domain, empty or not.</summary>
    Domain = 1 << 2,

    /// <summary>Path, with a path or without.</summary>
    Path = 1 << 3,

    /// <summary>Secure.</summary>
    Secure = 1 << 4,

    /// <summary>HttpOnly.</summary>
    HttpOnly = 1 << 5,

    /// <summary>SameSite, with any value.</summary>
    SameSite = 1 << 6,

    /// <summary>Partitioned.</summary>
    Partitioned = 1 << 7,
}
