using HiPerf.Cli.Browsing;

namespace HiPerf.Cli.Tests.Browsing;

/// <summary>Keys by script, frames kept. A step may wait for a signal before its key is pressed.</summary>
internal sealed class ScriptedTerminal(int columns, int rows) : IBrowserTerminal
{
    private readonly Queue<(Task Before, TerminalEvent Event)> _events = new();

    public int Columns { get; private set; } = columns;

    public int Rows { get; private set; } = rows;

    /// <summary>All frames, in order.</summary>
    public List<Frame> Frames { get; } = [];

    /// <summary>The last frame's rows.</summary>
    public string[] Screen => [.. Frames[^1].Rows.Select(static row => row.Text)];

    /// <summary>The last frame's last row.</summary>
    public string Status => Screen[^1];

    /// <summary>The row of the last frame that is selected.</summary>
    public string? Selected => Frames[^1].Rows.FirstOrDefault(static row => row.Style == FrameStyle.Selected).Text;

    /// <summary>Presses keys that are characters.</summary>
    public ScriptedTerminal Type(string characters)
    {
        foreach (char character in characters)
        {
            _events.Enqueue((Task.CompletedTask, new TerminalEvent(TerminalEventKind.Key, new ConsoleKeyInfo(character, default, false, false, false))));
        }

        return this;
    }

    /// <summary>Presses other keys.</summary>
    public ScriptedTerminal Press(params ConsoleKey[] keys) => PressWhen(Task.CompletedTask, keys);

    /// <summary>Presses keys once a signal has come.</summary>
    public ScriptedTerminal PressWhen(Task before, params ConsoleKey[] keys)
    {
        foreach (ConsoleKey key in keys)
        {
            _events.Enqueue((before, new TerminalEvent(TerminalEventKind.Key, new ConsoleKeyInfo('\0', key, false, false, false))));
        }

        return this;
    }

    /// <summary>Presses a key with Control.</summary>
    public ScriptedTerminal PressControl(ConsoleKey key)
    {
        _events.Enqueue((Task.CompletedTask, new TerminalEvent(TerminalEventKind.Key, new ConsoleKeyInfo((char)(key - ConsoleKey.A + 1), key, false, false, true))));
        return this;
    }

    /// <summary>Changes the size.</summary>
    public ScriptedTerminal Resize(int columns, int rows)
    {
        (Columns, Rows) = (columns, rows);
        _events.Enqueue((Task.CompletedTask, new TerminalEvent(TerminalEventKind.Resized)));
        return this;
    }

    public async ValueTask<TerminalEvent> ReadAsync(CancellationToken cancellationToken)
    {
        if (!_events.TryDequeue(out (Task Before, TerminalEvent Event) next))
        {
            return new TerminalEvent(TerminalEventKind.Ended);
        }

        await next.Before.WaitAsync(cancellationToken);
        return next.Event;
    }

    public void Show(Frame frame)
    {
        Assert.Equal(Math.Max(FrameMaker.OtherRows, Rows), frame.Rows.Count);
        Assert.All(frame.Rows, row => Assert.InRange(CellText.WidthOf(row.Text), 0, Columns));
        Frames.Add(frame);
    }
}
