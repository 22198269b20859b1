namespace HiPerf.Fuzzing;

/// <summary>The ways to break Content-Disposition.</summary>
internal static class ContentDispositionViolations
{
    public static IReadOnlyList<Violation<ContentDispositionCase>> All { get; } =
    [
        new("no type", ParseError.BadContentDisposition, d => (d.Wire[d.Type.Length..], 0)),
        new("quoted type", ParseError.BadContentDisposition, d => ("\"" + d.Wire, 0)),
        new("comma behind it", ParseError.BadContentDisposition, d => Append(d, ", a", 0)),
        new("slash behind it", ParseError.BadContentDisposition, d => Append(d, " /", 1)),
        new("parameter without a name", ParseError.BadParameter, d => Append(d, "; =a", 2)),
        new("parameter without a value", ParseError.BadParameter, d => Append(d, "; z", 3)),
        new("space before the equals sign", ParseError.BadParameter, d => Append(d, "; z =a", 3)),
        new("empty value", ParseError.BadParameter, d => Append(d, "; z=;", 4)),
        new("quoted-string without its end", ParseError.BadQuotedString, d => Append(d, "; z=\"a", 6)),
        new("CR in a quoted-string", ParseError.BadQuotedString, d => Append(d, "; z=\"a\r\n\"", 6)),
        new("parameter twice", ParseError.RepeatedDispositionParameter, d => Append(d, "; z=a; Z=b", 8)),
        new("ext-value in quotes", ParseError.BadExtValue, d => Append(d, "; z*=\"UTF-8''a\"", 5)),
        new("ext-value without a charset", ParseError.BadExtValue, d => Append(d, "; z*=''a", 5)),
        new("ext-value with half an escape", ParseError.BadExtValue, d => Append(d, "; z*=UTF-8''%4x", 14)),
    ];

    private static (string Wire, int Position) Append(ContentDispositionCase disposition, string octets, int offending) =>
        (disposition.Wire + octets, disposition.Wire.Length + offending);
}
