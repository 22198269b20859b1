using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace HiPerf.Server;

/// <summary>What the listeners of one server share.</summary>
internal sealed class ServerState(InternetServerOptions options, ConnectionHandler handler, ILogger logger, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    public ConnectionHandler Handler => handler;

    public ILogger Logger => logger;

    public TimeProvider Clock => clock;

    public StopNotification Stop { get; } = new();

    public ConnectionGauge Gauge { get; } = new(options.MaxConnections, options.MaxConnectionsPerAddress);

    public SemaphoreSlim Handshakes { get; } = new(options.MaxHandshakes);

    public ConcurrentDictionary<ConnectionContext, byte> Connections { get; } = new();

    /// <summary>Waits before the next try of something that failed.</summary>
    /// <returns>False when the server stops.</returns>
    public async Task<bool> PauseAsync()
    {
        try
        {
            await Task.Delay(s_pause, clock, Stop.ConnectionClosedRequested).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Drops every connection, those in a handshake too.</summary>
    public void AbortAll()
    {
        foreach (var (connection, _) in Connections) connection.Abort(new ConnectionAbortedException("The server stops."));
    }

    public void Dispose()
    {
        Stop.Dispose();
        Handshakes.Dispose();
    }
}
