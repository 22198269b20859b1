namespace HiPerf.Http;

/// <summary>Which part of the whole a message carries, or that none could be had.</summary>
/// <param name="Unit">Bytes, or another: then the numbers count something else.</param>
/// <param name="First">Offset of the first octet; −1 when no part could be had.</param>
/// <param name="Last">Offset of the last octet; −1 when no part could be had.</param>
/// <param name="CompleteLength">Octets of the whole; −1 when the sender does not know.</param>
/// <remarks>RFC 9110 section 14.4.</remarks>
public readonly record struct ContentRange(RangeUnit Unit, long First, long Last, long CompleteLength)
{
    /// <summary>Whether it says that no part could be had, as in a 416.</summary>
    public bool IsUnsatisfied => First < 0;

    /// <summary>Octets of the part, 0 when none could be had; 2^63−1 for a part of that many and one more.</summary>
    public long Length => IsUnsatisfied ? 0 : Last - First == long.MaxValue ? long.MaxValue : Last - First + 1;
}
