using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>Reads replies through a pump, one after another; keeps the last.</summary>
internal sealed class FtpReplyReader(FtpLimits limits) : IPumpedParser
{
    private FtpReply _reply;

    public int MaxLength => limits.MaxReply;

    /// <summary>The reply that was read last: offsets in the pump's buffer.</summary>
    public ref readonly FtpReply Reply => ref _reply;

    /// <summary>Octets of the reply that was read last.</summary>
    public int Length { get; private set; }

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined)
    {
        if (examined == 0)
        {
            _reply = default;
        }

        var result = FtpReplyParser.Parse(buffer, ref _reply, in limits, examined);
        Length = result.Consumed;
        return result;
    }

    /// <summary>Forgets the reply; its octets are gone.</summary>
    public void Forget() => Length = 0;
}
