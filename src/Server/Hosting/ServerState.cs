using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace HiPerf.Server;

/// <summary>What the listeners of one server share.</summary>
internal sealed class ServerState(InternetServerOptions options, ILogger logger, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<ConnectionContext, byte> _connections = new();
    private volatile bool _abortsAll;

    public ILogger Logger => logger;

    public TimeProvider Clock => clock;

    public StopNotification Stop { get; } = new();

    public ConnectionGauge Gauge { get; } = new(options.MaxConnections, options.MaxConnectionsPerAddress);

    public SemaphoreSlim Handshakes { get; } = new(options.MaxHandshakes);

    /// <summary>Takes a connection that <see cref="Gauge"/> has let in; one that comes after <see cref="AbortAll"/> is dropped like the others.</summary>
    public void Add(ConnectionContext connection)
    {
        _connections[connection] = 0;
        if (_abortsAll)
        {
            Abort(connection);
        }
    }

    /// <summary>Forgets a connection and counts it out.</summary>
    public void Remove(ConnectionContext connection)
    {
        _ = _connections.TryRemove(connection, out _);
        Gauge.Leave(connection.RemoteEndPoint);
    }

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
        _abortsAll = true;
        foreach (var (connection, _) in _connections)
        {
            Abort(connection);
        }
    }

    public void Dispose()
    {
        Stop.Dispose();
        Handshakes.Dispose();
    }

    private static void Abort(ConnectionContext connection) => connection.Abort(new ConnectionAbortedException("The server stops."));
}
