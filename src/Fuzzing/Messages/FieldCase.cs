namespace HiPerf.Fuzzing;

/// <summary>One valid field line.</summary>
/// <param name="Name">A token. RFC 9110 section 5.6.2.</param>
/// <param name="Value">HTAB, SP, VCHAR and obs-text, no white space at its ends; may be empty. RFC 9110 section 5.5.</param>
/// <param name="Before">The optional white space before the value.</param>
/// <param name="Behind">The optional white space behind it.</param>
public sealed record FieldCase(string Name, string Value, string Before = " ", string Behind = "")
{
    /// <summary>The line with its CRLF.</summary>
    public string Wire => $"{Name}:{Before}{Value}{Behind}\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
