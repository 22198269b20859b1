namespace HiPerf.Server;

/// <summary>What an end point speaks.</summary>
public enum ServerProtocol
{
    /// <summary>HTTP/1.1 in clear.</summary>
    Http,

    /// <summary>HTTP/1.1 over TLS; needs a certificate.</summary>
    Https,

    /// <summary>FTP in clear.</summary>
    Ftp,

    /// <summary>Gopher in clear.</summary>
    Gopher,

    /// <summary>Gopher over TLS from the first octet; needs a certificate.</summary>
    Gophers,
}
