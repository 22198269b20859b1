namespace HiPerf.Fuzzing;

/// <summary>Valid attributes of one item or several, the status line left out.</summary>
/// <remarks>Gopher+ sections 2.4 to 2.8.</remarks>
/// <param name="Lines">The lines, without their ends: a plus sign begins a block, a space any other.</param>
/// <param name="IsTerminated">Whether a line of a dot alone ends them.</param>
public sealed record GopherAttributesCase(IReadOnlyList<string> Lines, bool IsTerminated) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => string.Concat(Lines.Select(line => line + "\r\n")) + (IsTerminated ? ".\r\n" : "");

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
