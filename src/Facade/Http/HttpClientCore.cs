using System.Net.Security;
using Microsoft.Extensions.Logging;

namespace HiPerf.Http;

/// <summary>What all HTTP exchanges of a session share.</summary>
internal sealed class HttpClientCore : IDisposable
{
    private const int MaxBuffers = 64;

    private readonly Stack<ExchangeBuffers> _buffers = [];

    public HttpClientCore(InternetSessionOptions options)
    {
        Options = options;
        Logger = options.LoggerFactory?.CreateLogger("HiPerf");
        Dialer = new Dialer(options);
        Pool = new IdlePool<ConnectionKey, HttpChannel>(options.Pool, options.TimeProvider, () => new PhaseListener(options.StatusChanged, options.TimeProvider, Logger));
    }

    public InternetSessionOptions Options { get; }

    /// <summary>Where the session logs; null for nowhere.</summary>
    public ILogger? Logger { get; }

    public Dialer Dialer { get; }

    public IdlePool<ConnectionKey, HttpChannel> Pool { get; }

    /// <summary>Makes a connection that carries exchanges: dials, and shakes hands when the key asks for TLS.</summary>
    public async ValueTask<HttpChannel> DialAsync(ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener, CancellationToken cancellationToken)
    {
        var (stream, socket, peer) = await Dialer.ConnectAsync(key, timeouts, listener, cancellationToken).ConfigureAwait(false);
        if (key.Tls is null)
        {
            return new HttpChannel(key, stream, socket, peer, endIsAuthenticated: false, Options);
        }

        var secure = await TlsHandshake.RunAsync(stream, key, SslApplicationProtocol.Http11, timeouts, Options.TimeProvider, listener, cancellationToken)
            .ConfigureAwait(false);
        return new HttpChannel(key, secure, socket, peer, endIsAuthenticated: true, Options);
    }

    /// <summary>Takes buffers an earlier exchange has left, or makes some.</summary>
    public ExchangeBuffers RentBuffers()
    {
        lock (_buffers)
        {
            if (_buffers.TryPop(out var buffers))
            {
                return buffers;
            }
        }

        return new ExchangeBuffers(Options);
    }

    /// <summary>Takes back buffers nobody reads or writes any more.</summary>
    public void ReturnBuffers(ExchangeBuffers buffers)
    {
        lock (_buffers)
        {
            if (_buffers.Count < MaxBuffers && buffers.IsOrdinary)
            {
                _buffers.Push(buffers);
            }
        }
    }

    public void Dispose() => Pool.Dispose();
}
