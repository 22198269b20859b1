namespace HiPerf.Gopher;

/// <summary>Where octets stand in the caller's buffer: plain data, valid after the buffer moves.</summary>
/// <param name="Start">Offset of the first octet.</param>
/// <param name="Length">Octets.</param>
public readonly record struct GopherText(int Start, int Length)
{
    /// <summary>Offset of the octet behind the text.</summary>
    public int End => Start + Length;

    /// <summary>The octets as they came: what charset they are of is the caller's business.</summary>
    /// <param name="buffer">The buffer that was parsed.</param>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> buffer) => buffer.Slice(Start, Length);

    internal GopherText Moved(int by) => new(Start + by, Length);
}
