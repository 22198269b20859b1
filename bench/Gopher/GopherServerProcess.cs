using System.Diagnostics;
using System.Globalization;
using HiPerf.Bench.Quick;

namespace HiPerf.Bench.Gopher;

/// <summary>A server under measurement: a process that listens on 127.0.0.1, says its port in one line, and ends when its standard input does.</summary>
internal sealed class GopherServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GopherServerProcess(string name, Process process, int port)
    {
        Name = name;
        Port = port;
        _process = process;
    }

    /// <summary>What it is called in the output.</summary>
    public string Name { get; }

    public int Port { get; }

    /// <summary>Starts it.</summary>
    /// <param name="name">What it is called in the output.</param>
    /// <param name="command">How to start it.</param>
    /// <param name="core">The core it stays on, with what it starts; null for this process's own.</param>
    public static async Task<GopherServerProcess> StartAsync(string name, ProcessStartInfo command, string? core = null)
    {
        ProcessStartInfo start = core is null ? command : OneCore.Place(command, core);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        return line is not null
            ? new GopherServerProcess(name, process, int.Parse(line, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{name} did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
