namespace HiPerf.Fuzzing;

/// <summary>One valid request head.</summary>
/// <remarks>RFC 9112 sections 3 and 5. Its Host agrees with its target, and what frames the content is well formed and stands once.</remarks>
/// <param name="Method">A token of at most 32 octets.</param>
/// <param name="Target">A request-target in a form that the method allows.</param>
/// <param name="Version"><c>HTTP/1.1</c> or <c>HTTP/1.0</c>.</param>
/// <param name="Fields">The field lines in order.</param>
/// <param name="LeadingEmptyLine">Whether the one empty line that section 2.2 lets pass stands first.</param>
public sealed record RequestHeadCase(string Method, string Target, string Version, IReadOnlyList<FieldCase> Fields, bool LeadingEmptyLine = false) : IWireMessage
{
    /// <summary>The request-line without CRLF.</summary>
    public string RequestLine => $"{Method} {Target} {Version}";

    /// <inheritdoc/>
    public string Wire => (LeadingEmptyLine ? "\r\n" : "") + RequestLine + "\r\n" + string.Concat(Fields.Select(f => f.Wire)) + "\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
