namespace HiPerf.Fuzzing;

/// <summary>One valid FTP command line.</summary>
/// <remarks>RFC 959 section 5.3.</remarks>
/// <param name="Verb">Letters, then digits.</param>
/// <param name="Argument">Any octets but NUL, CR, LF and 255; null where there is none.</param>
public sealed record FtpCommandCase(string Verb, string? Argument) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => Argument is null ? $"{Verb}\r\n" : $"{Verb} {Argument}\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
