using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Ftp;
using HiPerf.Fuzzing;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of command lines against the reference of RFC 959 section 5.3, by the limits of a server and by small ones.</summary>
internal sealed class FtpCommandTarget : IFuzzTarget
{
    private static readonly FtpLimits s_small = new() { MaxCommandLine = 12 };

    public string Name => "ftp-command";

    public string Summary => "FtpCommandParser; reference from RFC 959 section 5.3";

    public IEnumerable<string> Samples => [.. FtpCommandLines.Valid.Select(s => s.Line), .. FtpCommandLines.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Gen.Frequency(
        (1, ProtocolArbitraries.FtpCommandLines().Generator.Select(r => r.Wire)), (2, ProtocolArbitraries.HostileFtpCommandLines().Generator.Select(r => r.Wire)));

    public IReadOnlyList<string> Words { get; } =
        ["USER ", "PASS ", "RETR ", "ABOR\r\n", "QUIT\r\n", "\r\n", "\n", "\r", "\0", " ", "\u00FF", "\u00FF\u00FF", "\u00FF\u00F4\u00FF\u00F2", "\u00FF\u00FD", "\u00F2", "A1", "1"];

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        FtpCommandLine line = default;
        ParseResult result = FtpCommandParser.Parse(octets, ref line, Limits(choices));
        Tell(octets, in line, in result, answer);
    }

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        FtpCommandLine line = default;
        ParseResult result = FtpCommandParser.Parse(octets[..split], ref line, Limits(choices));
        if (result.NeedsMoreData)
        {
            result = FtpCommandParser.Parse(octets, ref line, Limits(choices), result.Position);
        }

        Tell(octets, in line, in result, answer);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceFtp.Command command = ReferenceFtp.ReadCommand(input.Octets, input.Length, Limits(input.Choices));
        answer.Begin(command.Status, command.Error, command.Offset);
        if (command.Status == OperationStatus.Done)
        {
            answer.Add(command.Verb);
            answer.Add(command.ArgumentStart);
            answer.Add(command.ArgumentLength);
            answer.Add(command.Telnet);
        }
    }

    private static FtpLimits Limits(ulong choices) => ((choices >> 8) & 3) == 0 ? s_small : FtpLimits.Default;

    private static void Tell(ReadOnlySpan<byte> octets, in FtpCommandLine line, in ParseResult result, Answer answer)
    {
        answer.Begin(in result);
        if (result.IsDone)
        {
            answer.Add(line.Verb.In(octets));
            answer.Add(line.Argument.Start);
            answer.Add(line.HasArgument ? line.Argument.Length : -1);
            answer.Add(result.Position);
        }
    }
}
