using System.Net.Sockets;

namespace HiPerf.Http;

/// <summary>Makes the errors of HTTP exchanges, so that the code that finds them holds a call and no sentence.</summary>
internal static class HttpErrors
{
    /// <summary>What a parser refused.</summary>
    /// <param name="result">InvalidData or DestinationTooSmall.</param>
    /// <param name="phase">Whether it was a head or content.</param>
    /// <param name="start">Where the parsed octets begin in the message's part.</param>
    public static HttpException Protocol(ParseResult result, InternetPhase phase, long start = 0) =>
        new(IsLimit(result) ? InternetErrorKind.LimitExceeded : InternetErrorKind.ProtocolViolation, Sentence(result))
        {
            Phase = phase,
            ParseError = result.Error,
            ByteOffset = start + result.Position,
        };

    /// <summary>A rule that no single octet breaks.</summary>
    public static HttpException Violation(string message, InternetPhase phase, int status = 0) =>
        new(InternetErrorKind.ProtocolViolation, message) { Phase = phase, StatusCode = status };

    /// <summary>What the transport threw, put into the family. Returns what belongs to it already as it is.</summary>
    public static InternetException FromTransport(Exception error, InternetPhase phase, ConnectionKey key) => error switch
    {
        InternetException known => known,
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
