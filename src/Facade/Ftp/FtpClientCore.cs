using System.Collections.Concurrent;
using HiPerf.Transport;
using Microsoft.Extensions.Logging;

namespace HiPerf.Ftp;

/// <summary>What all FTP connections of a session share: the dialer, the idle connections, what was learned of hosts.</summary>
internal sealed class FtpClientCore : IDisposable
{
    // What is remembered of a host saves round trips and nothing else: past so many it may begin anew.
    private const int MaxHosts = 1024;

    private readonly ConcurrentDictionary<(string Host, int Port), FtpHostMemory> _memories = new();
    private readonly ILogger? _logger;

    public FtpClientCore(InternetSessionOptions options, Dialer dialer)
    {
        Options = options;
        Dialer = dialer;
        _logger = options.LoggerFactory?.CreateLogger("HiPerf");
        Pool = new IdlePool<FtpTarget, FtpLink>(options.Pool, options.TimeProvider, () => Listen(null));
    }

    public InternetSessionOptions Options { get; }

    public Dialer Dialer { get; }

    public IdlePool<FtpTarget, FtpLink> Pool { get; }

    /// <summary>Who hears of an opening.</summary>
    public PhaseListener Listen(IPhaseSink? sink) => new(sink ?? Options.StatusChanged, Options.TimeProvider, _logger);

    public FtpHostMemory MemoryOf(ConnectionKey key)
    {
        if (_memories.Count >= MaxHosts)
        {
            _memories.Clear();
        }

        return _memories.GetOrAdd((key.Host, key.Port), static _ => new FtpHostMemory());
    }

    /// <summary>Lends a logged-in connection: one that was idle, or else a new one.</summary>
    /// <param name="target">To whom, and as whom.</param>
    /// <param name="timeouts">The limits of what will be done with it.</param>
    /// <param name="listener">Who hears of it.</param>
    /// <param name="mayReuse">Whether an idle one will do.</param>
    /// <param name="cancellationToken">Ends the login.</param>
    public async ValueTask<FtpLease> TakeAsync(FtpTarget target, InternetTimeouts timeouts, PhaseListener listener, bool mayReuse, CancellationToken cancellationToken)
    {
        if (mayReuse && Pool.TryTake(target) is { } idle)
        {
            idle.Control.Timeouts = timeouts;
            idle.Control.Listener = listener;
            listener.Raise(PhaseEventKind.ConnectionReused, target.Key.EndPoint);
            return new FtpLease(this, target, idle, isReused: true);
        }

        var link = await new FtpLogin(this, target, timeouts, listener).RunAsync(cancellationToken).ConfigureAwait(false);
        return new FtpLease(this, target, link, isReused: false);
    }

    public void Dispose() => Pool.Dispose();
}
