namespace HiPerf.Cli.Browsing;

/// <summary>Which key asks for what: the one table of keys.</summary>
internal static class BrowserKeys
{
    /// <summary>What the page of help says.</summary>
    public static readonly string[] Help =
    [
        "↓ j         the next entry, or a row on",
        "↑ k         the entry before, or a row back",
        "PgDn space  a screen on",
        "PgUp        a screen back",
        "Home, End   the beginning, the end",
        "Enter →     follow the selected entry; a search asks for words, what is no text for a file",
        "← b Bksp    back",
        "f           forward",
        "g           go to a URL",
        "/ n         find words in this page; find them again",
        "s           save the selected entry, or this page where none is selected, to a file",
        "u           show the URLs of this page and of the selected entry",
        "r           load this page anew",
        "Esc         stop loading; leave a question",
        "?           this page",
        "q Ctrl-C    quit",
    ];

    /// <summary>Looks a key up.</summary>
    public static BrowserCommand CommandOf(ConsoleKeyInfo key) => key.Key switch
    {
        ConsoleKey.DownArrow => BrowserCommand.Down,
        ConsoleKey.UpArrow => BrowserCommand.Up,
        ConsoleKey.PageDown or ConsoleKey.Spacebar => BrowserCommand.PageDown,
        ConsoleKey.PageUp => BrowserCommand.PageUp,
        ConsoleKey.Home => BrowserCommand.Home,
        ConsoleKey.End => BrowserCommand.End,
        ConsoleKey.Enter or ConsoleKey.RightArrow => BrowserCommand.Follow,
        ConsoleKey.LeftArrow or ConsoleKey.Backspace => BrowserCommand.Back,
        ConsoleKey.C when key.Modifiers.HasFlag(ConsoleModifiers.Control) => BrowserCommand.Quit,
        _ => CommandOf(key.KeyChar),
    };

    private static BrowserCommand CommandOf(char key) => key switch
    {
        'j' => BrowserCommand.Down,
        'k' => BrowserCommand.Up,
        ' ' => BrowserCommand.PageDown,
        'b' => BrowserCommand.Back,
        'f' => BrowserCommand.Forward,
        'g' => BrowserCommand.Go,
        '/' => BrowserCommand.Find,
        'n' => BrowserCommand.FindNext,
        's' => BrowserCommand.Save,
        'u' => BrowserCommand.ShowUrl,
        'r' => BrowserCommand.Reload,
        '?' => BrowserCommand.Help,
        'q' => BrowserCommand.Quit,
        _ => BrowserCommand.None,
    };
}
