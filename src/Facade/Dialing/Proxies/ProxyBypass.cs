using System.Net;

namespace HiPerf;

/// <summary>Which hosts go direct: a list of <see cref="BypassRule"/>, names without a dot, loopback.</summary>
internal sealed class ProxyBypass
{
    private const string Local = "<local>";
    private const string NotLoopback = "<-loopback>";

    private static readonly char[] s_separators = [',', ' ', '\t', '\r', '\n'];

    private readonly List<BypassRule> _rules = [];
    private readonly bool _local;
    private readonly bool _loopback;

    /// <summary>Reads the list of the options.</summary>
    /// <exception cref="ArgumentException">An entry is none.</exception>
    public ProxyBypass(IReadOnlyList<string> entries, bool local, bool loopback)
    {
        (_local, _loopback) = (local, loopback);
        foreach (var entry in entries)
        {
            if (string.Equals(entry, Local, StringComparison.OrdinalIgnoreCase))
            {
                _local = true;
            }
            else if (string.Equals(entry, NotLoopback, StringComparison.OrdinalIgnoreCase))
            {
                _loopback = false;
            }
            else
            {
                _rules.Add((entry is null ? null : BypassRule.ParseOrNull(entry, matchesSubdomains: false))
                    ?? throw new ArgumentException("An entry of the bypass list is neither name, address nor network.", nameof(entries)));
            }
        }
    }

    /// <summary>Reads <c>no_proxy</c>, whose names stand for their subdomains too; what is no entry there is passed over, as everybody does.</summary>
    public ProxyBypass(string? variable, bool local, bool loopback)
    {
        (_local, _loopback) = (local, loopback);
        foreach (var entry in (variable ?? string.Empty).Split(s_separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (BypassRule.ParseOrNull(entry, matchesSubdomains: true) is { } rule)
            {
                _rules.Add(rule);
            }
        }
    }

    /// <summary>Whether a host goes direct.</summary>
    /// <param name="host">A name, or an address, with brackets or not.</param>
    /// <param name="port">The port to connect to.</param>
    public bool Holds(string host, int port)
    {
        host = host.TrimEnd('.');
        _ = IPAddress.TryParse(host, out var address);
        if (_loopback && (address is null ? IsLoopbackName(host) : IPAddress.IsLoopback(address)))
        {
            return true;
        }

        if (_local && address is null && !host.Contains('.'))
        {
            return true;
        }

        foreach (var rule in _rules)
        {
            if (rule.Matches(host, address, port))
            {
                return true;
            }
        }

        return false;
    }

    // RFC 6761 section 6.3.
    private static bool IsLoopbackName(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals("loopback", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
