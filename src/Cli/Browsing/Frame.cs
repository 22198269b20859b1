namespace HiPerf.Cli.Browsing;

/// <summary>What a screen shows: one text a row, none wider than the screen.</summary>
/// <param name="Rows">From top to bottom, as many as the screen has.</param>
/// <param name="CursorColumn">Where the cursor stands in the last row, from 0 on; null hides it.</param>
internal sealed record Frame(IReadOnlyList<FrameRow> Rows, int? CursorColumn);
