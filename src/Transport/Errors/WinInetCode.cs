namespace HiPerf;

/// <summary>The numbers WinINet gives the errors of <see cref="InternetErrorKind"/>, for programs that come from there.</summary>
public static class WinInetCode
{
    /// <summary>The time ran out (ERROR_INTERNET_TIMEOUT).</summary>
    public const int Timeout = 12002;

    /// <summary>The server sent a text that says more (ERROR_INTERNET_EXTENDED_ERROR).</summary>
    public const int ExtendedError = 12003;

    /// <summary>The host name has no address (ERROR_INTERNET_NAME_NOT_RESOLVED).</summary>
    public const int NameNotResolved = 12007;

    /// <summary>The user name or the password is wrong (ERROR_INTERNET_LOGIN_FAILURE).</summary>
    public const int LoginFailure = 12015;

    /// <summary>The object does not exist (ERROR_INTERNET_ITEM_NOT_FOUND).</summary>
    public const int ItemNotFound = 12028;

    /// <summary>No connection came about (ERROR_INTERNET_CANNOT_CONNECT).</summary>
    public const int CannotConnect = 12029;

    /// <summary>The connection ended (ERROR_INTERNET_CONNECTION_ABORTED).</summary>
    public const int ConnectionAborted = 12030;

    /// <summary>The connection was reset (ERROR_INTERNET_CONNECTION_RESET).</summary>
    public const int ConnectionReset = 12031;

    /// <summary>The certificate's dates do not cover now (ERROR_INTERNET_SEC_CERT_DATE_INVALID).</summary>
    public const int CertificateDateInvalid = 12037;

    /// <summary>The certificate is for another host (ERROR_INTERNET_SEC_CERT_CN_INVALID).</summary>
    public const int CertificateNameInvalid = 12038;

    /// <summary>The certificate's issuer is not trusted (ERROR_INTERNET_INVALID_CA).</summary>
    public const int InvalidCertificateAuthority = 12045;

    /// <summary>A transfer is under way on the connection (ERROR_FTP_TRANSFER_IN_PROGRESS).</summary>
    public const int TransferInProgress = 12110;

    /// <summary>The answer could not be understood (ERROR_HTTP_INVALID_SERVER_RESPONSE).</summary>
    public const int InvalidServerResponse = 12152;

    /// <summary>The redirect was not followed (ERROR_HTTP_REDIRECT_FAILED).</summary>
    public const int RedirectFailed = 12156;

    /// <summary>The secure channel failed (ERROR_INTERNET_SECURITY_CHANNEL_ERROR).</summary>
    public const int SecurityChannelError = 12157;

    /// <summary>The content's coding is broken (ERROR_INTERNET_DECODING_FAILED).</summary>
    public const int DecodingFailed = 12175;

    /// <summary>Access is refused (the system's ERROR_ACCESS_DENIED).</summary>
    public const int AccessDenied = 5;

    /// <summary>Gives the number that fits a kind best; 0 when none fits.</summary>
    public static int Of(InternetErrorKind kind) => kind switch
    {
        InternetErrorKind.NameNotResolved => NameNotResolved,
        InternetErrorKind.CannotConnect => CannotConnect,
        InternetErrorKind.ConnectionReset => ConnectionReset,
        InternetErrorKind.ConnectionAborted or InternetErrorKind.Truncated => ConnectionAborted,
        InternetErrorKind.Timeout => Timeout,
        InternetErrorKind.TlsFailed => SecurityChannelError,
        InternetErrorKind.CertificateRejected => InvalidCertificateAuthority,
        InternetErrorKind.ProtocolViolation or InternetErrorKind.LimitExceeded => InvalidServerResponse,
        InternetErrorKind.RedirectRefused or InternetErrorKind.TooManyRedirects => RedirectFailed,
        InternetErrorKind.NotFound => ItemNotFound,
        InternetErrorKind.AccessDenied => AccessDenied,
        InternetErrorKind.AuthenticationFailed => LoginFailure,
        InternetErrorKind.ProxyFailed => CannotConnect,
        InternetErrorKind.ServerError => ExtendedError,
        InternetErrorKind.Busy => TransferInProgress,
        InternetErrorKind.ContentCorrupt => DecodingFailed,
        _ => 0,
    };
}
