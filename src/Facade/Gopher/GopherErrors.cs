using System.Net.Sockets;

namespace HiPerf.Gopher;

/// <summary>Makes the errors of Gopher, so that the code that finds them holds a call and no sentence.</summary>
internal static class GopherErrors
{
    /// <summary>A port that Gopher is not spoken to: nothing was dialled.</summary>
    public static GopherException PortRefused(GopherLocator locator, GopherPortVerdict verdict) =>
        new(InternetErrorKind.AccessDenied, verdict == GopherPortVerdict.Denied
            ? $"Gopher is not spoken to port {locator.Port}, where a service listens that takes a selector for a command; {nameof(GopherConnectOptions.AllowedPorts)} may name it."
            : $"Gopher is not spoken to port {locator.Port}, below 1024 and neither 70 nor 105; {nameof(GopherConnectOptions.AllowPrivilegedPorts)} allows it.")
        {
            Phase = InternetPhase.Connecting,
            Protocol = locator.UsesTls ? "gophers" : "gopher",
            EndPoint = locator.Host.Contains(':') ? $"[{locator.Host}]:{locator.Port}" : $"{locator.Host}:{locator.Port}",
        };

    /// <summary>What a parser refused.</summary>
    /// <param name="result">InvalidData.</param>
    /// <param name="phase">Whether it was a status line or content.</param>
    /// <param name="key">With whom.</param>
    /// <param name="start">Where the parsed octets begin in what is parsed.</param>
    public static GopherException Protocol(ParseResult result, InternetPhase phase, ConnectionKey key, long start = 0) =>
        new(result.Error is ParseError.GopherLineTooLong or ParseError.TooManyGopherItems or ParseError.GopherMenuTooLarge ? InternetErrorKind.LimitExceeded : InternetErrorKind.ProtocolViolation,
            $"{result.Error.Message()} ({result.Error.RfcSection()}), octet {start + result.Position}.")
        {
            Phase = phase,
            ParseError = result.Error,
            ByteOffset = start + result.Position,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The connection ended where more was promised.</summary>
    /// <param name="missing">Octets that were counted and did not come; 0 where a status line did not.</param>
    /// <param name="offset">Octets that came.</param>
    /// <param name="phase">Where.</param>
    /// <param name="key">With whom.</param>
    public static GopherException Truncated(long missing, long offset, InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.Truncated, missing > 0 ? $"{key.EndPoint} closed the connection {missing} octets before the end of what it announced."
            : $"{key.EndPoint} closed the connection before the status line of Gopher+.")
        {
            Phase = phase,
            ByteOffset = offset,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>The server answered with an error by Gopher+.</summary>
    /// <param name="code">Its number.</param>
    /// <param name="administrator">Who to turn to; null for nobody.</param>
    /// <param name="text">The reason in words, as the server sent it.</param>
    /// <param name="key">With whom.</param>
    public static GopherException Answered(int code, string? administrator, string text, ConnectionKey key) =>
        new(code is GopherError.NotAvailable or GopherError.Moved ? InternetErrorKind.NotFound : InternetErrorKind.ServerError,
            $"{key.EndPoint} answered with error {code}: {PeerText.Shown(text)}")
        {
            Phase = InternetPhase.ReceivingHead,
            Code = code,
            Administrator = administrator,
            ReplyText = text,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>A text is longer than it may be to be read at once.</summary>
    public static GopherException TooLong(int limit, ConnectionKey key) =>
        new(InternetErrorKind.LimitExceeded, $"The text is longer than {limit} octets.")
        {
            Phase = InternetPhase.ReceivingContent,
            ByteOffset = limit,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Content that comes, but slower than it must.</summary>
    public static GopherException TooSlow(double least, ConnectionKey key) =>
        new(InternetErrorKind.Timeout, $"{key.EndPoint} sends less than {least:0.###} octets a second.")
        {
            Phase = InternetPhase.ReceivingContent,
            Timeout = InternetTimeout.DataRate,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>There is more in gopherspace than a crawl may walk.</summary>
    /// <param name="what">Menus, or items.</param>
    /// <param name="limit">How many were walked.</param>
    /// <param name="start">Where it began.</param>
    public static GopherException TooFar(string what, int limit, GopherLocator start) =>
        new(InternetErrorKind.LimitExceeded, $"There are more than {limit} {what} below {PeerText.Shown(start.ToString())}.")
        {
            Phase = InternetPhase.ReceivingContent,
            Protocol = start.UsesTls ? "gophers" : "gopher",
        };

    /// <summary>A menu names what no request can ask for.</summary>
    /// <param name="locator">What it names.</param>
    /// <param name="error">What the writer of requests says.</param>
    public static GopherException Unaskable(GopherLocator locator, ArgumentException error) =>
        new(InternetErrorKind.LimitExceeded, $"The item's request is longer than it may be: {locator.SelectorOctets.Length} octets of selector.", error)
        {
            Phase = InternetPhase.SendingRequest,
            Protocol = locator.UsesTls ? "gophers" : "gopher",
        };

    /// <summary>The connection was aborted here, or has failed before.</summary>
    public static GopherException Aborted(InternetPhase phase, ConnectionKey key) =>
        new(InternetErrorKind.ConnectionAborted, "The connection was aborted or has failed before.")
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        };

    /// <summary>Two things at once on one file.</summary>
    public static GopherException Busy(ConnectionKey key) =>
        new(InternetErrorKind.Busy, "The file is being read already.") { Protocol = key.Scheme, EndPoint = key.EndPoint };

    /// <summary>What the transport threw, in the family's words; what says all that already as it is.</summary>
    public static InternetException FromTransport(Exception error, InternetPhase phase, ConnectionKey key) => error switch
    {
        InternetException { Protocol: not null } known => known,
        InternetException known => new GopherException(known.Kind, known.Message, known)
        {
            Phase = known.Phase == InternetPhase.None ? phase : known.Phase,
            Timeout = known.Timeout,
            NativeCode = known.NativeCode,
            ByteOffset = known.ByteOffset,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        },
        _ => new GopherException(IsReset(error) ? InternetErrorKind.ConnectionReset : InternetErrorKind.ConnectionAborted, $"The connection to {key.EndPoint} broke: {error.Message}", error)
        {
            Phase = phase,
            Protocol = key.Scheme,
            EndPoint = key.EndPoint,
        },
    };

    private static bool IsReset(Exception error) =>
        (error as SocketException ?? error.InnerException as SocketException)?.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown;
}
