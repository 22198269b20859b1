namespace HiPerf;

/// <summary>Where in an exchange a thing happened.</summary>
public enum InternetPhase
{
    /// <summary>In none: before the exchange began, or no matter.</summary>
    None = 0,

    /// <summary>Looking up the host's addresses.</summary>
    ResolvingName,

    /// <summary>Connecting to one of them.</summary>
    Connecting,

    /// <summary>Agreeing with a proxy on a tunnel.</summary>
    ConnectingProxy,

    /// <summary>Shaking hands for TLS.</summary>
    TlsHandshake,

    /// <summary>Logging in: the reply to an FTP greeting, user or password.</summary>
    LoggingIn,

    /// <summary>Sending the head of a request, a command or a selector.</summary>
    SendingRequest,

    /// <summary>Sending content.</summary>
    SendingContent,

    /// <summary>Waiting for, or reading, the head of a response or a reply.</summary>
    ReceivingHead,

    /// <summary>Reading content, trailers and frame ends included.</summary>
    ReceivingContent,

    /// <summary>Between two exchanges on a kept-alive connection.</summary>
    Idle,

    /// <summary>Closing the connection.</summary>
    Closing,
}
