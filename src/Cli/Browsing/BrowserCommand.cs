namespace HiPerf.Cli.Browsing;

/// <summary>What a key asks for.</summary>
internal enum BrowserCommand
{
    None,
    Down,
    Up,
    PageDown,
    PageUp,
    Home,
    End,
    Follow,
    Back,
    Forward,
    Go,
    Find,
    FindNext,
    Save,
    ShowUrl,
    Reload,
    Help,
    Quit,
}
