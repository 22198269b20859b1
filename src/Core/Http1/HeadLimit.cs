namespace HiPerf.Http1;

/// <summary>Holds a head to its limit.</summary>
internal static class HeadLimit
{
    /// <summary>A head that fills its limit and has not ended never will.</summary>
    /// <param name="result">The answer for the head, clipped to its limit.</param>
    /// <param name="length">Octets of the clipped head.</param>
    /// <param name="maxHead">The limit.</param>
    public static ParseResult Settle(ParseResult result, int length, int maxHead) =>
        result.NeedsMoreData && length >= maxHead ? ParseResult.Invalid(ParseError.HeadTooLarge, maxHead) : result;
}
