namespace HiPerf.Ftp;

/// <summary>One reply as offsets in the caller's buffer: plain data, valid after the buffer moves. Its text becomes characters only when somebody asks.</summary>
/// <remarks>RFC 959 section 4.2. Before the parser answers Done, its members tell nothing but how far the parser came.</remarks>
public struct FtpReply
{
    internal int LineStart;
    internal int LineEnd;
    internal int FirstDeviation;
    internal Deviations Deviations;
    internal bool IsOpen;

    /// <summary>The reply code, 100 to 599, registered or not.</summary>
    public int Code { readonly get; internal set; }

    /// <summary>The lines of the reply, 1 or more.</summary>
    public int LineCount { readonly get; internal set; }

    /// <summary>The text of the first line, without code and separator; may be empty.</summary>
    public FtpText Text { readonly get; internal set; }

    /// <summary>The text of the last line, which is the first where there is only one.</summary>
    public readonly FtpText LastText => LineCount <= 1 ? Text : new(Math.Min(LineStart + 4, LineEnd), Math.Max(0, LineEnd - LineStart - 4));

    /// <summary>The registered code, <see cref="FtpReplyCode.Unknown"/> for one that is not registered.</summary>
    public readonly FtpReplyCode KnownCode => FtpReplyCodes.Text(Code).Length == 0 ? FtpReplyCode.Unknown : (FtpReplyCode)Code;

    /// <summary>The first digit: 1 preliminary, 2 completion, 3 intermediate, 4 transient negative, 5 permanent negative.</summary>
    public readonly int Class => Code / 100;

    /// <summary>Whether another reply to the same command follows: 1xx.</summary>
    public readonly bool IsPreliminary => Class == 1;

    /// <summary>Whether the command was carried out: 2xx.</summary>
    public readonly bool IsCompletion => Class == 2;

    /// <summary>Whether the command was taken and waits for another: 3xx.</summary>
    public readonly bool IsIntermediate => Class == 3;

    /// <summary>Whether the command failed: 4xx and 5xx.</summary>
    public readonly bool IsNegative => Class >= 4;

    /// <summary>Reads the lines one by one.</summary>
    /// <param name="buffer">The buffer the reply was parsed from.</param>
    public readonly FtpReplyLineReader LinesIn(ReadOnlySpan<byte> buffer) => new(buffer, Code, LineCount);
}
