namespace HiPerf.Interop.Tests.Peers;

/// <summary>A program in a terminal of its own, its keys pressed and its screen read: tmux, with a server of its own.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-terminal-").FullName;
    private readonly string _tmux = Peer.Require("tmux", "tmux");

    /// <summary>Starts a program of 100 columns and 40 rows, its home a new folder.</summary>
    public static async Task<Terminal> StartAsync(string program, params string[] arguments)
    {
        var terminal = new Terminal();
        (int exit, _, string error) = await terminal.RunAsync(
            ["-u", "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "40", "env", "HOME=" + terminal._folder, "LC_ALL=C.UTF-8", "TERM=screen", program, .. arguments]);
        Assert.True(exit == 0, error);
        return terminal;
    }

    /// <summary>Presses keys, by tmux's names for them.</summary>
    public async Task PressAsync(params string[] keys) => Assert.Equal(0, (await RunAsync(["send-keys", .. keys])).Exit);

    /// <summary>Waits until the screen shows something; answers the screen.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        string screen = string.Empty;
        for (int attempt = 0; attempt < 500; attempt++)
        {
            (_, screen, _) = await RunAsync("capture-pane", "-p");
            if (screen.Contains(text, StringComparison.Ordinal))
            {
                return screen;
            }

            // A screen gives no signal: it is looked at again.
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"The screen never showed '{text}':\n{screen}");
    }

    /// <summary>Waits until the program has ended.</summary>
    public async Task WaitForEndAsync()
    {
        for (int attempt = 0; (await RunAsync("has-session")).Exit == 0; attempt++)
        {
            Assert.True(attempt < 500, "The program did not end.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody is there any more to be stopped when the program has ended.
        _ = await RunAsync("kill-server");
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => Peer.RunAsync(_tmux, ["-S", Path.Combine(_folder, "socket"), .. arguments]);
}
