namespace HiPerf.Ftp;

/// <summary>The octets of the last reply, kept beside the pump's window, so that they can be asked for at any time and from any thread.</summary>
internal sealed class FtpLastReply
{
    private readonly Lock _gate = new();
    private byte[] _octets = new byte[256];
    private int _length;
    private FtpReply _reply;

    /// <summary>The text of each line, what belongs to Telnet taken out.</summary>
    public static List<string> LinesOf(ReadOnlySpan<byte> octets, in FtpReply reply, FtpNames names)
    {
        var lines = new List<string>(reply.LineCount);
        for (var reader = reply.LinesIn(octets); reader.Next(out _, out var text);)
        {
            lines.Add(names.DecodeControl(text.In(octets)));
        }

        return lines;
    }

    public void Keep(ReadOnlySpan<byte> octets, in FtpReply reply)
    {
        lock (_gate)
        {
            if (_octets.Length < octets.Length)
            {
                _octets = new byte[Math.Max(octets.Length, 2 * _octets.Length)];
            }

            octets.CopyTo(_octets);
            _length = octets.Length;
            _reply = reply;
        }
    }

    public FtpReplyMessage ToMessage(FtpNames names)
    {
        lock (_gate)
        {
            return new FtpReplyMessage(_reply.Code, LinesOf(_octets.AsSpan(0, _length), in _reply, names));
        }
    }
}
