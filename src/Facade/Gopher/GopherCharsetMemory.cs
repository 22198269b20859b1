using System.Collections.Concurrent;

namespace HiPerf.Gopher;

/// <summary>What the hosts of a session were found to write their texts in; safe for any thread, a lost entry is found out again.</summary>
internal sealed class GopherCharsetMemory
{
    /// <summary>Hosts that are remembered; past so many it begins anew.</summary>
    public const int MaxHosts = 1024;

    private readonly ConcurrentDictionary<string, GopherCharset> _found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was found; <see cref="GopherCharset.Automatic"/> when nothing was.</summary>
    public GopherCharset Of(string host) => _found.GetValueOrDefault(host, GopherCharset.Automatic);

    /// <summary>Keeps what was found; the first word holds.</summary>
    public GopherCharset Keep(string host, GopherCharset charset)
    {
        if (_found.Count >= MaxHosts)
        {
            _found.Clear();
        }

        return _found.GetOrAdd(host, charset);
    }
}
