namespace HiPerf.Cli.Browsing;

/// <summary>What can come from a terminal.</summary>
internal enum TerminalEventKind
{
    /// <summary>A key was pressed.</summary>
    Key,

    /// <summary>The screen has another size, or has to be drawn anew.</summary>
    Resized,

    /// <summary>No more keys will come.</summary>
    Ended,
}
