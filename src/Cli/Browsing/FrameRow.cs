namespace HiPerf.Cli.Browsing;

/// <summary>One row of a screen.</summary>
/// <param name="Text">What it shows; harmless.</param>
/// <param name="Style">How it looks.</param>
internal readonly record struct FrameRow(string Text, FrameStyle Style);
