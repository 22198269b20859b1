namespace HiPerf;

/// <summary>Makes the errors of connecting through a proxy. They name the proxy and what was asked of it, never who asked.</summary>
internal static class ProxyErrors
{
    public static ProxyException BadVariable(string name, string refusal, string protocol) =>
        new(InternetErrorKind.ProxyFailed, $"The environment variable {name} names no proxy: {refusal}") { Phase = InternetPhase.ConnectingProxy, Protocol = protocol };

    public static ProxyException Unreachable(ProxyServer proxy, string protocol, Exception error) =>
        new(InternetErrorKind.ProxyFailed, $"The proxy {proxy} cannot be reached: {error.Message}", error)
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = protocol,
            EndPoint = proxy.EndPoint,
        };

    public static ProxyException Unspeakable(ProxyTarget target, string why) =>
        Make(InternetErrorKind.ProxyFailed, target, $"cannot be asked for a connection to the host: {why}.");

    public static ProxyException Truncated(ProxyTarget target) =>
        Make(InternetErrorKind.Truncated, target, "closed the connection in the middle of its answer.");

    public static ProxyException Broken(ProxyTarget target, Exception error) =>
        new(InternetErrorKind.ProxyFailed, $"The connection to the proxy {target.Proxy} broke: {error.Message}", error)
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = target.Protocol,
            EndPoint = target.Proxy.EndPoint,
        };

    /// <summary>An answer that breaks the protocol.</summary>
    /// <param name="target">What was asked for.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="offset">Of the octet at fault in the answer.</param>
    public static ProxyException Violation(ProxyTarget target, string what, int offset) =>
        new(InternetErrorKind.ProtocolViolation, $"The proxy {target.Proxy} broke its protocol: {what}.")
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = target.Protocol,
            EndPoint = target.Proxy.EndPoint,
            ByteOffset = offset,
        };

    public static ProxyException Head(ProxyTarget target, in ParseResult result) =>
        new(IsLimit(result) ? InternetErrorKind.LimitExceeded : InternetErrorKind.ProtocolViolation, IsLimit(result)
            ? $"The answer of the proxy {target.Proxy} is longer than the limit."
            : $"The proxy {target.Proxy} broke its protocol at octet {result.Position}: {result.Error.Message()} ({result.Error.RfcSection()})")
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = target.Protocol,
            EndPoint = target.Proxy.EndPoint,
            ParseError = result.Error,
            ByteOffset = result.Position,
        };

    public static ProxyException TooManyInterimResponses(ProxyTarget target) =>
        Make(InternetErrorKind.LimitExceeded, target, "sent more interim responses than the limit.");

    /// <summary>An HTTP status that opens no tunnel. 401 is what some proxies (tinyproxy) say for 407; no host has been asked yet.</summary>
    public static ProxyException Status(ProxyTarget target, int status, string reason) => Refused(
        status switch
        {
            401 or 407 => InternetErrorKind.AuthenticationFailed,
            403 => InternetErrorKind.AccessDenied,
            _ => InternetErrorKind.ProxyFailed,
        }, target, status, $"with status {status}", reason);

    /// <summary>A reply of SOCKS4 that grants nothing.</summary>
    public static ProxyException Socks4Reply(ProxyTarget target, byte code) => Refused(
        code is 92 or 93 ? InternetErrorKind.AuthenticationFailed : InternetErrorKind.ProxyFailed, target, code, code switch
        {
            91 => "the request was rejected or failed (91)",
            92 => "it cannot ask identd who this is (92)",
            93 => "identd names another user (93)",
            _ => $"code {code}",
        });

    /// <summary>A reply of SOCKS5 that is no success. RFC 1928 section 6.</summary>
    public static ProxyException Socks5Reply(ProxyTarget target, byte code) => Refused(
        code switch
        {
            2 => InternetErrorKind.AccessDenied,
            3 or 4 or 5 or 6 => InternetErrorKind.CannotConnect,
            _ => InternetErrorKind.ProxyFailed,
        }, target, code, code switch
        {
            1 => "general failure (1)",
            2 => "not allowed by its rules (2)",
            3 => "network unreachable (3)",
            4 => "host unreachable (4)",
            5 => "connection refused (5)",
            6 => "TTL expired (6)",
            7 => "command not supported (7)",
            8 => "address type not supported (8)",
            _ => $"code {code}",
        });

    /// <summary>None of the ways to say who asks is the proxy's. RFC 1928 section 3.</summary>
    public static ProxyException NoMethod(ProxyTarget target) =>
        Make(InternetErrorKind.AuthenticationFailed, target, target.Proxy.UserName is null ? "wants a user name." : "takes neither a user name nor nobody.");

    /// <summary>User name or password are wrong. RFC 1929.</summary>
    public static ProxyException WrongPassword(ProxyTarget target, byte status) =>
        Refused(InternetErrorKind.AuthenticationFailed, target, status, "the user name or the password is wrong");

    private static ProxyException Refused(InternetErrorKind kind, ProxyTarget target, int code, string why, string? reply = null) =>
        new(kind, $"The proxy {target.Proxy} refused a connection to {target.EndPoint}: {why}.")
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = target.Protocol,
            EndPoint = target.Proxy.EndPoint,
            ReplyCode = code,
            ReplyText = reply,
        };

    private static ProxyException Make(InternetErrorKind kind, ProxyTarget target, string what) =>
        new(kind, $"The proxy {target.Proxy} {what}")
        {
            Phase = InternetPhase.ConnectingProxy,
            Protocol = target.Protocol,
            EndPoint = target.Proxy.EndPoint,
        };

    private static bool IsLimit(in ParseResult result) => result.Error is ParseError.None or ParseError.StartLineTooLong or ParseError.FieldLineTooLong
        or ParseError.HeadTooLarge or ParseError.TooManyFields;
}
