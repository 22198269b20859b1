namespace HiPerf.Ftp;

/// <summary>Whether and when TLS begins on a control connection. RFC 4217.</summary>
public enum FtpTlsMode
{
    /// <summary>By the URL's scheme: <c>ftp</c> in clear, <c>ftps</c> as <see cref="Implicit"/> on port 990 and as <see cref="Explicit"/> elsewhere.</summary>
    Automatic = 0,

    /// <summary>Never: everything goes in clear, the password too.</summary>
    Off,

    /// <summary>AUTH TLS, and on in clear where the server refuses it. Whoever stands between can refuse for it; never the default.</summary>
    Opportunistic,

    /// <summary>AUTH TLS before the login, or no login.</summary>
    Explicit,

    /// <summary>TLS from the first octet.</summary>
    Implicit,
}
