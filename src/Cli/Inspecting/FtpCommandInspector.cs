using HiPerf.Ftp;

namespace HiPerf.Cli.Inspecting;

/// <summary>Reads one FTP command line, as a server does. RFC 959 section 5.3.</summary>
internal static class FtpCommandInspector
{
    public static InspectAnswer Inspect(InspectCase item)
    {
        ReadOnlySpan<byte> input = item.Input.Span;
        var answer = new InspectAnswer();
        FtpCommandLine line = default;
        ParseResult result = FtpCommandParser.Parse(input, ref line, FtpLimits.Default);
        if (result.NeedsMoreData)
        {
            answer.Verdict = Verdict.Incomplete;
            answer.AtEndOfConnection = Verdict.Reject;
            return answer;
        }

        if (!result.IsDone)
        {
            return answer.Refuse(result.Error, result.Position);
        }

        answer.Deviations = result.Deviations;
        answer.Unconsumed = input.Length - result.Consumed;
        answer.Command = new InspectedCommand(
            ControlText.Of(line.Verb.In(input)), line.HasArgument ? ControlText.Plain(line.Argument.In(input)) : null, line.Command != FtpCommand.Unknown);
        return answer;
    }
}
