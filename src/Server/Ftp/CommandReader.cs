using HiPerf.Ftp;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>Reads command lines through the pump, and those that were kept back.</summary>
internal sealed class CommandReader(FtpLimits limits) : IPumpedParser
{
    private FtpCommandLine _line;

    /// <summary>The line that was read last.</summary>
    public ref readonly FtpCommandLine Line => ref _line;

    // CRLF is not counted by the limit.
    public int MaxLength => limits.MaxCommandLine + 2;

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined) => FtpCommandParser.Parse(buffer, ref _line, in limits, examined);
}
