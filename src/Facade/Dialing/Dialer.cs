using System.Net;
using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf;

/// <summary>Makes connections for every scheme: look-up and TCP, or the session's connector; under one limit, each failure with its own error.</summary>
/// <remarks>Addresses are tried in the resolver's order, one at a time; the connect limit counts over all of them. TLS is the caller's to lay over
/// (<see cref="TlsHandshake"/>): some protocols begin it at once, others in the middle of a conversation. A connection is made once and used
/// for many exchanges: what is allocated here is not on the way of a request.</remarks>
internal sealed class Dialer(InternetSessionOptions options)
{
    /// <summary>The key of connections to a host under the session's rules.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    /// <param name="host">The host in canonical form, an IPv6 address without brackets.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="usesTls">Whether TLS is spoken; under the session's rules then.</param>
    public ConnectionKey KeyOf(string scheme, string host, int port, bool usesTls) => new(scheme, host, port, usesTls ? options.Tls : null);

    /// <summary>Connects to the key's host.</summary>
    public ValueTask<DialedTransport> ConnectAsync(ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener, CancellationToken cancellationToken) =>
        ConnectAsync(key, new DnsEndPoint(key.Host, key.Port), timeouts, listener, cancellationToken);

    /// <summary>Connects to one peer and no other, on behalf of the key's connection: an FTP data connection goes where its control connection went.</summary>
    /// <param name="key">What the connection belongs to, and errors name.</param>
    /// <param name="peer">An <see cref="IPEndPoint"/>, which is not looked up, or a <see cref="DnsEndPoint"/>; as a rule <see cref="DialedTransport.PeerAt"/>.</param>
    /// <param name="timeouts">The connect limit.</param>
    /// <param name="listener">Hears of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<DialedTransport> ConnectAsync(ConnectionKey key, EndPoint peer, InternetTimeouts timeouts, PhaseListener listener,
        CancellationToken cancellationToken)
    {
        var (host, port) = peer switch
        {
            IPEndPoint address => (address.Address.ToString(), address.Port),
            DnsEndPoint name => (name.Host, name.Port),
            _ => throw new ArgumentException("The peer is neither an address nor a name.", nameof(peer)),
        };
        using var limit = new PhaseLimit(timeouts.Connect, options.TimeProvider, cancellationToken);
        var phase = InternetPhase.Connecting;
        try
        {
            if (options.Connector is { } connector)
            {
                var stream = await connector(host, port, limit.Token).ConfigureAwait(false);
                return new DialedTransport(stream, (stream as NetworkStream)?.Socket, peer);
            }

            phase = InternetPhase.ResolvingName;
            var addresses = await ResolveAsync(key, host, listener, limit.Token).ConfigureAwait(false);
            phase = InternetPhase.Connecting;
            return await ConnectAnyAsync(key, addresses, port, listener, limit.Token).ConfigureAwait(false);
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

    private static async ValueTask<IPAddress[]> ResolveAsync(ConnectionKey key, string host, PhaseListener listener, CancellationToken cancellationToken)
    {
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

    private static async ValueTask<DialedTransport> ConnectAnyAsync(ConnectionKey key, IPAddress[] addresses, int port, PhaseListener listener,
        CancellationToken cancellationToken)
    {
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

        throw DialErrors.CannotConnect(key, last);
    }
}
