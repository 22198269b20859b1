using System.Net;

namespace HiPerf;

/// <summary>What a proxy is asked to connect to. Made before the proxy is connected to: what cannot be asked for is refused while nothing is sent.</summary>
internal sealed class ProxyTarget
{
    /// <param name="proxy">Who is asked.</param>
    /// <param name="protocol">The scheme the connection is for, for errors.</param>
    /// <param name="host">A name in ASCII, or an address without brackets.</param>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="ArgumentException">The host holds what none can hold.</exception>
    /// <exception cref="ProxyException">ProxyFailed: the proxy's protocol cannot name the host.</exception>
    public ProxyTarget(ProxyServer proxy, string protocol, string host, int port)
    {
        // NUL would end a name of SOCKS4a, CR and LF a line of HTTP, and what is no visible ASCII is no host anyway.
        if (host.Length == 0 || host.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The host holds a character no host can hold.", nameof(host));
        }

        (Proxy, Protocol, Host, Port) = (proxy, protocol, host, port);
        EndPoint = host.Contains(':') ? $"[{host}]:{port}" : $"{host}:{port}";
        Address = IPAddress.TryParse(host, out var address) ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address : null;
        if (proxy.Kind != ProxyKind.Http && Address is null && host.Length > ProxyServer.MaxNameLength)
        {
            throw ProxyErrors.Unspeakable(this, $"its name is longer than {ProxyServer.MaxNameLength} octets");
        }

        if (proxy.Kind is ProxyKind.Socks4 or ProxyKind.Socks4a && Address is { AddressFamily: not System.Net.Sockets.AddressFamily.InterNetwork })
        {
            throw ProxyErrors.Unspeakable(this, "SOCKS4 has no IPv6 addresses");
        }
    }

    public ProxyServer Proxy { get; }

    public string Protocol { get; }

    public string Host { get; }

    public int Port { get; }

    /// <summary>The host as an address; null for a name.</summary>
    public IPAddress? Address { get; }

    /// <summary>Host and port, an IPv6 address in brackets: CONNECT's authority-form too.</summary>
    public string EndPoint { get; }

    /// <summary>The peer as far as this side knows it.</summary>
    public EndPoint Peer => Address is null ? new DnsEndPoint(Host, Port) : new IPEndPoint(Address, Port);
}
