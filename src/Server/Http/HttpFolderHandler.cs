using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HiPerf.Server;

/// <summary>Serves one folder by GET and HEAD over HTTP/1.1: a connection handler for Kestrel, or for <see cref="InternetServer"/>.</summary>
/// <remarks>In Kestrel: register <see cref="HttpFolderOptions"/> as a singleton, and optionally <see cref="SessionRegistry"/> and <see cref="TimeProvider"/>,
/// then <c>listenOptions.UseConnectionHandler&lt;HttpFolderHandler&gt;()</c>.</remarks>
public sealed class HttpFolderHandler : ConnectionHandler
{
    private readonly HttpFolderOptions _options;
    private readonly HttpFolder _folder;
    private readonly AnswerHead _head;
    private readonly SessionRegistry _sessions;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;

    /// <summary>Makes a handler; one serves any number of connections.</summary>
    /// <param name="options">The folder and the limits.</param>
    /// <param name="sessions">Where its connections are registered; a registry of its own by default.</param>
    /// <param name="logger">Takes what fails; nobody by default.</param>
    /// <param name="clock">The clock and the timers; the system's by default.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or the server name is no field value.</exception>
    public HttpFolderHandler(HttpFolderOptions options, SessionRegistry? sessions = null, ILogger<HttpFolderHandler>? logger = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFields, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRequests, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinSendRate, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ConnectionLifetime, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxDrain, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxLinger, nameof(options));
        _options = options;
        _clock = clock ?? TimeProvider.System;
        _head = new AnswerHead(options.ServerName);
        _folder = new HttpFolder(options, _head, _clock);
        _sessions = sessions ?? new SessionRegistry();
        _logger = logger ?? NullLogger<HttpFolderHandler>.Instance;
    }

    /// <inheritdoc />
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var isSecure = connection.Features.Get<ITlsHandshakeFeature>() is not null || connection.Features.Get<TlsTransport>() is not null;
        var session = _sessions.Add(isSecure ? "https" : "http", connection, _clock.GetUtcNow());
        try
        {
            using var http = new HttpConnection(_options, _folder, _head, connection, session, _clock);
            await http.RunAsync().ConfigureAwait(false);
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
        }
    }
}
