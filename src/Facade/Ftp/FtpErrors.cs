using System.Buffers;
using System.Net.Sockets;

namespace HiPerf.Ftp;

/// <summary>Makes the errors of FTP, so that the code that finds them holds a call and no sentence.</summary>
internal static class FtpErrors
{
    /// <summary>The server answered a command with 4yz or 5yz, or with a success that is none for it.</summary>
    /// <param name="verb">The command's verb.</param>
    /// <param name="code">The reply's code.</param>
    /// <param name="text">The reply's text, as the server sent it.</param>
    /// <param name="phase">Where.</param>
    /// <param name="key">With whom.</param>
    public static FtpException Refused(string verb, int code, string text, InternetPhase phase, ConnectionKey key) =>
        new(KindOf(code, phase), $"{verb} was answered with {code} {PeerText.Shown(text)}")
        {
            Phase = phase,
            Command = verb,
            ReplyCode = code,
            ReplyText = text,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The parser or the accounts of replies refused what came.</summary>
    public static FtpException Protocol(ParseResult result, InternetPhase phase, ConnectionKey key, string? verb = null) =>
        new(IsLimit(result) ? InternetErrorKind.LimitExceeded : InternetErrorKind.ProtocolViolation,
            $"{result.Error.Message()} ({result.Error.RfcSection()}), octet {result.Position}.")
        {
            Phase = phase,
            Command = verb,
            ParseError = result.Error,
            ByteOffset = result.Position,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A reply that may not stand where it stands.</summary>
    public static FtpException Unexpected(ParseError error, string? verb, int code, string text, InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.ProtocolViolation, $"{error.Message()} ({error.RfcSection()}): {code} {PeerText.Shown(text)}")
        {
            Phase = phase,
            Command = verb,
            ParseError = error,
            ReplyCode = code,
            ReplyText = text,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The connection ended where a reply was due.</summary>
    public static FtpException Ended(InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.Truncated, $"{key.EndPoint} closed the control connection before its reply.")
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The connection was aborted here, or has failed before.</summary>
    public static FtpException Aborted(InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.ConnectionAborted, "The connection was aborted or has failed before.")
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Replies came, and each in time, but not the one that ends the command.</summary>
    public static FtpException TooLate(InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.Timeout, "The server went on with preliminary replies until the time for the final one ran out.")
        {
            Phase = phase,
            Timeout = InternetTimeout.Head,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Another operation holds the connection. WinINet's 12110.</summary>
    public static FtpException Busy(ConnectionKey key) =>
        new(InternetErrorKind.Busy, "Another operation holds the connection: one transfer or command at a time.")
        {
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Folders lie deeper than is looked.</summary>
    public static FtpException TooDeep(int limit, ConnectionKey key) =>
        new(InternetErrorKind.LimitExceeded, $"The server lists folders more than {limit} deep.")
        {
            Phase = InternetPhase.ReceivingContent,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A listing names what is no entry of its folder.</summary>
    public static FtpException BadName(string name, ConnectionKey key) =>
        new(InternetErrorKind.ProtocolViolation, $"The server lists '{PeerText.Shown(name)}', which is no name of an entry.")
        {
            Phase = InternetPhase.ReceivingContent,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>What the transport threw, in the family's words.</summary>
    public static FtpException FromTransport(Exception error, InternetPhase phase, ConnectionKey key)
    {
        var kind = error switch
        {
            InternetException known => known.Kind,
            SocketException or IOException { InnerException: SocketException } => InternetErrorKind.ConnectionReset,
            ObjectDisposedException or OperationCanceledException => InternetErrorKind.ConnectionAborted,
            _ => InternetErrorKind.Other,
        };
        return new(kind, error.Message, error)
        {
            Phase = error is InternetException { Phase: not InternetPhase.None } at ? at.Phase : phase,
            Timeout = (error as InternetException)?.Timeout ?? InternetTimeout.None,
            NativeCode = (error as InternetException)?.NativeCode ?? WinInetCode.Of(kind),
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };
    }

    private static InternetErrorKind KindOf(int code, InternetPhase phase) => code switch
    {
        421 or 425 or 426 => InternetErrorKind.ServerError,
        430 => InternetErrorKind.AuthenticationFailed,
        530 or 532 => InternetErrorKind.AuthenticationFailed,
        533 or 534 or 553 => InternetErrorKind.AccessDenied,
        _ when phase == InternetPhase.LoggingIn => InternetErrorKind.AuthenticationFailed,
        550 => InternetErrorKind.NotFound,
        _ => InternetErrorKind.ServerError,
    };

    private static bool IsLimit(ParseResult result) => result.Status == OperationStatus.DestinationTooSmall
        || result.Error is ParseError.ReplyLineTooLong or ParseError.ReplyTooLarge or ParseError.TooManyReplyLines
            or ParseError.ListLineTooLong or ParseError.TooManyListLines;
}
