namespace HiPerf.Http1;

/// <summary>How the end of a message's content is found. RFC 9112 section 6.3.</summary>
public enum BodyFramingKind : byte
{
    /// <summary>There is no content; the next octet belongs to the next message, or to whoever the connection was handed to.</summary>
    None = 0,

    /// <summary>The content has <see cref="BodyFraming.Length"/> octets.</summary>
    Length,

    /// <summary>The content is chunked: read it with <see cref="ChunkedBodyParser"/>.</summary>
    Chunked,

    /// <summary>The content ends where the connection does. Responses alone.</summary>
    UntilClose,
}

/// <summary>What a message says about its connection beside the framing of its content.</summary>
[Flags]
public enum ConnectionOptions : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Connection holds <c>close</c>: no message follows this one. RFC 9112 section 9.6.</summary>
    Close = 1 << 0,

    /// <summary>Connection holds <c>keep-alive</c>, which only an HTTP/1.0 message needs. RFC 9112 section 9.3.</summary>
    KeepAlive = 1 << 1,

    /// <summary>Connection holds <c>upgrade</c>. RFC 9110 section 7.8.</summary>
    Upgrade = 1 << 2,

    /// <summary>Connection holds <c>TE</c>. RFC 9110 section 10.1.4.</summary>
    Te = 1 << 3,

    /// <summary>Connection names another option, as a rule a field meant for this hop alone. RFC 9110 section 7.6.1.</summary>
    Other = 1 << 4,

    /// <summary>Expect is <c>100-continue</c>; never set for HTTP/1.0. RFC 9110 section 10.1.1.</summary>
    ExpectContinue = 1 << 5,

    /// <summary>Expect holds anything else: a server answers 417. Never set for HTTP/1.0.</summary>
    ExpectOther = 1 << 6,

    /// <summary>An Upgrade field is there; never set for HTTP/1.0. RFC 9110 section 7.8.</summary>
    UpgradeField = 1 << 7,
}

/// <summary>How a message's content is framed and whether its connection lives on: what <see cref="BodyFramingParser"/> decides, and what the head writers write.</summary>
/// <remarks>RFC 9112 sections 6.3 and 9.3.</remarks>
public readonly record struct BodyFraming
{
    internal BodyFraming(BodyFramingKind kind, long length, ConnectionOptions options, bool keepsAlive, bool declaresChunked = false)
    {
        DeclaresChunked = declaresChunked;
        Kind = kind;
        _lengthAndOne = length + 1;
        Options = options;
        KeepsAlive = keepsAlive;
    }

    // Stored plus one (2^63-1 wraps, and wraps back) so that the default value declares no length.
    private readonly long _lengthAndOne;

    /// <summary>How the end of the content is found.</summary>
    public BodyFramingKind Kind { get; }

    /// <summary>What Connection, Expect and Upgrade said; none when the value was made for a writer.</summary>
    public ConnectionOptions Options { get; }

    /// <summary>Whether another message may follow on the connection, as far as this message says.</summary>
    public bool KeepsAlive { get; }

    /// <summary>The declared Content-Length, 0 to 2^63-1, and −1 where there is none. It counts content that comes only when <see cref="Kind"/> is Length:
    /// a response to HEAD and a 304 declare it without sending any.</summary>
    public long Length => unchecked(_lengthAndOne - 1);

    /// <summary>Whether chunked content is declared where none can be: by a response to HEAD, a 304, or wrongly by a 1xx or 204.</summary>
    internal bool DeclaresChunked { get; }

    /// <summary>No content and no framing field.</summary>
    public static BodyFraming None => default;

    /// <summary>Chunked content.</summary>
    public static BodyFraming Chunked => new(BodyFramingKind.Chunked, -1, ConnectionOptions.None, keepsAlive: true);

    /// <summary>Content up to the end of the connection, responses alone.</summary>
    public static BodyFraming UntilClose => new(BodyFramingKind.UntilClose, -1, ConnectionOptions.None, keepsAlive: false);

    /// <summary>Content of a known length.</summary>
    /// <param name="length">Octets, 0 to 2^63-1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static BodyFraming OfLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new(BodyFramingKind.Length, length, ConnectionOptions.None, keepsAlive: true);
    }
}
