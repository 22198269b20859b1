using HiPerf.Cli.Failures;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Mirroring;

/// <summary>Shows each operation of a mirror as it ends, on standard error.</summary>
internal sealed class MirrorLog(CliConsole console) : IProgress<MirrorProgress>
{
    // Told one at a time.
    public void Report(MirrorProgress value)
    {
        string line = TerminalText.Escape(value.Operation.ToString());
        console.Error.WriteLine(value.Error is null ? $"{line}" : $"hiperf: {line}: {Failure.Of(value.Error)?.Line ?? TerminalText.Escape(value.Error.Message)}");
    }
}
