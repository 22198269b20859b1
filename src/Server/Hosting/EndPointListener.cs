using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>One bound end point: accepts, counts, shakes hands where TLS is spoken, and hands each connection to the handler.</summary>
internal sealed class EndPointListener(InternetServerOptions options, ServerEndPoint endPoint, IConnectionListener listener, ConnectionHandler handler, ServerState state)
{
    private readonly SslServerAuthenticationOptions? _tls = endPoint.Protocol switch
    {
        ServerProtocol.Https => TlsOptionsOf(endPoint, "https", [SslApplicationProtocol.Http11]),
        ServerProtocol.Gophers => TlsOptionsOf(endPoint, "gophers", null),
        _ => null,
    };

    private readonly TimeSpan _lingerTimeout = (endPoint.Protocol == ServerProtocol.Gophers ? options.Gopher?.LingerTimeout : options.Http?.LingerTimeout) ?? default;

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
                if (connection is null)
                {
                    return;
                }

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
                if (!await state.PauseAsync().ConfigureAwait(false))
                {
                    return;
                }
            }
        }
    }

    private static SslServerAuthenticationOptions TlsOptionsOf(ServerEndPoint endPoint, string scheme, List<SslApplicationProtocol>? protocols) => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(
            endPoint.Certificate ?? throw new ArgumentException($"An end point for {scheme} needs a certificate.", nameof(endPoint)), additionalCertificates: null, offline: true),
#pragma warning disable CA5398 // The system decides between these; older versions are out of the question.
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
        ApplicationProtocols = protocols,
    };

    private async Task ServeAsync(ConnectionContext connection)
    {
        try
        {
            state.Add(connection);
            var halfClose = connection.Features.Get<IConnectionSocketFeature>() is { } socket ? new SocketHalfClose(socket.Socket) : null;
            connection.Features.Set<IConnectionLifetimeNotificationFeature>(state.Stop);
            connection.Features.Set<IHalfClose>(halfClose);
            if (_tls is null)
            {
                await handler.OnConnectedAsync(connection).ConfigureAwait(false);
            }
            else
            {
                await ServeTlsAsync(connection, halfClose, _tls).ConfigureAwait(false);
            }
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
            await DisposeAsync(connection).ConfigureAwait(false);
            state.Remove(connection);
        }
    }

    private async ValueTask DisposeAsync(ConnectionContext connection)
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is counted out all the same: a stop waits for the last one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            ServerLog.HandlerFailed(state.Logger, connection.ConnectionId, e);
        }
    }

    private async Task ServeTlsAsync(ConnectionContext connection, IHalfClose? halfClose, SslServerAuthenticationOptions tlsOptions)
    {
        if (await ShakeHandsAsync(connection, halfClose, tlsOptions).ConfigureAwait(false) is not { } tls)
        {
            return;
        }

        var below = connection.Transport;
        await using (tls.ConfigureAwait(false))
        {
            connection.Transport = tls;
            connection.Features.Set(tls);
            connection.Features.Set<IHalfClose>(tls);
            await handler.OnConnectedAsync(connection).ConfigureAwait(false);

            // A client that takes nothing does not take close_notify either.
            using var limit = new Deadline(state.Clock, static connection => ((ConnectionContext)connection!).Abort(), connection);
            _ = limit.Start(InternetTimeout.Send, InternetPhase.Closing, _lingerTimeout);
            if (!connection.ConnectionClosed.IsCancellationRequested)
            {
                await tls.ShutdownSendAsync().ConfigureAwait(false);
            }
        }

        connection.Transport = below;
    }

    // The wait for a place counts to the handshake's time: those who stall in all places delay the others no longer than that.
    private async Task<TlsTransport?> ShakeHandsAsync(ConnectionContext connection, IHalfClose? halfClose, SslServerAuthenticationOptions tlsOptions)
    {
        using var limit = new CancellationTokenSource(options.HandshakeTimeout, state.Clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, connection.ConnectionClosed, state.Stop.ConnectionClosedRequested);
        try
        {
            await state.Handshakes.WaitAsync(ended.Token).ConfigureAwait(false);
            try
            {
                return await TlsTransport.AcceptAsync(connection.Transport, halfClose, tlsOptions, options.HandshakeTimeout, state.Clock, ended.Token)
                    .ConfigureAwait(false);
            }
            finally
            {
                _ = state.Handshakes.Release();
            }
        }
        catch (Exception e) when (e is InternetException or IOException or OperationCanceledException or AuthenticationException)
        {
            ServerLog.HandshakeFailed(state.Logger, connection.ConnectionId, e.Message);

            // Octets it does not take must not hold a connection whose time is over; an alert about a failure may still reach it.
            if (ended.IsCancellationRequested)
            {
                connection.Abort();
            }

            return null;
        }
    }
}
