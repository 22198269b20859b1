using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf;

/// <summary>Makes the errors of connecting.</summary>
internal static class DialErrors
{
    public static InternetException NameNotResolved(string protocol, string host, int port, SocketException? error) =>
        new(InternetErrorKind.NameNotResolved, $"The name {host} could not be resolved: {error?.Message ?? "it has no address"}.", error)
        {
            Phase = InternetPhase.ResolvingName,
            Protocol = protocol,
            EndPoint = Shown(host, port),
        };

    public static InternetException CannotConnect(string protocol, string host, int port, Exception? error) =>
        new(InternetErrorKind.CannotConnect, $"No connection to {Shown(host, port)}: {error?.Message ?? "no address was tried"}.", error)
        {
            Phase = InternetPhase.Connecting,
            Protocol = protocol,
            EndPoint = Shown(host, port),
        };

    public static InternetException Timeout(InternetPhase phase, InternetTimeout which, ConnectionKey key, TimeSpan limit) =>
        new(InternetErrorKind.Timeout, $"{Doing(phase)} {key.EndPoint}{(key.Proxy is { } proxy ? $", by way of the proxy {proxy}," : string.Empty)} took longer than {limit.TotalSeconds:0.###} s.")
        {
            Phase = phase,
            Timeout = which,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A certificate that is for another host, where this side and not the platform found so.</summary>
    public static InternetException WrongName(Exception error, ConnectionKey key) =>
        new(InternetErrorKind.CertificateRejected, "The peer's certificate is for another host.", error)
        {
            Phase = InternetPhase.TlsHandshake,
            NativeCode = WinInetCode.CertificateNameInvalid,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A certificate whose chain the platform refused under a judgement of this side.</summary>
    public static InternetException Untrusted(Exception error, X509ChainStatusFlags chain, ConnectionKey key) =>
        new(InternetErrorKind.CertificateRejected, $"The peer's certificate is not trusted: {chain}.", error)
        {
            Phase = InternetPhase.TlsHandshake,
            NativeCode = chain.HasFlag(X509ChainStatusFlags.NotTimeValid) ? WinInetCode.CertificateDateInvalid : WinInetCode.InvalidCertificateAuthority,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>What a failed handshake threw, with the peer's name.</summary>
    public static InternetException TlsFailed(Exception error, ConnectionKey key) => error is InternetException known
        ? new(known.Kind, known.Message, known)
        {
            Phase = InternetPhase.TlsHandshake,
            Timeout = known.Timeout,
            NativeCode = known.NativeCode,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        }
        : new(IsReset(error) ? InternetErrorKind.ConnectionReset : InternetErrorKind.ConnectionAborted, $"The connection to {key.EndPoint} broke: {error.Message}", error)
        {
            Phase = InternetPhase.TlsHandshake,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    private static string Shown(string host, int port) => host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";

    private static bool IsReset(Exception error) =>
        (error as SocketException ?? error.InnerException as SocketException)?.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown;

    private static string Doing(InternetPhase phase) => phase switch
    {
        InternetPhase.ResolvingName => "Looking up",
        InternetPhase.Connecting or InternetPhase.ConnectingProxy => "Connecting to",
        InternetPhase.TlsHandshake => "The TLS handshake with",
        InternetPhase.SendingRequest => "Sending to",
        InternetPhase.ReceivingHead => "Waiting for the response of",
        _ => "Reading from",
    };
}
