namespace HiPerf.Http;

/// <summary>How much of a urlencoded form is read before it is refused, in octets as sent, escapes not decoded; what is out of range throws
/// <see cref="ArgumentOutOfRangeException"/>. The limits of <c>default</c> are zero and let nothing through.</summary>
public readonly record struct UrlencodedLimits
{
    private const int Most = 1 << 30;

    /// <summary>Makes the default limits.</summary>
    public UrlencodedLimits()
    {
    }

    /// <summary>1,000 pairs, 2 KiB a name, 1 MiB a value.</summary>
    public static UrlencodedLimits Default { get; } = new();

    /// <summary>Pairs of one form, 1 to 2^30; 1,000. Beyond: <see cref="ParseError.TooManyPairs"/>, 413.</summary>
    public int MaxPairs { get; init => field = Within(value, 1); } = 1000;

    /// <summary>Octets of one name, 0 to 2^30; 2 KiB. Beyond: <see cref="ParseError.FormNameTooLong"/>, 413.</summary>
    public int MaxName { get; init => field = Within(value, 0); } = 2 * 1024;

    /// <summary>Octets of one value, 0 to 2^30; 1 MiB. Beyond: <see cref="ParseError.FormValueTooLong"/>, 413.</summary>
    public int MaxValue { get; init => field = Within(value, 0); } = 1024 * 1024;

    private static int Within(int value, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        return value;
    }
}
