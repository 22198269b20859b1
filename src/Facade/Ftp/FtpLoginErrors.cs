namespace HiPerf.Ftp;

/// <summary>Makes the errors of logging in.</summary>
internal static class FtpLoginErrors
{
    /// <summary>AUTH TLS was refused, or data under TLS was: nothing goes on in clear.</summary>
    public static FtpException TlsRefused(string verb, int code, string text, ConnectionKey key) =>
        new(InternetErrorKind.TlsFailed, $"The server refuses TLS: {verb} was answered with {code} {PeerText.Shown(text)}")
        {
            Phase = InternetPhase.LoggingIn,
            Command = verb,
            ReplyCode = code,
            ReplyText = text,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The server asks for ACCT and the options name no account.</summary>
    public static FtpException AccountNeeded(string verb, int code, string text, ConnectionKey key) =>
        new(InternetErrorKind.AuthenticationFailed, $"The server asks for an account, and none was given: {code} {PeerText.Shown(text)}")
        {
            Phase = InternetPhase.LoggingIn,
            Command = verb,
            ReplyCode = code,
            ReplyText = text,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The limit over connecting and logging in together ran out.</summary>
    public static FtpException Timeout(InternetPhase phase, ConnectionKey key, TimeSpan limit) =>
        new(InternetErrorKind.Timeout, $"Connecting to {key.EndPoint} and logging in took longer than {limit.TotalSeconds:0.###} s.")
        {
            Phase = phase,
            Timeout = InternetTimeout.Total,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };
}
