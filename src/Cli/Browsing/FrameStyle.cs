namespace HiPerf.Cli.Browsing;

/// <summary>How a row looks.</summary>
internal enum FrameStyle
{
    /// <summary>As text does.</summary>
    Plain,

    /// <summary>The row above the page.</summary>
    Title,

    /// <summary>The selected entry.</summary>
    Selected,

    /// <summary>An error that the peer says.</summary>
    Error,

    /// <summary>The row below the page.</summary>
    Status,
}
