namespace HiPerf.Http1;

/// <summary>Where one field line stands in the caller's buffer: plain data, valid after the buffer moves.</summary>
/// <remarks>RFC 9112 section 5. Sixteen bytes; a table of them is a plain array.</remarks>
public struct FieldLine
{
    /// <summary>Offset of the field name's first octet.</summary>
    public int NameStart;

    /// <summary>Octets of the field name, 1 to 65,535.</summary>
    public ushort NameLength;

    /// <summary>The registered name, <see cref="Http.FieldName.Unknown"/> where it is not registered or not identified yet.</summary>
    public Http.FieldName Name;

    /// <summary>Offset of the field value's first octet, optional white space skipped.</summary>
    public int ValueStart;

    /// <summary>Octets of the field value, optional white space behind it left out; 0 for an empty value.</summary>
    public int ValueLength;

    /// <summary>The field name's octets, case kept.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    public readonly ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> buffer) => buffer.Slice(NameStart, NameLength);

    /// <summary>The field value's octets, as they came.</summary>
    /// <param name="buffer">The buffer the head was parsed from.</param>
    public readonly ReadOnlySpan<byte> ValueIn(ReadOnlySpan<byte> buffer) => buffer.Slice(ValueStart, ValueLength);
}
