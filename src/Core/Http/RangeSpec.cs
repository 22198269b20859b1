namespace HiPerf.Http;

/// <summary>One range of octets as it was asked for, before the length of the whole is known.</summary>
/// <param name="First">Offset of the first octet, 0 to 2^63−1; −1 for a suffix.</param>
/// <param name="Last">Offset of the last octet, not less than <paramref name="First"/>; −1 for all that follow. In a suffix, how many octets it has.</param>
/// <remarks>RFC 9110 section 14.1.1. Numbers beyond 2^63−1 are read as 2^63−1: both lie behind the end of whatever there is.</remarks>
public readonly record struct RangeSpec(long First, long Last)
{
    /// <summary>Whether the last so many octets are asked for.</summary>
    public bool IsSuffix => First < 0;

    /// <summary>The octets from one offset to another, both included.</summary>
    public static RangeSpec FromTo(long first, long last) => new(first, last);

    /// <summary>All octets from an offset on.</summary>
    public static RangeSpec From(long first) => new(first, -1);

    /// <summary>The last so many octets.</summary>
    public static RangeSpec Suffix(long length) => new(-1, length);

    /// <summary>Finds the octets that are meant.</summary>
    /// <param name="length">Octets of the whole, 0 and up.</param>
    /// <param name="part">At least one octet within the whole; default when there is none.</param>
    /// <returns>False when none of the whole's octets is meant: the range is unsatisfiable, or ends before it begins.</returns>
    public bool TryResolve(long length, out RangePart part)
    {
        long start = IsSuffix ? Math.Max(0, length - Last) : First;
        if (start >= length || length <= 0 || (!IsSuffix && Last >= 0 && Last < First))
        {
            part = default;
            return false;
        }

        long end = IsSuffix || Last < 0 ? length - 1 : Math.Min(Last, length - 1);
        part = new RangePart(start, end - start + 1);
        return true;
    }
}
