using System.Net.Sockets;

namespace HiPerf.Http;

/// <summary>Makes the errors of HTTP exchanges, so that the code that finds them holds a call and no sentence.</summary>
internal static class HttpErrors
{
    /// <summary>What a parser refused.</summary>
    /// <param name="result">InvalidData or DestinationTooSmall.</param>
    /// <param name="phase">Whether it was a head or content.</param>
    /// <param name="key">With whom.</param>
    /// <param name="start">Where the parsed octets begin in the message's part.</param>
    public static HttpException Protocol(ParseResult result, InternetPhase phase, ConnectionKey key, long start = 0) =>
        new(IsLimit(result) ? InternetErrorKind.LimitExceeded : InternetErrorKind.ProtocolViolation, Sentence(result))
        {
            Phase = phase,
            ParseError = result.Error,
            ByteOffset = start + result.Position,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>What the rules of an exchange refused: an end that came too early, or what no single octet is wrong about.</summary>
    /// <param name="error">What <see cref="Http1.ExchangeState"/> answered.</param>
    /// <param name="phase">Whether it was a head or content.</param>
    /// <param name="offset">Octets of it that had come.</param>
    /// <param name="key">With whom.</param>
    /// <param name="status">Of the response, 0 when there is none yet.</param>
    /// <param name="missing">Octets that were still promised, 0 when no number of them was.</param>
    public static HttpException Exchange(ParseError error, InternetPhase phase, long offset, ConnectionKey key, int status = 0, long missing = 0) =>
        new(error switch
        {
            ParseError.MissingResponse or ParseError.IncompleteHead or ParseError.IncompleteContent => InternetErrorKind.Truncated,
            ParseError.TooManyInterimResponses => InternetErrorKind.LimitExceeded,
            _ => InternetErrorKind.ProtocolViolation,
        }, $"The exchange with {key.EndPoint} failed after {offset} octets{(missing > 0 ? $", {missing} octets before its declared length" : string.Empty)}: {error.Message()} ({error.RfcSection()})")
        {
            Phase = phase,
            ParseError = error,
            StatusCode = status,
            ByteOffset = offset,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The exchange was aborted, or has failed before.</summary>
    public static HttpException Aborted(InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.ConnectionAborted, "The exchange was aborted or has failed before.")
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Two things at once on one file.</summary>
    public static HttpException Busy(ConnectionKey key) =>
        new(InternetErrorKind.Busy, "The file is being opened or read already.") { Protocol = key.Scheme, EndPoint = key.EndPoint };

    /// <summary>Content that comes, but slower than it must.</summary>
    public static HttpException TooSlow(double least, ConnectionKey key) =>
        new(InternetErrorKind.Timeout, $"{key.EndPoint} sends less than {least:0.###} octets a second.")
        {
            Phase = InternetPhase.ReceivingContent,
            Timeout = InternetTimeout.DataRate,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A status that is no success, for those who ask for an exception.</summary>
    public static HttpException Status(int status, string reason, ConnectionKey key) =>
        new(status switch
        {
            404 or 410 => InternetErrorKind.NotFound,
            401 or 407 => InternetErrorKind.AuthenticationFailed,
            403 => InternetErrorKind.AccessDenied,
            _ => InternetErrorKind.ServerError,
        }, $"{key.EndPoint} answered with status {status}.")
        {
            Phase = InternetPhase.ReceivingHead,
            StatusCode = status,
            ReplyText = reason,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A redirect that leads where none is followed.</summary>
    public static HttpException RedirectRefused(string message, int status, ConnectionKey key) =>
        new(InternetErrorKind.RedirectRefused, message)
        {
            Phase = InternetPhase.ReceivingHead,
            StatusCode = status,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>One redirect more than the limit.</summary>
    public static HttpException TooManyRedirects(int limit, int status, ConnectionKey key) =>
        new(InternetErrorKind.TooManyRedirects, $"More than {limit} redirects.")
        {
            Phase = InternetPhase.ReceivingHead,
            StatusCode = status,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>What the transport threw, put into the family with the peer's name. Returns what says all that already as it is.</summary>
    public static InternetException FromTransport(Exception error, InternetPhase phase, ConnectionKey key) => error switch
    {
        InternetException { Protocol: not null } known => known,
        InternetException known => new HttpException(known.Kind, known.Message, known)
        {
            Phase = known.Phase == InternetPhase.None ? phase : known.Phase,
            Timeout = known.Timeout,
            NativeCode = known.NativeCode,
            ByteOffset = known.ByteOffset,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        },
        _ => new HttpException(IsReset(error) ? InternetErrorKind.ConnectionReset : InternetErrorKind.ConnectionAborted,
            $"The connection to {key.EndPoint} broke: {error.Message}", error)
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        },
    };

    private static bool IsReset(Exception error) =>
        (error as SocketException ?? error.InnerException as SocketException)?.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown;

    private static bool IsLimit(ParseResult result) => result.Error is ParseError.None or ParseError.StartLineTooLong or ParseError.FieldLineTooLong
        or ParseError.HeadTooLarge or ParseError.TooManyFields or ParseError.ChunkLineTooLong or ParseError.ChunkOverhead
        or ParseError.TrailersTooLarge or ParseError.ContentTooLarge;

    private static string Sentence(ParseResult result) => result.Error == ParseError.None
        ? "The response head is longer than the limit."
        : $"The response breaks the protocol at octet {result.Position}: {result.Error.Message()} ({result.Error.RfcSection()})";
}
