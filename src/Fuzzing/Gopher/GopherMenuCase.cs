using System.Globalization;

namespace HiPerf.Fuzzing;

/// <summary>One valid item of a menu. All texts are octets in ISO-8859-1 without NUL, HTAB, CR and LF.</summary>
/// <param name="Type">The octet of the item type; no dot, no control, no space.</param>
/// <param name="Display">What is shown.</param>
/// <param name="Selector">What is sent.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Mark"><c>+</c>, <c>?</c>, or nothing.</param>
public sealed record GopherItemCase(char Type, string Display, string Selector, string Host, int Port, string Mark)
{
    /// <summary>The line, without its end.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Type}{Display}\t{Selector}\t{Host}\t{Port}{(Mark.Length == 0 ? "" : "\t" + Mark)}");
}

/// <summary>One valid menu.</summary>
/// <remarks>RFC 1436 appendix, Gopher+ section 2.2.</remarks>
/// <param name="Items">The items.</param>
/// <param name="IsTerminated">Whether a line of a dot alone ends it.</param>
public sealed record GopherMenuCase(IReadOnlyList<GopherItemCase> Items, bool IsTerminated) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Items.Select(item => item.Line + "\r\n")) + (IsTerminated ? ".\r\n" : "");

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
