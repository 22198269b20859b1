namespace HiPerf.Http;

/// <summary>One cookie of a Cookie field: offsets into the field value it was read from. RFC 6265bis section 4.2.</summary>
/// <param name="NameStart">Offset of the name.</param>
/// <param name="NameLength">Octets of the name; 0 for a cookie without a name.</param>
/// <param name="ValueStart">Offset of the value.</param>
/// <param name="ValueLength">Octets of the value, double quotes counted, for they belong to it.</param>
public readonly record struct CookiePair(int NameStart, int NameLength, int ValueStart, int ValueLength)
{
    /// <summary>The name. Names match octet by octet: letter case matters.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> value) => value.Slice(NameStart, NameLength);

    /// <summary>The value, as it stands.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> value) => value.Slice(ValueStart, ValueLength);
}
