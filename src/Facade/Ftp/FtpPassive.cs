using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>Data connections that this side makes: asks for a port by EPSV or PASV, and connects to it at the control connection's peer and nowhere else.</summary>
/// <remarks>RFC 2428 section 3, RFC 959 section 4.1.2; catalogue FC-01, FC-02. The address in a 227 is read past.</remarks>
internal static class FtpPassive
{
    /// <summary>Queues the question that the host is known to understand.</summary>
    public static void Ask(FtpLink link) => link.Control.Write(AsksExtended(link) ? FtpCommand.Epsv : FtpCommand.Pasv);

    /// <summary>Reads the answer; asks by PASV where EPSV was refused or answered with nonsense.</summary>
    /// <returns>The port; 0 where the server knows no passive mode, which is remembered.</returns>
    /// <exception cref="FtpException">It was refused for another reason; or a 227 tells no port.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<int> ReadPortAsync(FtpLink link, CancellationToken cancellationToken)
    {
        var control = link.Control;
        while (true)
        {
            var code = await control.ReceiveAsync(cancellationToken).ConfigureAwait(false);
            var isExtended = control.Answer.Command == FtpCommand.Epsv;
            var port = isExtended ? ExtendedPort(control, code) : PassivePort(control, code);
            if (port > 0)
            {
                return port;
            }

            if (!isExtended || IsIPv6(link))
            {
                link.Memory.AvoidsPassive = true;
                return 0;
            }

            link.Memory.AvoidsExtendedPassive = true;
            control.Write(FtpCommand.Pasv);
        }
    }

    /// <summary>Connects to a port of the control connection's peer.</summary>
    public static ValueTask<FtpDataPort> ConnectAsync(FtpLink link, int port, CancellationToken cancellationToken) =>
        link.Data.DirectPeer(link.Control, cancellationToken) is { } address
            ? ConnectDirectlyAsync(link, new IPEndPoint(address, port), cancellationToken)
            : DialAsync(link, port, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<FtpDataPort> ConnectDirectlyAsync(FtpLink link, IPEndPoint peer, CancellationToken cancellationToken)
    {
        var control = link.Control;
        var socket = Open(control, peer, cancellationToken);
        var channel = new FtpDataChannel(socket);
        var guard = control.Guard(cancellationToken);
        try
        {
            control.Data = channel;
            link.Listener.Raise(PhaseEventKind.Connecting, peer);
            var connecting = socket.ConnectAsync(peer, CancellationToken.None);
            if (!connecting.IsCompleted)
            {
                _ = control.Deadline.Start(InternetTimeout.Connect, InternetPhase.Connecting, link.Timeouts.Connect);
            }

            await connecting.ConfigureAwait(false);
            FtpDataErrors.ThrowIfFired(control);
            link.Listener.Raise(PhaseEventKind.Connected, peer);
            return new FtpDataPort(channel);
        }
        catch (Exception e)
        {
            channel.Dispose();
            _ = control.Deadline.Stop();
            throw FtpDataErrors.NotConnected(control, e, peer, cancellationToken);
        }
        finally
        {
            _ = guard.Unregister();
        }
    }

    private static Socket Open(FtpControl control, IPEndPoint peer, CancellationToken cancellationToken)
    {
        try
        {
            return new Socket(peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        }
        catch (SocketException e)
        {
            // There are too many already.
            throw FtpDataErrors.NotConnected(control, e, peer, cancellationToken);
        }
    }

    private static async ValueTask<FtpDataPort> DialAsync(FtpLink link, int port, CancellationToken cancellationToken)
    {
        EndPoint peer = link.Control.Peer is IPEndPoint address ? new IPEndPoint(address.Address, port) : new DnsEndPoint(((DnsEndPoint)link.Control.Peer).Host, port);
        try
        {
            var channel = new FtpDataChannel(await link.Dialer.ConnectAsync(link.Key, peer, link.Timeouts, link.Listener, cancellationToken).ConfigureAwait(false));
            link.Control.Data = channel;
            return new FtpDataPort(channel);
        }
        catch (InternetException e)
        {
            throw FtpErrors.FromTransport(e, InternetPhase.Connecting, link.Key);
        }
    }

    private static bool AsksExtended(FtpLink link) => !link.Memory.AvoidsExtendedPassive || IsIPv6(link);

    private static bool IsIPv6(FtpLink link) =>
        link.Control.Peer is IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6, Address.IsIPv4MappedToIPv6: false };

    private static int ExtendedPort(FtpControl control, int code)
    {
        if (code < 400)
        {
            return code == 229 && HostPortParser.ParseExtendedPassive(control.Reply.LastText.In(control.ReplyOctets), out var value).IsDone ? value.Port : 0;
        }

        return IsNotKnown(code) ? 0 : throw control.Refused(InternetPhase.Connecting);
    }

    private static int PassivePort(FtpControl control, int code)
    {
        if (code >= 400)
        {
            return IsNotKnown(code) ? 0 : throw control.Refused(InternetPhase.Connecting);
        }

        var result = HostPortParser.ParsePassive(control.Reply.LastText.In(control.ReplyOctets), out var value);
        return result.IsDone ? value.Port : throw FtpErrors.Protocol(result, InternetPhase.Connecting, control.Key, "PASV");
    }

    // Whoever must log in first, or wants data protected, knows the command: another one would be answered alike.
    private static bool IsNotKnown(int code) => code >= 500 && code is not (521 or 530 or 532 or 533 or 534);
}
