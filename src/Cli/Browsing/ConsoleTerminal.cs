using System.Runtime.InteropServices;
using System.Threading.Channels;
using HiPerf.Cli.Terminals;

namespace HiPerf.Cli.Browsing;

/// <summary>The process's terminal: its keys, read by a thread of their own, its size, and its other screen, left when disposed of.</summary>
internal sealed class ConsoleTerminal : IBrowserTerminal, IDisposable
{
    // What is typed while nothing is taken is little; a paste of more is no work of a person.
    private readonly Channel<TerminalEvent> _events = Channel.CreateBounded<TerminalEvent>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly AnsiScreen _screen;

    /// <summary>Takes the terminal over.</summary>
    public ConsoleTerminal(CliConsole console)
    {
        _screen = new AnsiScreen(console.Output, console.UsesColour);
        if (!OperatingSystem.IsWindows())
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Redraw()));
            // Whoever stopped it, a shell has written on the screen since.
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ =>
            {
                _screen.Enter();
                Redraw();
            }));
        }

        _screen.Enter();
        new Thread(ReadKeys) { IsBackground = true, Name = "keys" }.Start();
    }

    public int Columns => Console.WindowWidth;

    public int Rows => Console.WindowHeight;

    public ValueTask<TerminalEvent> ReadAsync(CancellationToken cancellationToken) => _events.Reader.ReadAsync(cancellationToken);

    public void Show(Frame frame) => _screen.Show(frame, Columns);

    public void Dispose()
    {
        _signals.ForEach(static signal => signal.Dispose());
        _screen.Leave();
    }

    private void Redraw() => _events.Writer.TryWrite(new TerminalEvent(TerminalEventKind.Resized));

    // Ends with the process: nothing wakes a thread that waits for a key.
    private void ReadKeys()
    {
        ConsoleKeyInfo key;
        do
        {
            try
            {
                key = Console.ReadKey(intercept: true);
            }
            catch (Exception e) when (e is InvalidOperationException or IOException)
            {
                key = default;
            }

            // No key at all: the terminal is gone.
            _ = _events.Writer.TryWrite(key == default ? new TerminalEvent(TerminalEventKind.Ended) : new TerminalEvent(TerminalEventKind.Key, key));
        }
        while (key != default);
    }
}
