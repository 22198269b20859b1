namespace HiPerf.Http1;

/// <summary>Reads one response head.</summary>
public static class ResponseHeadParser
{
    /// <summary>Reads one response head.</summary>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, out ResponseHead head, in Http1Limits limits,
        Http1Leniency leniency = Http1Leniency.None, int examined = 0)
    {
        throw new NotSupportedException();
    }
}
