using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>One thing that happened in one direction of a connection: a small value, made from what the parsers and writers know.</summary>
/// <remarks>The direction is named by who sends: the client's holds requests, the server's responses. Whether that is this end or the peer is for
/// <see cref="ExchangeState"/> to know.</remarks>
public readonly record struct ExchangeEvent
{
    private ExchangeEvent(ExchangeRole sender, ExchangeEventKind kind)
    {
        Sender = sender;
        Kind = kind;
    }

    /// <summary>Whose direction it happened in.</summary>
    public ExchangeRole Sender { get; }

    /// <summary>What happened.</summary>
    public ExchangeEventKind Kind { get; }

    internal BodyFramingKind Framing { get; private init; }

    internal ConnectionOptions Options { get; private init; }

    internal bool KeepsAlive { get; private init; }

    internal HttpVersion Version { get; private init; }

    internal RequestMethod Method { get; private init; }

    internal ushort Status { get; private init; }

    internal ParseError Error { get; private init; }

    /// <summary>Octets of the head.</summary>
    internal int HeadOctets { get; private init; }

    /// <summary>Octets of content; for a head the declared length, −1 where there is none.</summary>
    internal long Octets { get; private init; }

    /// <summary>Whether a head declares content of any kind, even where none can follow.</summary>
    internal bool DeclaresContent { get; private init; }

    /// <summary>Octets are there that no message under way has claimed: the first of a head, or what came behind a whole message.</summary>
    public static ExchangeEvent Begin(ExchangeRole sender) => new(sender, ExchangeEventKind.Begin);

    /// <summary>A request head that was read.</summary>
    /// <param name="head">What <see cref="RequestHeadParser"/> found.</param>
    /// <param name="framing">What <see cref="BodyFramingParser"/> decided.</param>
    public static ExchangeEvent RequestHead(in RequestHead head, in BodyFraming framing) => new(ExchangeRole.Client, ExchangeEventKind.Head)
    {
        Method = head.Method,
        Version = head.Version,
        Framing = framing.Kind,
        Octets = framing.Length,
        Options = framing.Options,
        KeepsAlive = framing.KeepsAlive,
    };

    /// <summary>A request head that was written, always HTTP/1.1.</summary>
    /// <param name="method">The method; Unknown for one that is not registered.</param>
    /// <param name="framing">None, a length or chunked.</param>
    /// <param name="options">What its fields say: Close; ExpectContinue for <c>Expect: 100-continue</c>; Upgrade and UpgradeField together where it offers protocols.</param>
    /// <exception cref="ArgumentException">A request has no content until close. RFC 9112 section 6.3.</exception>
    public static ExchangeEvent RequestHead(RequestMethod method, in BodyFraming framing, ConnectionOptions options)
    {
        if (framing.Kind == BodyFramingKind.UntilClose)
        {
            WriterMisuse.BadFraming();
        }

        return new(ExchangeRole.Client, ExchangeEventKind.Head)
        {
            Method = method,
            Version = HttpVersion.Http11,
            Framing = framing.Kind,
            Octets = framing.Length,
            Options = options,
            KeepsAlive = (options & ConnectionOptions.Close) == ConnectionOptions.None,
        };
    }

    /// <summary>A response head that was read, final or interim.</summary>
    /// <param name="head">What <see cref="ResponseHeadParser"/> found.</param>
    /// <param name="framing">What <see cref="BodyFramingParser"/> decided.</param>
    /// <param name="octets">Octets of the head, which interim responses have a common limit of.</param>
    public static ExchangeEvent ResponseHead(in ResponseHead head, in BodyFraming framing, int octets) => new(ExchangeRole.Server, ExchangeEventKind.Head)
    {
        Status = head.Status,
        Version = head.Version,
        Framing = framing.Kind,
        Octets = framing.Length,
        Options = framing.Options,
        KeepsAlive = framing.KeepsAlive,
        HeadOctets = octets,
        DeclaresContent = framing.Length >= 0 || framing.DeclaresChunked,
    };

    /// <summary>A response head that was written, final or interim, always HTTP/1.1.</summary>
    /// <param name="status">100 to 599.</param>
    /// <param name="framing">As the head was completed with; for HEAD and 304 a length may be declared that no content follows.</param>
    /// <param name="options">What its fields say: Close, KeepAlive; Upgrade and UpgradeField together in a 101.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is out of its range.</exception>
    public static ExchangeEvent ResponseHead(int status, in BodyFraming framing, ConnectionOptions options)
    {
        if (status is < 100 or > 599)
        {
            WriterMisuse.BadStatus(status);
        }

        return new(ExchangeRole.Server, ExchangeEventKind.Head)
        {
            Status = (ushort)status,
            Version = HttpVersion.Http11,
            Framing = framing.Kind,
            Octets = framing.Length,
            Options = options,
            KeepsAlive = (options & ConnectionOptions.Close) == ConnectionOptions.None && framing.Kind != BodyFramingKind.UntilClose,
            DeclaresContent = framing.Kind != BodyFramingKind.None || framing.Length >= 0,
        };
    }

    /// <summary>Octets of content that were read or are about to be written; chunk framing does not count.</summary>
    /// <param name="sender">Whose content it is.</param>
    /// <param name="octets">0 to 2^63-1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ExchangeEvent Content(ExchangeRole sender, long octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        return new(sender, ExchangeEventKind.Content) { Octets = octets };
    }

    /// <summary>The message has ended. Content of a known length ends by itself with its last octet; saying so again changes nothing.</summary>
    public static ExchangeEvent End(ExchangeRole sender) => new(sender, ExchangeEventKind.End);

    /// <summary>The direction was closed in good order: FIN, and over TLS close_notify before it.</summary>
    public static ExchangeEvent Close(ExchangeRole sender) => new(sender, ExchangeEventKind.Close);

    /// <summary>The connection broke, was aborted, or ended without close_notify.</summary>
    public static ExchangeEvent Reset(ExchangeRole sender) => new(sender, ExchangeEventKind.Reset);

    /// <summary>A parser refused what the peer sent; nothing behind it is read.</summary>
    /// <param name="sender">The peer.</param>
    /// <param name="error">What the parser answered.</param>
    /// <param name="method">The request's method where its head was whole: a HEAD is refused without content too (RFC 9110 section 9.3.2).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no error.</exception>
    public static ExchangeEvent Refusal(ExchangeRole sender, ParseError error, RequestMethod method = RequestMethod.Unknown)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)error, (int)ParseError.None, nameof(error));
        return new(sender, ExchangeEventKind.Refusal) { Error = error, Method = method };
    }
}
