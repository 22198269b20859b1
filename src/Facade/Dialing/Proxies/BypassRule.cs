using System.Buffers;
using System.IO.Enumeration;
using System.Net;
using System.Net.Sockets;

namespace HiPerf;

/// <summary>One entry of a list of hosts that go direct: a name, a name with wildcards, an address or a network, with an optional port.</summary>
/// <remarks>
/// <code>
/// entry = ( "*" / name / address / address "/" prefix-length ) [ ":" port ]   ; an IPv6 address with a port stands in brackets
/// name  = with "*" for any octets; where subdomains match too (no_proxy), a dot or "*." in front says nothing
/// </code>
/// Names compare without case and without a dot at the end; addresses as addresses, IPv4 within IPv6 as IPv4.
/// </remarks>
internal sealed class BypassRule
{
    private static readonly SearchValues<char> s_notName = SearchValues.Create("/\\?#@[]<>:,");

    private readonly string _name;
    private readonly byte[]? _network;
    private readonly int _prefix;
    private readonly int _port;
    private readonly bool _matchesSubdomains;

    private BypassRule(string name, byte[]? network, int prefix, int port, bool matchesSubdomains)
    {
        _name = name;
        _network = network;
        _prefix = prefix;
        _port = port;
        _matchesSubdomains = matchesSubdomains;
    }

    /// <summary>Reads an entry; null when it is none.</summary>
    public static BypassRule? ParseOrNull(string entry, bool matchesSubdomains)
    {
        if (ReadNetwork(entry) is var (whole, length))
        {
            return new BypassRule(string.Empty, whole, length, 0, false);
        }

        // What is no address as a whole has its port behind its last colon.
        var (host, port) = (entry, 0);
        if (entry.LastIndexOf(':') is >= 0 and var colon)
        {
            if (!int.TryParse(entry.AsSpan(colon + 1), System.Globalization.NumberStyles.None, null, out port) || port is 0 or > ushort.MaxValue)
            {
                return null;
            }

            host = entry[..colon];
        }

        if (ReadNetwork(host) is var (network, prefix))
        {
            return new BypassRule(string.Empty, network, prefix, port, false);
        }

        host = matchesSubdomains ? host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host.TrimStart('.') : host;
        host = host.TrimEnd('.');
        return host.Length == 0 || host.AsSpan().ContainsAny(s_notName) ? null : new BypassRule(host, null, 0, port, matchesSubdomains);
    }

    /// <summary>Whether it names a host.</summary>
    /// <param name="host">A name without a dot at its end, or an address without brackets.</param>
    /// <param name="address">The host as an address; null for a name.</param>
    /// <param name="port">The port to connect to.</param>
    public bool Matches(string host, IPAddress? address, int port)
    {
        if (_port != 0 && _port != port)
        {
            return false;
        }

        if (_network is not null)
        {
            return address is not null && HoldsAddress(Normal(address).GetAddressBytes());
        }

        return FileSystemName.MatchesSimpleExpression(_name, host, ignoreCase: true)
            || (_matchesSubdomains && address is null && host.Length > _name.Length && host[^(_name.Length + 1)] == '.'
                && host.EndsWith(_name, StringComparison.OrdinalIgnoreCase));
    }

    private bool HoldsAddress(ReadOnlySpan<byte> address)
    {
        if (address.Length != _network!.Length)
        {
            return false;
        }

        var whole = _prefix / 8;
        var mask = 0xFF << (8 - (_prefix % 8));
        return address[..whole].SequenceEqual(_network.AsSpan(0, whole)) && (_prefix % 8 == 0 || ((address[whole] ^ _network[whole]) & mask & 0xFF) == 0);
    }

    private static (byte[] Network, int Prefix)? ReadNetwork(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var literal = slash < 0 ? text : text[..slash];

        // An IPv4 address has four parts here: IPAddress would read 10 as one, too.
        if ((!literal.Contains(':') && literal.AsSpan().Count('.') != 3) || !IPAddress.TryParse(literal, out var parsed)
            || (literal.Contains(':') && literal.Contains(']') && !literal.EndsWith(']')))
        {
            return null;
        }

        var bytes = (slash < 0 ? Normal(parsed) : parsed).GetAddressBytes();
        if (slash < 0)
        {
            return (bytes, 8 * bytes.Length);
        }

        return int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var prefix) && prefix <= 8 * bytes.Length ? (bytes, prefix) : null;
    }

    private static IPAddress Normal(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
