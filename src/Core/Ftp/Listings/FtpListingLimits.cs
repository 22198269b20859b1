namespace HiPerf.Ftp;

/// <summary>How much of a listing is read before it is refused; what is out of range throws <see cref="ArgumentOutOfRangeException"/>. The limits of
/// <c>default</c> are zero and let nothing through.</summary>
public readonly record struct FtpListingLimits
{
    private const int Most = 1 << 30;

    /// <summary>Makes the default limits.</summary>
    public FtpListingLimits()
    {
    }

    /// <summary>8 KiB a line, 1,000,000 lines.</summary>
    public static FtpListingLimits Default { get; } = new();

    /// <summary>Octets of one line, its LF not counted, 1 to 2^30; 8 KiB. Beyond: <see cref="ParseError.ListLineTooLong"/>.</summary>
    public int MaxLine { get; init => field = Within(value); } = 8 * 1024;

    /// <summary>Lines of one listing, entries or not, 1 to 2^30; 1,000,000. Beyond: <see cref="ParseError.TooManyListLines"/>.</summary>
    public int MaxLines { get; init => field = Within(value); } = 1_000_000;

    private static int Within(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        return value;
    }
}
