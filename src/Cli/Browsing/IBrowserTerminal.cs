namespace HiPerf.Cli.Browsing;

/// <summary>Keys in, frames out: a terminal, or a test's script.</summary>
internal interface IBrowserTerminal
{
    /// <summary>Cells of a row.</summary>
    int Columns { get; }

    /// <summary>Rows of the screen.</summary>
    int Rows { get; }

    /// <summary>Waits for the next event; one wait at a time.</summary>
    ValueTask<TerminalEvent> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Shows a frame.</summary>
    void Show(Frame frame);
}
