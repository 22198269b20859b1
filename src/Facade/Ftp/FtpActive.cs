using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>A port of this side to which the server connects for data. Only the control connection's peer is let in; the first one is taken, and the port closed.</summary>
/// <remarks>RFC 959 section 5.3.2, RFC 2428 section 2; catalogue FC-03. A stranger is closed at once, and the waiting goes on.</remarks>
internal sealed class FtpActive : IDisposable
{
    // Strangers may stand in the queue before the server does.
    private const int Backlog = 64;

    private readonly Socket _listener;
    private readonly IPAddress _peer;

    private FtpActive(Socket listener, IPAddress peer)
    {
        _listener = listener;
        _peer = peer;
    }

    /// <summary>Listens where the control connection stands, and tells the server by EPRT, or PORT where it does not know that.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<FtpActive> OfferAsync(FtpLink link, CancellationToken cancellationToken)
    {
        var control = link.Control;
        if (link.Data.DirectPeer(control, cancellationToken) is not { } peer || LocalOf(control, cancellationToken) is not { } local)
        {
            throw FtpDataErrors.NoActive(control.Key);
        }

        var address = local.Address.IsIPv4MappedToIPv6 ? local.Address.MapToIPv4() : local.Address;
        var port = Listen(address, peer, control);
        try
        {
            control.Data = port;
            var offered = HostPort.From(address.GetAddressBytes(), ((IPEndPoint)port._listener.LocalEndPoint!).Port);
            if (!offered.IsIPv4 || !link.Memory.AvoidsExtendedPort)
            {
                Write(control, offered, isExtended: true);
                var code = await control.ReceiveAsync(cancellationToken).ConfigureAwait(false);
                if (code < 400)
                {
                    return port;
                }

                if (code < 500 || code == 530 || !offered.IsIPv4)
                {
                    throw control.Refused(InternetPhase.Connecting);
                }

                link.Memory.AvoidsExtendedPort = true;
            }

            Write(control, offered, isExtended: false);
            return await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) < 400 ? port : throw control.Refused(InternetPhase.Connecting);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the server.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<FtpDataChannel> AcceptAsync(FtpLink link, CancellationToken cancellationToken)
    {
        var control = link.Control;
        var guard = control.Guard(cancellationToken);
        try
        {
            _ = control.Deadline.Start(InternetTimeout.Connect, InternetPhase.Connecting, link.Options.AcceptTimeout);
            while (true)
            {
                var socket = await _listener.AcceptAsync(CancellationToken.None).ConfigureAwait(false);
                if (socket.RemoteEndPoint is IPEndPoint from && FtpDataState.Same(from.Address, _peer))
                {
                    var channel = new FtpDataChannel(socket);
                    control.Data = channel;
                    Dispose();
                    FtpDataErrors.ThrowIfFired(control);
                    link.Listener.Raise(PhaseEventKind.Connected, from);
                    return channel;
                }

                socket.Dispose();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw control.Translate(e, cancellationToken);
        }
        finally
        {
            _ = guard.Unregister();
        }
    }

    public void Dispose() => _listener.Dispose();

    private static IPEndPoint? LocalOf(FtpControl control, CancellationToken cancellationToken)
    {
        try
        {
            return control.Socket?.LocalEndPoint as IPEndPoint;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw control.Translate(e, cancellationToken);
        }
    }

    private static FtpActive Listen(IPAddress address, IPAddress peer, FtpControl control)
    {
        Socket? listener = null;
        try
        {
            listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(address, 0));
            listener.Listen(Backlog);
            return new FtpActive(listener, peer);
        }
        catch (SocketException e)
        {
            listener?.Dispose();
            throw FtpDataErrors.NotConnected(control, e, new IPEndPoint(address, 0), CancellationToken.None);
        }
    }

    private static void Write(FtpControl control, in HostPort offered, bool isExtended)
    {
        Span<byte> argument = stackalloc byte[HostPortWriter.MaxLength];
        _ = isExtended ? HostPortWriter.TryWriteExtended(argument, in offered, out var written) : HostPortWriter.TryWrite(argument, in offered, out written);
        control.Write(isExtended ? FtpCommand.Eprt : FtpCommand.Port, argument[..written]);
    }
}
