using System.Net;
using System.Net.Sockets;

namespace HiPerf.Ftp;

/// <summary>Makes the errors of data connections and transfers.</summary>
internal static class FtpDataErrors
{
    /// <summary>Stops the limit that runs.</summary>
    /// <exception cref="InternetException">It has fired: what was waited for is closed.</exception>
    public static void ThrowIfFired(FtpControl control)
    {
        if (!control.Deadline.Stop())
        {
            throw control.Deadline.ToException(null, control.Key.Scheme, control.Key.EndPoint);
        }
    }

    /// <summary>The data connection did not come about; the control connection may be used on unless it is closed.</summary>
    public static Exception NotConnected(FtpControl control, Exception error, EndPoint peer, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || control.Deadline.HasFired || control.IsClosed || error is not SocketException
            ? control.Translate(error, cancellationToken)
            : new FtpException(InternetErrorKind.CannotConnect, $"No data connection to {peer}: {error.Message}.", error)
            {
                Phase = InternetPhase.Connecting,
                Protocol = control.Key.Scheme,
                EndPoint = control.Key.EndPoint,
            };

    /// <summary>Active mode where this side has no address of its own to offer.</summary>
    public static FtpException NoActive(ConnectionKey key) =>
        new(InternetErrorKind.CannotConnect, "The server offers no passive mode, or active mode was asked for, and through a proxy or a connector no port can be offered.")
        {
            Phase = InternetPhase.Connecting,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The server gave the transfer a negative reply, before its data or behind it.</summary>
    /// <param name="link">Its last reply is the one.</param>
    /// <param name="phase">Where.</param>
    /// <param name="error">What the data connection had to say of it; null when nothing.</param>
    public static FtpException Refused(FtpLink link, InternetPhase phase, Exception? error = null)
    {
        var control = link.Control;
        var plain = control.Refused(phase);
        if (!link.ProtectsData || !ConcernsTls(plain))
        {
            return error is null ? plain : With(plain, plain.Kind, plain.Message, error);
        }

        // The reply came under TLS: nobody between could bring this about.
        link.Memory.AvoidsTls13 |= link.IsTls13;
        return With(plain, InternetErrorKind.TlsFailed,
            $"{plain.Message} (the server asks that TLS on the data connection resumes the session of the control connection, and it did not{(link.IsTls13 ? "; new connections will use TLS 1.2" : string.Empty)})", error);
    }

    /// <summary>The data ended where it should not, and the server calls the transfer complete.</summary>
    public static FtpException WrongLength(FtpControl control, long expected, long actual) =>
        new(actual < expected ? InternetErrorKind.Truncated : InternetErrorKind.ContentCorrupt,
            $"The server called the transfer complete after {actual} octets; the file has {expected}.")
        {
            Phase = InternetPhase.ReceivingContent,
            ByteOffset = actual,
            ReplyCode = control.Reply.Code,
            ReplyText = control.ReplyText,
            Protocol = control.Key.Scheme,
            EndPoint = control.Key.EndPoint,
        };

    /// <summary>Slower than <see cref="InternetTimeouts.MinDataRate"/>.</summary>
    public static FtpException TooSlow(double bytesPerSecond, ConnectionKey key) =>
        new(InternetErrorKind.Timeout, $"The data came slower than {bytesPerSecond:0.###} octets a second.")
        {
            Phase = InternetPhase.ReceivingContent,
            Timeout = InternetTimeout.DataRate,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A limit of <see cref="FtpEnumerateOptions"/> was reached.</summary>
    public static FtpException ListingLimit(string what, ConnectionKey key) =>
        new(InternetErrorKind.LimitExceeded, what)
        {
            Phase = InternetPhase.ReceivingContent,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A line of a listing that no known form explains.</summary>
    public static FtpException Unrecognized(string line, long offset, ConnectionKey key) =>
        new(InternetErrorKind.ProtocolViolation, $"A line of the listing has no form that is known: {PeerText.Shown(line)}")
        {
            Phase = InternetPhase.ReceivingContent,
            ByteOffset = offset,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    // vsftpd says 522, FileZilla Server 425 or 450 with a text of TLS sessions, ProFTPD 425 and "Operation not permitted". RFC 4217 section 10.2 has 522 for a failed handshake.
    private static bool ConcernsTls(FtpException error) => error.ReplyCode == 522
        || (error.ReplyCode is 425 or 450 or 426 or 435 or 431
            && (Says(error, "session") || Says(error, "TLS") || Says(error, "SSL") || Says(error, "not permitted")));

    private static bool Says(FtpException error, string word) => error.ReplyText?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static FtpException With(FtpException plain, InternetErrorKind kind, string message, Exception? inner) => new(kind, message, inner)
    {
        Phase = plain.Phase,
        Command = plain.Command,
        ReplyCode = plain.ReplyCode,
        ReplyText = plain.ReplyText,
        Protocol = plain.Protocol,
        EndPoint = plain.EndPoint,
    };
}
