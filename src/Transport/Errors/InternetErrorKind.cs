namespace HiPerf;

/// <summary>What went wrong, in one word; the same words for every protocol.</summary>
public enum InternetErrorKind
{
    /// <summary>Something no other kind names; the inner exception or the reply text says what.</summary>
    Other = 0,

    /// <summary>The host name has no address, or no name server answered.</summary>
    NameNotResolved,

    /// <summary>No address of the host accepted a connection: refused or unreachable.</summary>
    CannotConnect,

    /// <summary>The peer, or something on the way, dropped the connection.</summary>
    ConnectionReset,

    /// <summary>The connection was closed from this side before the work was done.</summary>
    ConnectionAborted,

    /// <summary>The input ended before the message, its content or its TLS stream did.</summary>
    Truncated,

    /// <summary>A limit of time ran out; <see cref="InternetException.Timeout"/> says which.</summary>
    Timeout,

    /// <summary>The TLS handshake failed for another reason than the certificate.</summary>
    TlsFailed,

    /// <summary>The peer's certificate is not trusted, not valid now, or not for this host.</summary>
    CertificateRejected,

    /// <summary>The peer broke the protocol's grammar or order; <see cref="InternetException.ParseError"/> and
    /// <see cref="InternetException.ByteOffset"/> say how and where.</summary>
    ProtocolViolation,

    /// <summary>The peer sent more than a limit allows.</summary>
    LimitExceeded,

    /// <summary>A redirect leads where none is followed: another scheme family, or from https to http.</summary>
    RedirectRefused,

    /// <summary>More redirects than the limit.</summary>
    TooManyRedirects,

    /// <summary>The peer says that there is no such object.</summary>
    NotFound,

    /// <summary>The peer refuses the object to this user, or this side refuses to ask for it.</summary>
    AccessDenied,

    /// <summary>The peer wants other credentials, or any.</summary>
    AuthenticationFailed,

    /// <summary>The proxy refused or broke the tunnel.</summary>
    ProxyFailed,

    /// <summary>The peer answered with an error of its own (an HTTP status of 400 and above, an FTP reply of 4yz or 5yz, a Gopher error item).</summary>
    ServerError,

    /// <summary>An operation is under way on the connection that allows no other.</summary>
    Busy,

    /// <summary>The content does not agree with its digest, length or coding.</summary>
    ContentCorrupt,
}
