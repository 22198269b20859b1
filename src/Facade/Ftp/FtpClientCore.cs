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

    public void Dispose() => Pool.Dispose();
}
