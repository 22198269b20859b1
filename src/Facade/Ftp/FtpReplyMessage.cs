namespace HiPerf.Ftp;

/// <summary>A server's reply as characters.</summary>
/// <param name="Code">100 to 599.</param>
/// <param name="Lines">The text of each line, code and separator left out; one or more.</param>
/// <remarks>RFC 959 section 4.2. The text is the server's own, unescaped.</remarks>
public sealed record FtpReplyMessage(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>All lines, parted by LF.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>Whether the command was carried out: 2xx.</summary>
    public bool IsCompletion => Code is >= 200 and < 300;

    /// <summary>Whether the command was taken and waits for another: 3xx.</summary>
    public bool IsIntermediate => Code is >= 300 and < 400;

    /// <summary>Whether the command failed: 4xx and 5xx.</summary>
    public bool IsNegative => Code >= 400;

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Text}";
}
