namespace HiPerf.Ftp;

/// <summary>Where octets stand in the caller's buffer: plain data, valid after the buffer moves.</summary>
/// <param name="Start">Offset of the first octet.</param>
/// <param name="Length">Octets, Telnet commands counted.</param>
public readonly record struct FtpText(int Start, int Length)
{
    /// <summary>Offset of the octet behind the text.</summary>
    public int End => Start + Length;

    /// <summary>The octets as they came: an IAC is still doubled, a Telnet command still there. <see cref="TelnetText"/> takes them out.</summary>
    /// <param name="buffer">The buffer that was parsed.</param>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> buffer) => buffer.Slice(Start, Length);
}
