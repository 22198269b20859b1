using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>One bound end point: accepts, counts, shakes hands where TLS is spoken, and hands each connection to the handler.</summary>
internal sealed class EndPointListener(InternetServerOptions options, ServerEndPoint endPoint, IConnectionListener listener, ServerState state)
{
    private readonly SslServerAuthenticationOptions? _tls = endPoint.Protocol == ServerProtocol.Https ? TlsOptionsOf(endPoint) : null;

    public IPEndPoint EndPoint { get; } = (IPEndPoint)listener.EndPoint;

    public ServerProtocol Protocol => endPoint.Protocol;

    public ValueTask UnbindAsync() => listener.UnbindAsync();

    public ValueTask DisposeAsync() => listener.DisposeAsync();

    /// <summary>Accepts until unbound. An error, as of too many open files, is logged and waited out.</summary>
    public async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var connection = await listener.AcceptAsync().ConfigureAwait(false);
                if (connection is null) return;
                if (state.Gauge.TryEnter(connection.RemoteEndPoint))
                {
                    _ = ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Listener.ServeAsync(work.Connection), (Listener: this, Connection: connection), preferLocal: false);
                    continue;
                }

                ServerLog.TooManyConnections(state.Logger, connection.RemoteEndPoint);
                connection.Abort();
                await connection.DisposeAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // The loop outlives whatever one accept meets.
            catch (Exception e)
#pragma warning restore CA1031
            {
                ServerLog.AcceptFailed(state.Logger, EndPoint, e);
                if (!await state.PauseAsync().ConfigureAwait(false)) return;
            }
        }
    }

    private static SslServerAuthenticationOptions TlsOptionsOf(ServerEndPoint endPoint) => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(
            endPoint.Certificate ?? throw new ArgumentException("An end point for https needs a certificate.", nameof(endPoint)), additionalCertificates: null, offline: true),
#pragma warning disable CA5398 // The system decides between these; older versions are out of the question.
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
        ApplicationProtocols = [SslApplicationProtocol.Http11],
    };

    private async Task ServeAsync(ConnectionContext connection)
    {
        state.Connections[connection] = 0;
        try
        {
            var halfClose = connection.Features.Get<IConnectionSocketFeature>() is { } socket ? new SocketHalfClose(socket.Socket) : null;
            connection.Features.Set<IConnectionLifetimeNotificationFeature>(state.Stop);
            connection.Features.Set<IHalfClose>(halfClose);
            if (_tls is null) await state.Handler.OnConnectedAsync(connection).ConfigureAwait(false);
            else await ServeTlsAsync(connection, halfClose, _tls).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A handler that throws, a user's own for example, ends its own connection alone.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ServerLog.HandlerFailed(state.Logger, connection.ConnectionId, e);
            connection.Abort();
        }
        finally
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            _ = state.Connections.TryRemove(connection, out _);
            state.Gauge.Leave(connection.RemoteEndPoint);
        }
    }

    private async Task ServeTlsAsync(ConnectionContext connection, IHalfClose? halfClose, SslServerAuthenticationOptions tlsOptions)
    {
        TlsTransport tls;
        await state.Handshakes.WaitAsync(connection.ConnectionClosed).ConfigureAwait(false);
        try
        {
            tls = await TlsTransport.AcceptAsync(connection.Transport, halfClose, tlsOptions, options.HandshakeTimeout, state.Clock, state.Stop.ConnectionClosedRequested)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is InternetException or IOException or OperationCanceledException or AuthenticationException)
        {
            ServerLog.HandshakeFailed(state.Logger, connection.ConnectionId, e.Message);
            return;
        }
        finally
        {
            _ = state.Handshakes.Release();
        }

        var below = connection.Transport;
        await using (tls.ConfigureAwait(false))
        {
            connection.Transport = tls;
            connection.Features.Set(tls);
            connection.Features.Set<IHalfClose>(tls);
            await state.Handler.OnConnectedAsync(connection).ConfigureAwait(false);
            if (!connection.ConnectionClosed.IsCancellationRequested) await tls.ShutdownSendAsync().ConfigureAwait(false);
        }

        connection.Transport = below;
    }
}
