using System.Net;
using System.Net.Sockets;
using HiPerf.Http;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>Makes connections: look-up, TCP, TLS; each with its own limit and its own error, so that a failure says what failed.</summary>
/// <remarks>Addresses are tried in the resolver's order, one at a time; the connect limit counts over all of them. A connection is made
/// once and used for many exchanges: what is allocated here is not on the way of a request.</remarks>
internal sealed class Dialer(InternetSessionOptions options)
{
    /// <summary>Connects to the key's host, and shakes hands when it asks for TLS.</summary>
    public async ValueTask<HttpChannel> DialAsync(ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener, CancellationToken cancellationToken)
    {
        var (stream, socket, peer) = await ConnectAsync(key, timeouts, listener, cancellationToken).ConfigureAwait(false);
        if (key.Tls is null)
        {
            return new HttpChannel(key, stream, socket, peer, endIsAuthenticated: false, options);
        }

        var secure = await TlsHandshake.RunAsync(stream, key, timeouts, options.TimeProvider, listener, cancellationToken).ConfigureAwait(false);
        return new HttpChannel(key, secure, socket, peer, endIsAuthenticated: true, options);
    }

    private async ValueTask<(Stream Stream, Socket? Socket, EndPoint Peer)> ConnectAsync(ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener,
        CancellationToken cancellationToken)
    {
        using var limit = new PhaseLimit(timeouts.Connect, options.TimeProvider, cancellationToken);
        var phase = InternetPhase.Connecting;
        try
        {
            if (options.Connector is { } connector)
            {
                var stream = await connector(key.Host, key.Port, limit.Token).ConfigureAwait(false);
                return (stream, (stream as NetworkStream)?.Socket, new DnsEndPoint(key.Host, key.Port));
            }

            phase = InternetPhase.ResolvingName;
            var addresses = await ResolveAsync(key, listener, limit.Token).ConfigureAwait(false);
            phase = InternetPhase.Connecting;
            var (socket, peer) = await ConnectAnyAsync(key, addresses, listener, limit.Token).ConfigureAwait(false);
            return (new NetworkStream(socket, ownsSocket: true), socket, peer);
        }
        catch (OperationCanceledException) when (limit.HasFired)
        {
            throw DialErrors.Timeout(phase, InternetTimeout.Connect, key, timeouts.Connect);
        }
        catch (Exception e) when (e is SocketException || (e is IOException and not InternetException))
        {
            throw DialErrors.CannotConnect(key, e);
        }
        catch (OperationCanceledException)
        {
            // The caller's own token, and not the linked one, is what the caller compares with.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static async ValueTask<IPAddress[]> ResolveAsync(ConnectionKey key, PhaseListener listener, CancellationToken cancellationToken)
    {
        var host = key.Host;
        if (IPAddress.TryParse(host, out var literal))
        {
            return [literal];
        }

        listener.Raise(PhaseEventKind.ResolvingName, host);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
            if (addresses.Length == 0)
            {
                throw DialErrors.NameNotResolved(key, null);
            }

            listener.Raise(PhaseEventKind.NameResolved, host);
            return addresses;
        }
        catch (SocketException e)
        {
            throw DialErrors.NameNotResolved(key, e);
        }
    }

    private static async ValueTask<(Socket Socket, EndPoint Peer)> ConnectAnyAsync(ConnectionKey key, IPAddress[] addresses, PhaseListener listener,
        CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var endPoint = new IPEndPoint(address, key.Port);
            listener.Raise(PhaseEventKind.Connecting, endPoint);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
                listener.Raise(PhaseEventKind.Connected, endPoint);
                return (socket, endPoint);
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

        throw DialErrors.CannotConnect(key, last);
    }
}
