namespace HiPerf.Http;

/// <summary>How much of a multipart body's structure is read before it is refused; what is out of range throws <see cref="ArgumentOutOfRangeException"/>.
/// The limits of <c>default</c> are zero and let nothing through.</summary>
/// <remarks>Preamble, epilogue, white space behind delimiters and content cost no memory and are bounded by the length of the body, which is its framing's business.
/// Field lines are counted by the caller's table: one more than it holds is <see cref="ParseError.TooManyFields"/>.</remarks>
public readonly record struct MultipartLimits
{
    private const int Most = 1 << 30;

    /// <summary>Makes the default limits.</summary>
    public MultipartLimits()
    {
    }

    /// <summary>1,000 parts, 8 KiB a head, 4 KiB a field line.</summary>
    public static MultipartLimits Default { get; } = new();

    /// <summary>Parts of one body, 1 to 2^30; 1,000. Beyond: <see cref="ParseError.TooManyParts"/>, 413.</summary>
    public int MaxParts { get; init => field = Within(value, Most); } = 1000;

    /// <summary>Octets of one part's head with its empty line, 2 to 2^30; 8 KiB. Beyond: <see cref="ParseError.PartHeadTooLarge"/>, 413.</summary>
    public int MaxHead
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = Within(value, Most);
        }
    } = 8 * 1024;

    /// <summary>Octets of one field line without its CRLF, 1 to 65,535; 4 KiB. Beyond: <see cref="ParseError.FieldLineTooLong"/>, 431.</summary>
    public int MaxFieldLine { get; init => field = Within(value, ushort.MaxValue); } = 4 * 1024;

    /// <summary>Field lines that a table for the heads of parts holds by default: a part of a form has three at most.</summary>
    public const int PartFields = 16;

    private static int Within(int value, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
