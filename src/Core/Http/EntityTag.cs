namespace HiPerf.Http;

/// <summary>Where an entity tag stands in a field value.</summary>
/// <param name="Start">Offset of the opening quote, behind <c>W/</c>.</param>
/// <param name="Length">Octets of the opaque tag, both quotes included.</param>
/// <param name="IsWeak">Whether <c>W/</c> stands before it.</param>
/// <remarks>RFC 9110 section 8.8.3.</remarks>
public readonly record struct EntityTag(int Start, int Length, bool IsWeak)
{
    /// <summary>The opaque tag, quotes included.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> OpaqueTagIn(ReadOnlySpan<byte> value) => value.Slice(Start, Length);

    /// <summary>Whether both tags are strong and the same. RFC 9110 section 8.8.3.2.</summary>
    /// <param name="value">The field value this one was read from.</param>
    /// <param name="other">The other tag.</param>
    /// <param name="otherValue">The field value that one was read from.</param>
    public bool MatchesStrongly(ReadOnlySpan<byte> value, EntityTag other, ReadOnlySpan<byte> otherValue) =>
        !IsWeak && !other.IsWeak && MatchesWeakly(value, other, otherValue);

    /// <summary>Whether the opaque tags are the same, whether strong or weak. RFC 9110 section 8.8.3.2.</summary>
    /// <param name="value">The field value this one was read from.</param>
    /// <param name="other">The other tag.</param>
    /// <param name="otherValue">The field value that one was read from.</param>
    public bool MatchesWeakly(ReadOnlySpan<byte> value, EntityTag other, ReadOnlySpan<byte> otherValue) =>
        OpaqueTagIn(value).SequenceEqual(other.OpaqueTagIn(otherValue));
}
