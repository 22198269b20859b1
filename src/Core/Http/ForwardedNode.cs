namespace HiPerf.Http;

/// <summary>A client or proxy as Forwarded names it: offsets into the field value it was read from. RFC 7239 section 6.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="NameStart">Offset of the name, which has the brackets of an IPv6 address.</param>
/// <param name="NameLength">Octets of the name.</param>
/// <param name="PortStart">Offset of the port.</param>
/// <param name="PortLength">Octets of the port; 0 where there is none.</param>
/// <param name="Port">The port, 0 to 65535; −1 where there is none, or an obfuscated one.</param>
public readonly record struct ForwardedNode(ForwardedNodeKind Kind, int NameStart, int NameLength, int PortStart, int PortLength, int Port)
{
    /// <summary>Whether there is any.</summary>
    public bool IsPresent => Kind != ForwardedNodeKind.None;

    /// <summary>The name: an address, the word unknown, or an identifier.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> value) => value.Slice(NameStart, NameLength);

    /// <summary>The port: digits, or an identifier that begins with an underscore.</summary>
    /// <param name="value">The field value it was read from.</param>
    public ReadOnlySpan<byte> PortIn(ReadOnlySpan<byte> value) => value.Slice(PortStart, PortLength);
}
