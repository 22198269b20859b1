namespace HiPerf;

/// <summary>What a proxy speaks.</summary>
public enum ProxyKind
{
    /// <summary>HTTP: requests for http in absolute-form (RFC 9112 section 3.2.2), everything else through CONNECT (RFC 9110 section 9.3.6).</summary>
    Http = 0,

    /// <summary>SOCKS4: IPv4 addresses alone; names are looked up on this side.</summary>
    Socks4,

    /// <summary>SOCKS4a: IPv4 addresses, and names that the proxy looks up.</summary>
    Socks4a,

    /// <summary>SOCKS5 (RFC 1928): addresses, and names that the proxy looks up; user name and password by RFC 1929.</summary>
    Socks5,

    /// <summary>An FTP proxy that is logged in to as <c>user@host</c>; for ftp and ftps alone.</summary>
    FtpUserAtHost,
}
