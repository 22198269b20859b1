using System.Net;
using System.Net.Sockets;

namespace HiPerf.Ftp;

/// <summary>What a link keeps from one data connection to the next.</summary>
internal sealed class FtpDataState
{
    private IPAddress? _peer;
    private bool _isPeerKnown;

    /// <summary>Whether MLSD was refused although it was offered: LIST is used.</summary>
    public bool AvoidsMlsd { get; set; }

    /// <summary>The bucket all transfers of the link draw from; null where speed has no limit.</summary>
    public FtpRate? Rate { get; private set; }

    /// <summary>The address to connect to without asking anybody; null where a connector or a proxy stands between.</summary>
    /// <exception cref="FtpException">The connection is closed: its socket tells no more.</exception>
    public IPAddress? DirectPeer(FtpControl control, CancellationToken cancellationToken)
    {
        if (_isPeerKnown)
        {
            return _peer;
        }

        try
        {
            _peer = control is { Socket.RemoteEndPoint: IPEndPoint real, Peer: IPEndPoint told } && real.Port == told.Port && Same(real.Address, told.Address) ? told.Address : null;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw control.Translate(e, cancellationToken);
        }

        _isPeerKnown = true;
        return _peer;
    }

    /// <summary>Makes the bucket where there is to be one.</summary>
    public FtpRate? UseRate(long bytesPerSecond, TimeProvider time) => bytesPerSecond == 0 ? null : Rate ??= new FtpRate(bytesPerSecond, time);

    /// <summary>Whether two addresses are one, an IPv4 address in either of its forms.</summary>
    public static bool Same(IPAddress one, IPAddress other) => Plain(one).Equals(Plain(other));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
