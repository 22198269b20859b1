using System.Net.Sockets;

namespace HiPerf;

/// <summary>Finds the <see cref="InternetErrorKind"/> of what sockets and streams throw.</summary>
public static class InternetErrorKinds
{
    /// <summary>Names the kind of a failure of the transport.</summary>
    /// <param name="exception">What was thrown; a <see cref="SocketException"/> inside it is found.</param>
    /// <returns>The kind; <see cref="InternetErrorKind.Other"/> when nothing is known about it.</returns>
    public static InternetErrorKind Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case InternetException known:
                    return known.Kind;
                case SocketException socket:
                    return Of(socket.SocketErrorCode);
                case EndOfStreamException:
                    return InternetErrorKind.Truncated;
                case TimeoutException:
                    return InternetErrorKind.Timeout;
                case ObjectDisposedException:
                    return InternetErrorKind.ConnectionAborted;
                case UnauthorizedAccessException:
                    return InternetErrorKind.AccessDenied;
                case FileNotFoundException or DirectoryNotFoundException:
                    return InternetErrorKind.NotFound;
            }
        }

        return InternetErrorKind.Other;
    }

    /// <summary>Names the kind of a socket's error.</summary>
    public static InternetErrorKind Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => InternetErrorKind.NameNotResolved,
        SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown
            or SocketError.NetworkDown or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => InternetErrorKind.CannotConnect,
        SocketError.ConnectionReset or SocketError.NetworkReset or SocketError.Shutdown => InternetErrorKind.ConnectionReset,
        SocketError.ConnectionAborted or SocketError.OperationAborted or SocketError.Interrupted or SocketError.NotConnected => InternetErrorKind.ConnectionAborted,
        SocketError.TimedOut => InternetErrorKind.Timeout,
        SocketError.AccessDenied => InternetErrorKind.AccessDenied,
        _ => InternetErrorKind.Other,
    };
}
