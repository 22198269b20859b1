namespace HiPerf.Fuzzing;

/// <summary>One valid response head.</summary>
/// <remarks>RFC 9112 sections 4 and 5. What frames the content is well formed and stands once.</remarks>
/// <param name="Version"><c>HTTP/1.1</c> or <c>HTTP/1.0</c>.</param>
/// <param name="Status">100 to 599.</param>
/// <param name="Reason">HTAB, SP, VCHAR and obs-text; may be empty.</param>
/// <param name="Fields">The field lines in order.</param>
public sealed record ResponseHeadCase(string Version, int Status, string Reason, IReadOnlyList<FieldCase> Fields) : IWireMessage
{
    /// <summary>The status-line without CRLF.</summary>
    public string StatusLine => $"{Version} {Status} {Reason}";

    /// <inheritdoc/>
    public string Wire => StatusLine + "\r\n" + string.Concat(Fields.Select(f => f.Wire)) + "\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
