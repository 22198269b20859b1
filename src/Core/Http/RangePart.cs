namespace HiPerf.Http;

/// <summary>A part of a representation.</summary>
/// <param name="Start">Offset of its first octet.</param>
/// <param name="Length">Its octets, 1 and up.</param>
public readonly record struct RangePart(long Start, long Length)
{
    /// <summary>Offset of its last octet, as Content-Range says it.</summary>
    public long Last => Start + Length - 1;
}
