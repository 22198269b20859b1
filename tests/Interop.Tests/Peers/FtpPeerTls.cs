namespace HiPerf.Interop.Tests.Peers;

/// <summary>How an FTP server of the tests is secured; but for <see cref="None"/> it refuses a login and a data connection in clear.</summary>
public enum FtpPeerTls
{
    /// <summary>It knows no TLS at all.</summary>
    None,

    /// <summary>AUTH TLS (RFC 4217), TLS 1.2 and no other version.</summary>
    Explicit12,

    /// <summary>AUTH TLS, TLS 1.3 and no other version.</summary>
    Explicit13,

    /// <summary>TLS from the first octet on, 1.2 and no other version.</summary>
    Implicit12,

    /// <summary>TLS from the first octet on, 1.3 and no other version.</summary>
    Implicit13,

    /// <summary>AUTH TLS, whichever version both sides like best.</summary>
    Explicit,
}
