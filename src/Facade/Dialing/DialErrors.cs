using System.Net.Sockets;
using HiPerf.Http;

namespace HiPerf;

/// <summary>Makes the errors of connecting.</summary>
internal static class DialErrors
{
    public static InternetException NameNotResolved(ConnectionKey key, SocketException? error) =>
        new(InternetErrorKind.NameNotResolved, $"The name {key.Host} could not be resolved: {error?.Message ?? "it has no address"}.", error)
        {
            Phase = InternetPhase.ResolvingName,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    public static InternetException CannotConnect(ConnectionKey key, Exception? error) =>
        new(InternetErrorKind.CannotConnect, $"No connection to {key.EndPoint}: {error?.Message ?? "no address was tried"}.", error)
        {
            Phase = InternetPhase.Connecting,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    public static InternetException Timeout(InternetPhase phase, InternetTimeout which, ConnectionKey key, TimeSpan limit) =>
        new(InternetErrorKind.Timeout, $"{Doing(phase)} {key.EndPoint} took longer than {limit.TotalSeconds:0.###} s.")
        {
            Phase = phase,
            Timeout = which,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    private static string Doing(InternetPhase phase) => phase switch
    {
        InternetPhase.ResolvingName => "Looking up",
        InternetPhase.Connecting => "Connecting to",
        InternetPhase.TlsHandshake => "The TLS handshake with",
        InternetPhase.SendingRequest => "Sending to",
        InternetPhase.ReceivingHead => "Waiting for the response of",
        _ => "Reading from",
    };
}
