using System.Diagnostics;
using System.Threading.Channels;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A terminal of 80 columns and 24 rows in a tmux of its own that runs a program; it ends with the test.</summary>
internal sealed class TmuxTerminal : IAsyncDisposable
{
    private readonly string _tmux;
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-tmux-").FullName;
    private readonly Channel<bool> _output = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task _reading = Task.CompletedTask;

    private TmuxTerminal(string tmux) => _tmux = tmux;

    // In the folder, so that it goes with it: tmux leaves a named one behind.
    private string Socket => Path.Join(_folder, "socket");

    /// <summary>Starts our command; behind it, its exit code is written as <c>exit=N</c>.</summary>
    public static Task<TmuxTerminal> StartAsync(params string[] arguments) => StartProgramAsync(HiperfCommand.Line(arguments));

    /// <summary>Starts a program; behind it, its exit code is written as <c>exit=N</c>.</summary>
    public static async Task<TmuxTerminal> StartProgramAsync(params string[] words)
    {
        var terminal = new TmuxTerminal(Peer.Require("tmux", "tmux"));
        string output = Path.Join(terminal._folder, "output");
        _ = await Peer.RunAsync("mkfifo", output);
        string line = string.Join(' ', words.Select(static word => $"'{word}'"));
        _ = await terminal.RunAsync("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", $"{line}; echo exit=$?; exec cat");

        // What is written tells when to look again.
        _ = await terminal.RunAsync("pipe-pane", "-O", $"exec cat > '{output}'");
        terminal._reading = Task.Run(() => terminal.ReadAsync(output));
        return terminal;
    }

    /// <summary>Presses keys, by tmux's names; anything else is typed.</summary>
    public Task PressAsync(params string[] keys) => RunAsync(["send-keys", .. keys]);

    /// <summary>Waits until the screen shows a text.</summary>
    /// <returns>The screen.</returns>
    public async Task<string> WaitForAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            string screen = await RunAsync("capture-pane", "-p");
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            try
            {
                _ = await _output.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"The screen never showed '{text}':\n{screen}");
            }
        }
    }

    /// <summary>Runs a command of tmux.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        (int exit, string output, string error) = await Peer.RunAsync(_tmux, ["-S", Socket, .. arguments]);
        Assert.True(exit == 0, error);
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        using (Process end = Peer.Start(_tmux, "-S", Socket, "kill-server"))
        {
            await end.WaitForExitAsync();
        }

        await _reading;
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadAsync(string path)
    {
        await using var output = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        byte[] buffer = new byte[64 * 1024];
        while (await output.ReadAsync(buffer) > 0)
        {
            _ = _output.Writer.TryWrite(true);
        }
    }
}
