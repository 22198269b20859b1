namespace HiPerf.Http1;

/// <summary>Reads one request head.</summary>
public static class RequestHeadParser
{
    /// <summary>Reads one request head.</summary>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, out RequestHead head, in Http1Limits limits,
        Http1Leniency leniency = Http1Leniency.None, int examined = 0)
    {
        throw new NotSupportedException();
    }
}
