using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>One attempt to make a TCP connection: look-up and connect. Knows how far it came, for whoever limits it.</summary>
/// <param name="protocol">The scheme, for errors.</param>
/// <param name="listener">Hears of it.</param>
internal sealed class TcpConnector(string protocol, PhaseListener listener)
{
    /// <summary>What it is at.</summary>
    public InternetPhase Phase { get; private set; } = InternetPhase.Connecting;

    /// <summary>Connects to the first address of a host that takes the connection.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<DialedTransport> ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host, port, cancellationToken).ConfigureAwait(false);
        Phase = InternetPhase.Connecting;
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var endPoint = new IPEndPoint(address, port);
            listener.Raise(PhaseEventKind.Connecting, endPoint);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
                listener.Raise(PhaseEventKind.Connected, endPoint);
                return new DialedTransport(new NetworkStream(socket, ownsSocket: true), socket, endPoint);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw DialErrors.CannotConnect(protocol, host, port, last);
    }

    /// <summary>Looks a host up; an address is its own answer.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<IPAddress[]> ResolveAsync(string host, int port, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        Phase = InternetPhase.ResolvingName;
        listener.Raise(PhaseEventKind.ResolvingName, host);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
            if (addresses.Length == 0)
            {
                throw DialErrors.NameNotResolved(protocol, host, port, null);
            }

            listener.Raise(PhaseEventKind.NameResolved, host);
            return addresses;
        }
        catch (SocketException e)
        {
            throw DialErrors.NameNotResolved(protocol, host, port, e);
        }
    }
}
