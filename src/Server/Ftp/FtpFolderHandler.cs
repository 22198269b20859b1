using System.Net.Sockets;
using HiPerf.Ftp;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiPerf.Server;

/// <summary>Serves one folder over FTP for reading: a connection handler for Kestrel, or for <see cref="InternetServer"/>.</summary>
/// <remarks>In Kestrel: register <see cref="FtpFolderOptions"/> and this handler as singletons, then <c>listenOptions.UseConnectionHandler&lt;FtpFolderHandler&gt;()</c>.
/// RFC 959, 1123 section 4.1, 2389, 2428, 3659. In clear alone: no TLS yet.</remarks>
public sealed class FtpFolderHandler : ConnectionHandler, IDisposable
{
    private readonly FtpFolderOptions _options;
    private readonly FtpFolder _folder;
    private readonly PassivePorts _ports;
    private readonly ConnectionGauge _gauge;
    private readonly SessionRegistry _sessions;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;

    /// <summary>Makes a handler; one serves any number of connections.</summary>
    /// <param name="options">The folder and the limits.</param>
    /// <param name="sessions">Where its sessions are registered; a registry of its own by default.</param>
    /// <param name="logger">Takes what fails; nobody by default.</param>
    /// <param name="clock">The clock and the timers; the system's by default.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public FtpFolderHandler(FtpFolderOptions options, SessionRegistry? sessions = null, ILogger<FtpFolderHandler>? logger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _folder = new FtpFolder(options, _clock);
        _ports = new PassivePorts(options, _clock);
        _gauge = new ConnectionGauge(options.MaxSessions, options.MaxSessionsPerAddress);
        _sessions = sessions ?? new SessionRegistry();
        _logger = logger ?? NullLogger<FtpFolderHandler>.Instance;
    }

    /// <summary>Ports for data that are lent now; for tests.</summary>
    internal int LentPorts => _ports.LentCount;

    /// <inheritdoc />
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (!_gauge.TryEnter(connection.RemoteEndPoint))
        {
            ServerLog.TooManyConnections(_logger, connection.RemoteEndPoint);
            await RefuseAsync(connection).ConfigureAwait(false);
            return;
        }

        var session = _sessions.Add("ftp", connection, _clock.GetUtcNow());
        try
        {
            using var ftp = new FtpConnection(_options, _folder, _ports, connection, session, _clock);
            await ftp.RunAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionResetException or ConnectionAbortedException)
        {
            ServerLog.ConnectionLost(_logger, connection.ConnectionId, e.Message);
            connection.Abort();
        }
#pragma warning disable CA1031 // Whatever failed, a user's own callback for example, ends its own session alone.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ServerLog.HandlerFailed(_logger, connection.ConnectionId, e);
            connection.Abort(new ConnectionAbortedException("The handler failed.", e));
        }
        finally
        {
            _sessions.Remove(session);
            _gauge.Leave(connection.RemoteEndPoint);
        }
    }

    /// <summary>Closes the ports for data that no session holds now, and the others when they come back.</summary>
    public void Dispose() => _ports.Dispose();

    private static async ValueTask RefuseAsync(ConnectionContext connection)
    {
        try
        {
            FtpReplyWriter.Write(connection.Transport.Output, 421, "There are too many sessions."u8);
            _ = await connection.Transport.Output.FlushAsync(connection.ConnectionClosed).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Who does not wait for the answer is no failure of the handler's.
        }
    }

    private static void Check(FtpFolderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Login, nameof(options));
        ArgumentNullException.ThrowIfNull(options.ServerName, nameof(options));
        foreach (var least1 in (ReadOnlySpan<int>)[options.MaxSessions, options.MaxSessionsPerAddress, options.MaxLoginTries, options.MaxUnknownCommands,
            options.MaxQueuedCommands, options.MinSendRate, options.MaxPassivePorts])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(least1, 1, nameof(options));
        }

        foreach (var least0 in (ReadOnlySpan<int>)[options.MaxSortedEntries, options.MaxLinger, options.MaxHotFile, options.MaxHotFiles])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(least0, nameof(options));
        }

        foreach (var time in (ReadOnlySpan<TimeSpan>)[options.LoginTimeout, options.IdleTimeout, options.AcceptTimeout, options.SendGrace, options.LingerTimeout])
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.LoginDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.FirstPassivePort, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.LastPassivePort, ushort.MaxValue, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LastPassivePort, options.FirstPassivePort, nameof(options));
        if (options.ServerName.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            throw new ArgumentException("The server's name does not fit on a line.", nameof(options));
        }

        if (options.FirstPassivePort == 0 && options.LastPassivePort != 0)
        {
            throw new ArgumentException("A range of ports begins at 1 or above.", nameof(options));
        }

        if (options.PassiveAddress is { AddressFamily: not AddressFamily.InterNetwork })
        {
            throw new ArgumentException("227 tells an IPv4 address.", nameof(options));
        }
    }
}
