namespace HiPerf.Cli.Failures;

/// <summary>Ends a verb with a sentence and a number of its own.</summary>
/// <param name="exitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="message">One sentence; octets from peers may stand in it as they are.</param>
internal sealed class VerbException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
