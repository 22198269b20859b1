namespace HiPerf.Ftp;

/// <summary>Walks the lines of a reply that <see cref="FtpReplyParser"/> found whole.</summary>
/// <remarks>RFC 959 section 4.2. The line end is no part of a line.</remarks>
public ref struct FtpReplyLineReader
{
    private readonly ReadOnlySpan<byte> _buffer;
    private readonly int _code;
    private int _at;
    private int _left;

    internal FtpReplyLineReader(ReadOnlySpan<byte> buffer, int code, int lines)
    {
        _buffer = buffer;
        _code = code;
        _left = lines;
    }

    /// <summary>Goes to the next line.</summary>
    /// <param name="line">The line as it stands.</param>
    /// <param name="text">The line without the reply's code and the separator behind it, where they begin it; else the whole line.</param>
    /// <returns>False behind the last line.</returns>
    public bool Next(out FtpText line, out FtpText text)
    {
        int length = _left == 0 ? -1 : _buffer[_at..].IndexOf((byte)'\n');
        if (length < 0)
        {
            line = text = default;
            return false;
        }

        int next = _at + length + 1;
        if (length > 0 && _buffer[_at + length - 1] == (byte)'\r')
        {
            length--;
        }

        line = new FtpText(_at, length);
        ReadOnlySpan<byte> octets = line.In(_buffer);
        int skipped = FtpReplyParser.BeginsWith(octets, _code) && (length == 3 || octets[3] is (byte)' ' or (byte)'-') ? Math.Min(4, length) : 0;
        text = new FtpText(_at + skipped, length - skipped);
        _at = next;
        _left--;
        return true;
    }
}
