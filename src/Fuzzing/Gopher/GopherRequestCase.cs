namespace HiPerf.Fuzzing;

/// <summary>One valid request line. All texts are octets in ISO-8859-1 without NUL, HTAB, CR and LF.</summary>
/// <remarks>RFC 1436 section 2, Gopher+ section 2.3.</remarks>
/// <param name="Selector">The selector.</param>
/// <param name="Search">Search words, which begin with no sign of Gopher+; null where there are none.</param>
/// <param name="Plus">A sign of Gopher+ and what follows it; null where there is none.</param>
/// <param name="HasDataBlock">Whether a data block follows; with the sign <c>+</c> alone.</param>
public sealed record GopherRequestCase(string Selector, string? Search, string? Plus, bool HasDataBlock) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => $"{Selector}{(Search is null ? "" : "\t" + Search)}{(Plus is null ? "" : "\t" + Plus)}{(HasDataBlock ? "\t1" : "")}\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
