namespace HiPerf.Fuzzing;

/// <summary>The ways to break Forwarded.</summary>
internal static class ForwardedViolations
{
    public static IReadOnlyList<Violation<ForwardedCase>> All { get; } =
    [
        new("pair without a value", ParseError.BadForwarded, f => Append(f, ",z", 2)),
        new("space before the equals sign", ParseError.BadForwarded, f => Append(f, ",for =_a", 4)),
        new("quoted name", ParseError.BadForwarded, f => Append(f, ",\"for\"=_a", 1)),
        new("name for a node", ParseError.BadForwardedNode, f => Append(f, ",for=example.com", 5)),
        new("port without quotes", ParseError.BadForwardedNode, f => Append(f, ",for=192.0.2.1:80", 14)),
        new("address without brackets", ParseError.BadForwardedNode, f => Append(f, ",for=\"2001:db8::1\"", 9)),
        new("bracket without its end", ParseError.BadForwardedNode, f => Append(f, ",for=\"[::1\"", 10)),
        new("port too great", ParseError.BadForwardedNode, f => Append(f, ",for=\"_a:65536\"", 13)),
        new("slash in the host", ParseError.BadForwardedValue, f => Append(f, ",host=\"a/b\"", 8)),
        new("digit before the scheme", ParseError.BadForwardedValue, f => Append(f, ",proto=1http", 7)),
        new("parameter twice", ParseError.RepeatedForwardedParameter, f => Append(f, ",for=_a;For=_b", 11)),
        new("space behind a semicolon", ParseError.BadList, f => Append(f, ",for=_a; by=_b", 9)),
        new("space for a comma", ParseError.BadList, f => Append(f, ",for=_a for=_b", 8)),
        new("quoted-string without its end", ParseError.BadQuotedString, f => Append(f, ",z=\"a", 5)),
    ];

    private static (string Wire, int Position) Append(ForwardedCase field, string octets, int offending) => (field.Wire + octets, field.Wire.Length + offending);
}
