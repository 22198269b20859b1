namespace HiPerf.Core.Tests.Ftp;

internal static class SpanFilling
{
    /// <summary>Fills a span with the letter a and answers it.</summary>
    public static ReadOnlySpan<byte> OfLetters(this Span<byte> span)
    {
        span.Fill((byte)'a');
        return span;
    }
}
