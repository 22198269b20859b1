namespace HiPerf.Http1;

/// <summary>How much of an HTTP/1 message is read before it is refused. All sizes in octets, 1 to 2^30 unless said otherwise; what is out of range throws
/// <see cref="ArgumentOutOfRangeException"/>. The limits of <c>default</c> are zero and let nothing through.</summary>
/// <remarks>Field lines are counted by the caller's table: one more than it holds is <see cref="ParseError.TooManyFields"/>.
/// A line's limit does not count its CRLF; the head's limit counts everything up to and with the empty line.</remarks>
public readonly record struct Http1Limits
{
    // Offsets are added to limits without overflow below this.
    private const int Most = 1 << 30;

    /// <summary>Makes the limits of a server.</summary>
    public Http1Limits()
    {
    }

    /// <summary>Limits for requests, as a server reads them.</summary>
    public static Http1Limits Server { get; } = new();

    /// <summary>Limits for responses, as a client reads them.</summary>
    public static Http1Limits Client { get; } = new() { MaxStartLine = 4 * 1024, MaxFieldLine = 16 * 1024, MaxHead = 64 * 1024 };

    /// <summary>A method, 1 to 255; 32 by default. Beyond: <see cref="ParseError.MethodTooLong"/>, 501.</summary>
    public int MaxMethod { get; init => field = Within(value, 1, 255); } = 32;

    /// <summary>A request-line or status-line; 8 KiB for a server, 4 KiB for a client. Beyond: <see cref="ParseError.StartLineTooLong"/>, 414.</summary>
    public int MaxStartLine { get; init => field = Within(value, 1, Most); } = 8 * 1024;

    /// <summary>One field line, 1 to 65,535; 8 KiB for a server, 16 KiB for a client. Beyond: <see cref="ParseError.FieldLineTooLong"/>, 431.</summary>
    public int MaxFieldLine { get; init => field = Within(value, 1, ushort.MaxValue); } = 8 * 1024;

    /// <summary>The whole head; 32 KiB for a server, 64 KiB for a client. Beyond: <see cref="ParseError.HeadTooLarge"/>, 431.</summary>
    public int MaxHead { get; init => field = Within(value, 1, Most); } = 32 * 1024;

    /// <summary>One chunk-size line with its extensions; 4 KiB. Beyond: <see cref="ParseError.ChunkLineTooLong"/>, 400.</summary>
    public int MaxChunkLine { get; init => field = Within(value, 1, Most); } = 4 * 1024;

    /// <summary>All chunk extensions of one message together, 0 to 2^30; 16 KiB. Beyond: <see cref="ParseError.ChunkOverhead"/>, 400.</summary>
    public int MaxChunkExtensions { get; init => field = Within(value, 0, Most); } = 16 * 1024;

    /// <summary>The trailer section with its empty line; 4 KiB. Beyond: <see cref="ParseError.TrailersTooLarge"/>, 431.</summary>
    public int MaxTrailers { get; init => field = Within(value, 1, Most); } = 4 * 1024;

    /// <summary>Trailer field lines, 0 to 2^30; 16. Beyond: <see cref="ParseError.TooManyFields"/>, 431.</summary>
    public int MaxTrailerFields { get; init => field = Within(value, 0, Most); } = 16;

    /// <summary>Interim (1xx) responses to one request, 0 to 2^30; 16. All of them together have at most <see cref="MaxHead"/> octets.
    /// Beyond: <see cref="ParseError.TooManyInterimResponses"/>.</summary>
    public int MaxInterimResponses { get; init => field = Within(value, 0, Most); } = 16;

    /// <summary>Field lines a server's table holds by default.</summary>
    public const int ServerFields = 100;

    /// <summary>Field lines a client's table holds by default.</summary>
    public const int ClientFields = 256;

    private static int Within(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
