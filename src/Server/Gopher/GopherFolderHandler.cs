using HiPerf.Gopher;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiPerf.Server;

/// <summary>Serves one folder over Gopher: a connection handler for Kestrel, or for <see cref="InternetServer"/>.</summary>
/// <remarks>In Kestrel: register <see cref="GopherFolderOptions"/> and this handler as singletons, then <c>listenOptions.UseConnectionHandler&lt;GopherFolderHandler&gt;()</c>. RFC 1436; Gopher+.</remarks>
public sealed class GopherFolderHandler : ConnectionHandler
{
    private readonly GopherFolderOptions _options;
    private readonly GopherFolder _folder;
    private readonly GopherOrigin.Table _origins;
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
    public GopherFolderHandler(GopherFolderOptions options, SessionRegistry? sessions = null, ILogger<GopherFolderHandler>? logger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _folder = new GopherFolder(options, _clock);
        _origins = new GopherOrigin.Table(options);
        _gauge = new ConnectionGauge(options.MaxSessions, options.MaxSessionsPerAddress);
        _sessions = sessions ?? new SessionRegistry();
        _logger = logger ?? NullLogger<GopherFolderHandler>.Instance;
    }

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

        var serverName = connection.Features.Get<TlsTransport>()?.ServerName ?? connection.Features.Get<ITlsHandshakeFeature>()?.HostName;
        var session = _sessions.Add(serverName is not null ? "gophers" : "gopher", connection, _clock.GetUtcNow());
        try
        {
            using var gopher = new GopherConnection(_options, _folder, _origins.Of(connection.LocalEndPoint, serverName), connection, session, _clock);
            await gopher.RunAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ConnectionResetException or ConnectionAbortedException)
        {
            ServerLog.ConnectionLost(_logger, connection.ConnectionId, e.Message);
            connection.Abort();
        }
#pragma warning disable CA1031 // Whatever failed, an answer that was begun must not look whole: the connection is aborted.
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

    private async ValueTask RefuseAsync(ConnectionContext connection)
    {
        try
        {
            _ = await connection.Transport.Output.WriteAsync(_folder.Errors.Of(GopherFault.TooMany).Octets, connection.ConnectionClosed).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Who does not wait for the answer is no failure of the handler's.
        }
    }

    private static void Check(GopherFolderOptions options)
    {
        foreach (var least1 in (ReadOnlySpan<int>)[options.MaxSessions, options.MaxSessionsPerAddress, options.MinSendRate, options.MaxMenuItems,
            options.MaxSearches, options.MaxSearchResults, options.MaxSearchEntries, options.MaxSearchDepth, options.MaxSearchWords])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(least1, 1, nameof(options));
        }

        foreach (var least0 in (ReadOnlySpan<int>)[options.MaxGophermap, options.MaxLinger, options.MaxHotAnswer, options.MaxHotAnswers, options.Port])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(least0, nameof(options));
        }

        foreach (var time in (ReadOnlySpan<TimeSpan>)[options.RequestTimeout, options.SendGrace, options.LingerTimeout])
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        if (options.HostName is not null)
        {
            // The writers know what fits on a line; what does not is found now, not in the first menu.
            _ = GopherMenuWriter.TryWriteItem(new byte[512], GopherItemType.Menu, default, default, System.Text.Encoding.UTF8.GetBytes(options.HostName), 70, GopherPlusMark.None, out _);
        }

        if (options.Administrator is not null)
        {
            var contact = GopherContact.Of(options.Administrator);
            var writer = new GopherAttributeWriter(new byte[1024]);
            writer.BeginBlock(GopherAttribute.Admin);
            writer.WriteAdministrator(contact.Comment, contact.Email);
            if (!writer.TryComplete(terminates: false, out _))
            {
                throw new ArgumentException("The administrator is too long.", nameof(options));
            }
        }
    }
}
