namespace HiPerf.Gopher;

/// <summary>How much of Gopher's elements is read, or written, before it is refused. All sizes in octets, 1 to 2^30; what is out of range throws
/// <see cref="ArgumentOutOfRangeException"/>. The limits of <c>default</c> are zero and let nothing through.</summary>
/// <remarks>A line's limit does not count its line end; the menu's limit counts everything.</remarks>
public readonly record struct GopherLimits
{
    // Offsets are added to limits without overflow below this.
    private const int Most = 1 << 30;

    /// <summary>Makes the default limits.</summary>
    public GopherLimits()
    {
    }

    /// <summary>The limits of a client, and of a server.</summary>
    public static GopherLimits Default { get; } = new();

    /// <summary>One request line, read or written; 4 KiB. Beyond: <see cref="ParseError.GopherRequestTooLong"/>.</summary>
    public int MaxRequestLine { get; init => field = Within(value); } = 4 * 1024;

    /// <summary>The longest selector that is written; 255, what RFC 1436 advises. Beyond: <see cref="ArgumentException"/>; what is read beyond is <see cref="Deviations.LongSelector"/>.</summary>
    public int MaxSelector { get; init => field = Within(value); } = 255;

    /// <summary>One line of a menu or of attributes, its LF not counted, its CR counted; 8 KiB. Beyond: <see cref="ParseError.GopherLineTooLong"/>.</summary>
    public int MaxLine { get; init => field = Within(value); } = 8 * 1024;

    /// <summary>Lines of a menu or of attributes, the one of a dot alone not counted, 1 to 2^30; 100,000. Beyond: <see cref="ParseError.TooManyGopherItems"/>.</summary>
    public int MaxItems { get; init => field = Within(value); } = 100_000;

    /// <summary>A whole menu, or the attributes of one answer; 64 MiB. Beyond: <see cref="ParseError.GopherMenuTooLarge"/>.</summary>
    public int MaxMenu { get; init => field = Within(value); } = 64 * 1024 * 1024;

    private static int Within(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        return value;
    }
}
