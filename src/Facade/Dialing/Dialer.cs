using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace HiPerf;

/// <summary>Makes connections for every scheme: look-up and TCP, or the session's connector, and the proxy's tunnel; under one limit, each failure
/// with its own error.</summary>
/// <remarks>Addresses are tried in the resolver's order, one at a time; the connect limit counts over all of them and over the proxy. TLS is the caller's
/// to lay over (<see cref="TlsHandshake"/>): some protocols begin it at once, others in the middle of a conversation. Most protocols use a
/// connection for many exchanges; Gopher makes one for each, so that what is allocated here is on the way of its requests.</remarks>
internal sealed class Dialer
{
    private readonly InternetSessionOptions _options;
    private readonly ProxySelector? _proxies;

    /// <param name="options">Validated options.</param>
    /// <param name="environment">Reads a variable of the environment; the process's own by default.</param>
    public Dialer(InternetSessionOptions options, Func<string, string?>? environment = null)
    {
        _options = options;

        // A connector has its own way to a host, and knows nothing of the environment's proxies.
        _proxies = options.Proxy.Mode == ProxyMode.Direct || (options.Proxy.Mode == ProxyMode.System && options.Connector is not null) ? null
            : new ProxySelector(options.Proxy, environment ?? Environment.GetEnvironmentVariable);
    }

    /// <summary>The key of connections to a host under the session's rules.</summary>
    /// <param name="scheme">The scheme in lower case.</param>
    /// <param name="host">The host in canonical form, an IPv6 address without brackets.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="usesTls">Whether TLS is spoken; under the session's rules then.</param>
    /// <exception cref="ProxyException">The environment names a proxy that is none.</exception>
    public ConnectionKey KeyOf(string scheme, string host, int port, bool usesTls) =>
        new(scheme, host, port, usesTls ? _options.Tls : null, _proxies?.Find(scheme, host, port));

    /// <summary>Connects to the key's host: through its proxy's tunnel, or to the proxy itself where that forwards or is logged in to.</summary>
    /// <exception cref="InternetException">NameNotResolved, CannotConnect, Timeout; or a <see cref="ProxyException"/>.</exception>
    public ValueTask<DialedTransport> ConnectAsync(ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener, CancellationToken cancellationToken) =>
        key.Proxy is { } proxy && !key.IsTunnelled
            ? DialAsync(key, proxy.Host, proxy.Port, timeouts, listener, cancellationToken)
            : DialAsync(key, key.Host, key.Port, timeouts, listener, cancellationToken);

    /// <summary>Connects to one peer and no other, on behalf of the key's connection: an FTP data connection goes where its control connection went,
    /// through the same proxy.</summary>
    /// <param name="key">What the connection belongs to.</param>
    /// <param name="peer">An <see cref="IPEndPoint"/>, which is not looked up, or a <see cref="DnsEndPoint"/>; as a rule <see cref="DialedTransport.PeerAt"/>.</param>
    /// <param name="timeouts">The connect limit.</param>
    /// <param name="listener">Hears of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <inheritdoc cref="ConnectAsync(ConnectionKey, InternetTimeouts, PhaseListener, CancellationToken)" path="/exception"/>
    public ValueTask<DialedTransport> ConnectAsync(ConnectionKey key, EndPoint peer, InternetTimeouts timeouts, PhaseListener listener,
        CancellationToken cancellationToken) => peer switch
        {
            IPEndPoint address => DialAsync(key, address.Address.ToString(), address.Port, timeouts, listener, cancellationToken),
            DnsEndPoint name => DialAsync(key, name.Host, name.Port, timeouts, listener, cancellationToken),
            _ => throw new ArgumentException("The peer is neither an address nor a name.", nameof(peer)),
        };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<DialedTransport> DialAsync(ConnectionKey key, string host, int port, InternetTimeouts timeouts, PhaseListener listener,
        CancellationToken cancellationToken)
    {
        var target = key.IsTunnelled ? new ProxyTarget(key.Proxy!, key.Scheme, host, port) : null;
        var tcp = new TcpConnector(key.Scheme, listener);
        using var limit = new PhaseLimit(timeouts.Connect, _options.TimeProvider, cancellationToken);
        try
        {
            return target is null
                ? await OpenAsync(key, tcp, host, port, limit.Token).ConfigureAwait(false)
                : await OpenTunnelAsync(key, tcp, target, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.HasFired)
        {
            throw key.Proxy is null ? DialErrors.Timeout(tcp.Phase, InternetTimeout.Connect, key, timeouts.Connect)
                : DialErrors.Timeout(InternetPhase.ConnectingProxy, InternetTimeout.Connect, key, timeouts.Connect);
        }
        catch (OperationCanceledException)
        {
            // The caller's own token, and not the linked one, is what the caller compares with.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    // To the host, or to a proxy: what is dialled at the proxy's own address fails as the proxy's failure.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<DialedTransport> OpenAsync(ConnectionKey key, TcpConnector tcp, string host, int port, CancellationToken cancellationToken)
    {
        try
        {
            if (_options.Connector is not { } connector)
            {
                return await tcp.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            }

            var stream = await connector(host, port, cancellationToken).ConfigureAwait(false);
            return new DialedTransport(stream, (stream as NetworkStream)?.Socket, new DnsEndPoint(host, port));
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            var error = e as InternetException ?? DialErrors.CannotConnect(key.Scheme, host, port, e);
            throw key.Proxy is { } proxy && proxy.Host == host && proxy.Port == port ? ProxyErrors.Unreachable(proxy, key.Scheme, error) : error;
        }
    }

    private async ValueTask<DialedTransport> OpenTunnelAsync(ConnectionKey key, TcpConnector tcp, ProxyTarget target, CancellationToken cancellationToken)
    {
        var proxy = target.Proxy;

        // Plain SOCKS4 knows no names: they are looked up before the proxy is bothered.
        var address = target.Address;
        if (proxy.Kind == ProxyKind.Socks4 && address is null)
        {
            var addresses = await tcp.ResolveAsync(target.Host, target.Port, cancellationToken).ConfigureAwait(false);
            address = Array.Find(addresses, static found => found.AddressFamily == AddressFamily.InterNetwork)
                ?? throw DialErrors.NameNotResolved(key.Scheme, target.Host, target.Port, null);
        }

        var transport = await OpenAsync(key, tcp, proxy.Host, proxy.Port, cancellationToken).ConfigureAwait(false);
        try
        {
            var stream = transport.Stream;
            switch (proxy.Kind)
            {
                case ProxyKind.Http:
                    stream = await HttpTunnel.OpenAsync(stream, target, _options.Http1Limits, cancellationToken).ConfigureAwait(false);
                    break;
                case ProxyKind.Socks5:
                    await Socks5Tunnel.OpenAsync(stream, target, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    await Socks4Tunnel.OpenAsync(stream, target, address, cancellationToken).ConfigureAwait(false);
                    break;
            }

            return new DialedTransport(stream, transport.Socket, target.Peer);
        }
        catch (Exception e)
        {
            await transport.Stream.DisposeAsync().ConfigureAwait(false);
            if (e is EndOfStreamException)
            {
                throw ProxyErrors.Truncated(target);
            }

            if (e is SocketException or (IOException and not InternetException))
            {
                throw ProxyErrors.Broken(target, e);
            }

            throw;
        }
    }
}
