using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HiPerf.Server;

/// <summary>A small host: binds end points on Kestrel's socket transport and serves folders there by the protocols it is told, without the rest of ASP.NET Core.</summary>
/// <remarks>Work runs on the transport's own threads (inline scheduling): the shortest way for a byte, and the reason why a handler must not block.</remarks>
public sealed class InternetServer : IAsyncDisposable
{
    // A flush completes once the socket has taken everything: backpressure is the socket's own, and the end of an answer is known.
    private const int FlushThrough = 2;
    private const int MaxReadBuffer = 64 * 1024;

    private const int Made = 0;
    private const int Starting = 1;
    private const int Started = 2;
    private const int Stopped = 3;

    private readonly InternetServerOptions _options;
    private readonly HttpFolderHandler? _http;
    private readonly FtpFolderHandler? _ftp;
    private readonly GopherFolderHandler? _gopher;
    private readonly ServerState _state;
    private readonly SocketTransportFactory _transport;
    private readonly List<EndPointListener> _listeners = [];
    private readonly List<Task> _accepting = [];
    private int _stage = Made;

    /// <summary>Makes a server that is not yet bound.</summary>
    /// <param name="options">Where, what, and the limits.</param>
    /// <param name="loggers">Takes what happens; nobody by default.</param>
    /// <param name="clock">The clock and the timers; the system's by default.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or there is none for an end point's protocol.</exception>
    public InternetServer(InternetServerOptions options, ILoggerFactory? loggers = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnections, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnectionsPerAddress, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxHandshakes, 1, nameof(options));
        loggers ??= NullLoggerFactory.Instance;
        _options = options;
        _http = options.Http is null ? null : new HttpFolderHandler(options.Http, Sessions, loggers.CreateLogger<HttpFolderHandler>(), clock);
        _ftp = options.Ftp is null ? null : new FtpFolderHandler(options.Ftp, Sessions, loggers.CreateLogger<FtpFolderHandler>(), clock);
        _gopher = options.Gopher is null ? null : new GopherFolderHandler(options.Gopher, Sessions, loggers.CreateLogger<GopherFolderHandler>(), clock);
        foreach (var endPoint in options.EndPoints)
        {
            if (HandlerOf(endPoint.Protocol) is null)
            {
                throw new ArgumentException($"There are no options for an end point of {SchemeOf(endPoint.Protocol)}.", nameof(options));
            }
        }

        _state = new ServerState(options, loggers.CreateLogger<InternetServer>(), clock ?? TimeProvider.System);
        _transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions
        {
            UnsafePreferInlineScheduling = true,
            MaxReadBufferSize = MaxReadBuffer,
            MaxWriteBufferSize = FlushThrough,
        }), loggers);
    }

    /// <summary>The connections it holds.</summary>
    public SessionRegistry Sessions { get; } = new();

    /// <summary>Where it listens, in the order of the options, with the ports the system chose; empty before the start.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints => _listeners.ConvertAll(static listener => listener.EndPoint);

    /// <summary>The same as URLs of the root: <c>http://127.0.0.1:8080/</c>.</summary>
    public IReadOnlyList<Uri> Urls => _listeners.ConvertAll(static listener =>
        new Uri(string.Create(CultureInfo.InvariantCulture, $"{SchemeOf(listener.Protocol)}://{listener.EndPoint}/")));

    /// <summary>Binds every end point and begins to accept.</summary>
    /// <param name="cancellationToken">Ends the binding.</param>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    /// <exception cref="Microsoft.AspNetCore.Connections.AddressInUseException">An address is in use; nothing stays bound.</exception>
    /// <exception cref="ArgumentException">An end point for https or gophers has no certificate; nothing stays bound.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.CompareExchange(ref _stage, Starting, Made) != Made)
        {
            throw new InvalidOperationException("A server is started once.");
        }

        try
        {
            foreach (var endPoint in _options.EndPoints)
            {
                var listener = await _transport.BindAsync(new IPEndPoint(endPoint.Address, endPoint.Port), cancellationToken).ConfigureAwait(false);
                try
                {
                    _listeners.Add(new EndPointListener(_options, endPoint, listener, HandlerOf(endPoint.Protocol)!, _state));
                }
                catch
                {
                    await listener.DisposeAsync().ConfigureAwait(false);
                    throw;
                }
            }

            if (Interlocked.CompareExchange(ref _stage, Started, Starting) != Starting)
            {
                throw new OperationCanceledException("The server was stopped while it started.");
            }
        }
        catch
        {
            foreach (var listener in _listeners)
            {
                await listener.DisposeAsync().ConfigureAwait(false);
            }

            _listeners.Clear();
            throw;
        }

        foreach (var listener in _listeners)
        {
            ServerLog.Listening(_state.Logger, listener.EndPoint, listener.Protocol.ToString());
            _accepting.Add(listener.AcceptAsync());
        }
    }

    /// <summary>Ends: accepts no more, closes idle connections, lets requests under way end, then aborts what is left. Calling it again does nothing.</summary>
    /// <param name="cancellationToken">Ends the wait for requests under way: they are aborted at once.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        // One that is still starting unbinds by itself when it finds that it was stopped.
        if (Interlocked.Exchange(ref _stage, Stopped) is Stopped or Starting)
        {
            return;
        }

        foreach (var listener in _listeners)
        {
            await listener.UnbindAsync().ConfigureAwait(false);
        }

        _state.Stop.RequestClose();
        await Task.WhenAll(_accepting).ConfigureAwait(false);
        try
        {
            await _state.Gauge.WhenEmptyAsync().WaitAsync(_options.ShutdownTimeout, _state.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            _state.AbortAll();
            await _state.Gauge.WhenEmptyAsync().ConfigureAwait(false);
        }

        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        _ftp?.Dispose();
        _state.Dispose();
    }

    /// <summary>Stops, if <see cref="StopAsync"/> has not, with the grace of the options.</summary>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private static string SchemeOf(ServerProtocol protocol) => protocol switch
    {
        ServerProtocol.Https => "https",
        ServerProtocol.Ftp => "ftp",
        ServerProtocol.Gopher => "gopher",
        ServerProtocol.Gophers => "gophers",
        _ => "http",
    };

    private ConnectionHandler? HandlerOf(ServerProtocol protocol) => protocol switch
    {
        ServerProtocol.Ftp => _ftp,
        ServerProtocol.Gopher or ServerProtocol.Gophers => _gopher,
        _ => _http,
    };
}
