using System.Net;
using System.Net.Sockets;

namespace HiPerf.Server;

/// <summary>One socket that listens for data connections, lent to one session at a time.</summary>
internal sealed class PassivePort : IDisposable
{
    private const int MaxDrained = 1024;

    // Room for the one connection that is meant, and for some that are not: those are closed when the next is accepted.
    private const int Backlog = 16;

    private readonly Socket _listener;

    private PassivePort(Socket listener)
    {
        _listener = listener;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    /// <summary>When it was lent, a timestamp of the pool's clock.</summary>
    public long LentAt { get; set; }

    /// <summary>Who holds it, null when it is free.</summary>
    public object? Holder { get; set; }

    /// <summary>Binds and listens.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static PassivePort Open(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            socket.Blocking = false;
            return new PassivePort(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection that is there already; those of other peers are closed.</summary>
    public Socket? TryAccept(IPAddress peer)
    {
        while (_listener.Poll(0, SelectMode.SelectRead))
        {
            Socket connection;
            try
            {
                connection = _listener.Accept();
            }
            catch (SocketException)
            {
                // It was gone again before it was taken.
                return null;
            }

            if (IsFrom(connection, peer))
            {
                return connection;
            }

            connection.Dispose();
        }

        return null;
    }

    /// <summary>Waits for a connection; those of other peers are closed.</summary>
    public async Task<Socket> AcceptAsync(IPAddress peer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
            if (IsFrom(connection, peer))
            {
                return connection;
            }

            connection.Dispose();
        }
    }

    /// <summary>Closes whatever has connected and was never taken.</summary>
    public void Drain()
    {
        // Bounded, though a stranger may connect without pause.
        for (var i = 0; i < MaxDrained && _listener.Poll(0, SelectMode.SelectRead); i++)
        {
            try
            {
                _listener.Accept().Dispose();
            }
            catch (SocketException)
            {
                // It was gone again, or there are too many sockets: the next one is tried.
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>An address as it is compared: an IPv4 address that is mapped to IPv6 is that IPv4 address.</summary>
    public static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsFrom(Socket connection, IPAddress peer)
    {
        try
        {
            return connection.RemoteEndPoint is IPEndPoint from && Unmapped(from.Address).Equals(peer);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
