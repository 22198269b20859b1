using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Writes the value of a Forwarded field: what a proxy adds.</summary>
/// <remarks>RFC 7239 section 4. Parts that are no tokens are quoted; what the grammar of a part does not hold is refused before it is written.</remarks>
public ref struct ForwardedWriter
{
    private FieldValueWriter _value;

    /// <summary>Begins an empty value.</summary>
    /// <param name="destination">Takes it.</param>
    public ForwardedWriter(Span<byte> destination)
    {
        _value = new FieldValueWriter(destination);
    }

    /// <summary>Writes one element; parts that are empty are left out.</summary>
    /// <param name="forNode">Who made the request: <c>192.0.2.43</c>, <c>[2001:db8::1]:4711</c>, <c>unknown</c>, <c>_hidden</c>.</param>
    /// <param name="byNode">At which interface it came in, in the same form.</param>
    /// <param name="host">The Host field as it was received: host and optional port.</param>
    /// <param name="protocol">The protocol by which it came in: <c>http</c>, <c>https</c>.</param>
    /// <exception cref="ArgumentException">A part is not of its grammar, or all are empty. RFC 7239 sections 5 and 6.</exception>
    public void Write(scoped ReadOnlySpan<byte> forNode, scoped ReadOnlySpan<byte> byNode = default, scoped ReadOnlySpan<byte> host = default, scoped ReadOnlySpan<byte> protocol = default)
    {
        if (forNode.IsEmpty && byNode.IsEmpty && host.IsEmpty && protocol.IsEmpty)
        {
            ForwardedMisuse.Empty();
        }

        if (!IsNode(forNode) || !IsNode(byNode))
        {
            ForwardedMisuse.BadNode();
        }

        if (!host.IsEmpty && Authority.Validate(host, whole: true, portRequired: false) >= 0)
        {
            ForwardedMisuse.BadHost();
        }

        if (!IsScheme(protocol))
        {
            ForwardedMisuse.BadProtocol();
        }

        _value.WriteSeparator();
        bool isBehindPair = false;
        WritePair("for="u8, forNode, ref isBehindPair);
        WritePair("by="u8, byNode, ref isBehindPair);
        WritePair("host="u8, host, ref isBehindPair);
        WritePair("proto="u8, protocol, ref isBehindPair);
    }

    /// <summary>Ends the value.</summary>
    /// <param name="written">Its octets; 0 when it did not fit. An empty value is no Forwarded field: send none.</param>
    /// <returns>False when the destination was too short: what stands in it is no value.</returns>
    public readonly bool TryComplete(out int written) => _value.TryComplete(out written);

    private void WritePair(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value, ref bool isBehindPair)
    {
        if (value.IsEmpty)
        {
            return;
        }

        _value.UncheckedWrite(isBehindPair ? ";"u8 : default);
        isBehindPair = true;
        _value.UncheckedWrite(name);
        _value.WriteTokenOrQuotedString(value);
    }

    private static bool IsNode(scoped ReadOnlySpan<byte> node) => node.IsEmpty || (ForwardedNodeScanner.TryScan(node, 0, out _, out int end) && end == node.Length);

    private static bool IsScheme(scoped ReadOnlySpan<byte> scheme)
    {
        for (int i = 0; i < scheme.Length; i++)
        {
            if (i == 0 ? !UrlBytes.IsAlpha(scheme[i]) : !UrlBytes.Is(scheme[i], UrlBytes.SchemeOctet))
            {
                return false;
            }
        }

        return true;
    }
}
