using Spectre.Console;

namespace HiPerf.Cli.Terminals;

/// <summary>Makes the terminal that bars and tables are drawn on.</summary>
internal static class SpectreTerminal
{
    /// <param name="writer">Standard output or standard error, known to be a terminal.</param>
    /// <param name="usesColour">Whether colour may be used.</param>
    public static IAnsiConsole Over(TextWriter writer, bool usesColour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Detect,
        ColorSystem = usesColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(writer),
    });
}
