using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>A question in the last row, and the line that is typed for an answer.</summary>
/// <param name="question">What is asked for.</param>
/// <param name="text">What the line begins with.</param>
internal sealed class LinePrompt(string question, string text)
{
    private const int MaxLength = 1000;

    /// <summary>What was typed.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Whether the line is done.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the question was left.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Question and line, the line's end in view.</summary>
    public string Show(int columns) => CellText.CutFront(question + TerminalText.Escape(Text), columns - 1);

    /// <summary>Takes a key: Enter ends, Esc leaves, Backspace and Ctrl-U take away, others are written.</summary>
    public void Take(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                IsDone = true;
                break;
            case ConsoleKey.Escape:
            case ConsoleKey.C when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                IsLeft = true;
                break;
            case ConsoleKey.Backspace:
                Text = Text.Length == 0 ? Text : Text[..^(Text.Length > 1 && char.IsLowSurrogate(Text[^1]) ? 2 : 1)];
                break;
            case ConsoleKey.U when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                Text = string.Empty;
                break;
            default:
                if (!char.IsControl(key.KeyChar) && Text.Length < MaxLength)
                {
                    Text += key.KeyChar;
                }

                break;
        }
    }
}
