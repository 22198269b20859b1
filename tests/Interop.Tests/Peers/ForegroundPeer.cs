using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A server that runs in the foreground at a port of the test's choice and says when it is ready; it ends with the test, and its children with it.</summary>
internal sealed class ForegroundPeer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;

    private ForegroundPeer(Process process, Task reading, int port) => (_process, _reading, Port) = (process, reading, port);

    public int Port { get; }

    /// <summary>Starts it. A port that was free a moment ago may be gone: then another is tried.</summary>
    /// <param name="program">What is run.</param>
    /// <param name="ready">What a line holds that it writes when it listens.</param>
    /// <param name="arguments">Its arguments, for a port.</param>
    public static async Task<ForegroundPeer> StartAsync(string program, string ready, Func<int, string[]> arguments)
    {
        string said = string.Empty;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            int port = FreePort();
            Process process = Peer.Start(program, arguments(port));
            var signal = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            var lines = new List<string>();
            Task reading = Task.WhenAll(ReadAsync(process.StandardOutput, ready, lines, signal), ReadAsync(process.StandardError, ready, lines, signal));
            _ = reading.ContinueWith(_ => signal.TrySetResult(false), TaskScheduler.Default);
            if (await signal.Task.WaitAsync(TestContext.Current.CancellationToken))
            {
                return new ForegroundPeer(process, reading, port);
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.Dispose();
            said = string.Join('\n', lines);
        }

        throw new InvalidOperationException($"{program} did not start: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader output, string ready, List<string> lines, TaskCompletionSource<bool> signal)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (lines)
            {
                lines.Add(line);
            }

            if (line.Contains(ready, StringComparison.Ordinal))
            {
                signal.TrySetResult(true);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
