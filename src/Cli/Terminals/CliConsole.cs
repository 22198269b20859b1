using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Cli.Terminals;

/// <summary>What a verb sees of the outside: octets in, octets out, lines for people, and whether people are there at all.</summary>
/// <remarks>Data goes to <see cref="Output"/> alone; everything else to <see cref="Error"/>.</remarks>
internal sealed class CliConsole
{
    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard input is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether standard error is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colour may be used on a terminal: <c>NO_COLOR</c> is unset or empty, and the terminal is not dumb.</summary>
    public bool UsesColour { get; init; }

    /// <summary>A UTF-8 writer over <see cref="Output"/>; flush it.</summary>
    public StreamWriter OpenText() => new(Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    /// <summary>The process's own streams.</summary>
    public static CliConsole OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = OpenOutput(),
        Error = Console.Error,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        UsesColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb",
    };

    // The console's own stream ignores a pipe whose reader is gone, so `hiperf get URL | head` would fetch to the end. A file keeps the
    // console's stream: a FileStream writes at its own position, and would overwrite what others share the output with.
    private static Stream OpenOutput()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
