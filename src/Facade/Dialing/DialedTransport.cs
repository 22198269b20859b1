using System.Net;
using System.Net.Sockets;

namespace HiPerf;

/// <summary>A connection that was just made: octets both ways, no TLS yet. Whoever takes it owns its stream, and its socket with that.</summary>
/// <param name="Stream">The octets.</param>
/// <param name="Socket">The socket under the stream; null where a connector gave a stream that has none.</param>
/// <param name="Peer">The address it leads to; host and port as a name where a connector or a proxy looked it up.</param>
internal readonly record struct DialedTransport(Stream Stream, Socket? Socket, EndPoint Peer)
{
    /// <summary>The same peer at another port, for <see cref="Dialer.ConnectAsync(ConnectionKey, EndPoint, InternetTimeouts, PhaseListener, CancellationToken)"/>.</summary>
    public EndPoint PeerAt(int port) => Peer switch
    {
        IPEndPoint address => new IPEndPoint(address.Address, port),
        DnsEndPoint name => new DnsEndPoint(name.Host, port),
        _ => throw new InvalidOperationException("The peer has no port."),
    };
}
