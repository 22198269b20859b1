namespace HiPerf.Fuzzing;

/// <summary>One valid FTP reply.</summary>
/// <remarks>RFC 959 section 4.2. No line between begins with the code and a space.</remarks>
/// <param name="Code">100 to 599.</param>
/// <param name="Lines">The texts of the lines, one or more: the first and the last behind the code, those between as they stand.</param>
public sealed record FtpReplyCase(int Code, IReadOnlyList<string> Lines) : IWireMessage
{
    /// <inheritdoc/>
    public string Wire => Lines.Count == 1
        ? $"{Code} {Lines[0]}\r\n"
        : $"{Code}-{Lines[0]}\r\n{string.Concat(Lines.Skip(1).SkipLast(1).Select(line => line + "\r\n"))}{Code} {Lines[^1]}\r\n";

    /// <inheritdoc/>
    public override string ToString() => OctetLiteral.Of(Wire);
}
