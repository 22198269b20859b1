namespace HiPerf;

/// <summary>The schemes that have rules of their own; every other scheme has the generic syntax alone.</summary>
public enum UrlScheme : byte
{
    /// <summary>Any scheme not listed here, or none.</summary>
    Other = 0,

    /// <summary>http, port 80. RFC 9110 section 4.2.1.</summary>
    Http,

    /// <summary>https, port 443. RFC 9110 section 4.2.2.</summary>
    Https,

    /// <summary>ftp, port 21. RFC 1738 section 3.2.</summary>
    Ftp,

    /// <summary>ftps, port 990: FTP with TLS from the first octet. RFC 4217 names the port in passing; no RFC defines the scheme.</summary>
    Ftps,

    /// <summary>gopher, port 70. RFC 4266.</summary>
    Gopher,

    /// <summary>gophers, port 70: Gopher with TLS from the first octet. No RFC defines the scheme.</summary>
    Gophers,

    /// <summary>file, no port. RFC 8089.</summary>
    File,

    /// <summary>ws, port 80. RFC 6455 section 3.</summary>
    Ws,

    /// <summary>wss, port 443. RFC 6455 section 3.</summary>
    Wss,
}
