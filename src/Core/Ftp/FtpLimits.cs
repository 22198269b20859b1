namespace HiPerf.Ftp;

/// <summary>How much of the control connection's elements is read before they are refused. All sizes in octets, 1 to 2^30 unless said otherwise; what is out of range
/// throws <see cref="ArgumentOutOfRangeException"/>. The limits of <c>default</c> are zero and let nothing through.</summary>
/// <remarks>A line's limit does not count its line end; the reply's limit counts everything.</remarks>
public readonly record struct FtpLimits
{
    // Offsets are added to limits without overflow below this.
    private const int Most = 1 << 30;

    /// <summary>Makes the default limits.</summary>
    public FtpLimits()
    {
    }

    /// <summary>The limits of a client, and of a server.</summary>
    public static FtpLimits Default { get; } = new();

    /// <summary>One line of a reply, 5 to 2^30; 8 KiB. Beyond: <see cref="ParseError.ReplyLineTooLong"/>.</summary>
    public int MaxReplyLine { get; init => field = Within(value, 5, Most); } = 8 * 1024;

    /// <summary>A whole reply, 5 to 2^30; 64 KiB. Beyond: <see cref="ParseError.ReplyTooLarge"/>.</summary>
    public int MaxReply { get; init => field = Within(value, 5, Most); } = 64 * 1024;

    /// <summary>Lines of one reply; 512. Beyond: <see cref="ParseError.TooManyReplyLines"/>.</summary>
    public int MaxReplyLines { get; init => field = Within(value, 1, Most); } = 512;

    /// <summary>One command line; 4 KiB. Beyond: <see cref="ParseError.CommandLineTooLong"/>.</summary>
    public int MaxCommandLine { get; init => field = Within(value, 1, Most); } = 4 * 1024;

    private static int Within(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
