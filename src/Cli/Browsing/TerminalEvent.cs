namespace HiPerf.Cli.Browsing;

/// <summary>What came from the terminal.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Key">The key, where it is one.</param>
internal readonly record struct TerminalEvent(TerminalEventKind Kind, ConsoleKeyInfo Key = default);
