using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace HiPerf.Server;

/// <summary>The listening sockets for data connections, kept for the next transfer: binding a port anew for each costs ever more as closed connections linger.</summary>
/// <remarks>A session holds at most one. Which free one it gets is random (RFC 2577 section 8); what had connected to it before is closed first. One that was lent
/// longer than the time to connect may be taken back from a session that never used it.</remarks>
internal sealed class PassivePorts(FtpFolderOptions options, TimeProvider clock) : IDisposable
{
    // So many are opened before one is used again: a port that is seldom the same is harder to guess.
    private const int Spread = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, List<PassivePort>> _free = [];
    private readonly Dictionary<IPAddress, List<PassivePort>> _lent = [];
    private bool _isDisposed;

    /// <summary>Ports that are lent now.</summary>
    public int LentCount
    {
        get
        {
            lock (_lock)
            {
                return _lent.Values.Sum(static ports => ports.Count);
            }
        }
    }

    /// <summary>Lends a port.</summary>
    /// <param name="address">The address of this machine to listen on.</param>
    /// <param name="holder">The session.</param>
    /// <returns>The port; null when all are in use.</returns>
    public PassivePort? TryLend(IPAddress address, object holder)
    {
        PassivePort? port;
        lock (_lock)
        {
            port = _isDisposed ? null : Take(address);
            if (port is null)
            {
                return null;
            }

            port.Holder = holder;
            port.LentAt = clock.GetTimestamp();
            PortsOf(_lent, address).Add(port);
        }

        port.Drain();
        return port;
    }

    /// <summary>Says that a session's transfer begins: the port is not taken back from now on.</summary>
    /// <returns>The time that is left to connect; zero or less when it is over or the port was taken back.</returns>
    public TimeSpan Claim(PassivePort port, object holder)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(port.Holder, holder))
            {
                return TimeSpan.Zero;
            }

            var left = options.AcceptTimeout - clock.GetElapsedTime(port.LentAt);
            port.LentAt = long.MaxValue;
            return left;
        }
    }

    /// <summary>Takes a port back, if it is still this session's.</summary>
    public void Return(IPAddress address, PassivePort port, object holder)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(port.Holder, holder))
            {
                return;
            }

            port.Holder = null;
            _ = PortsOf(_lent, address).Remove(port);
            if (_isDisposed)
            {
                port.Dispose();
            }
            else
            {
                PortsOf(_free, address).Add(port);
            }
        }
    }

    /// <summary>Closes those that are free, and the others when they come back.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var port in _free.Values.SelectMany(static ports => ports))
            {
                port.Dispose();
            }

            _free.Clear();
        }
    }

    private static List<PassivePort> PortsOf(Dictionary<IPAddress, List<PassivePort>> ports, IPAddress address)
    {
        if (!ports.TryGetValue(address, out var list))
        {
            ports[address] = list = [];
        }

        return list;
    }

    private PassivePort? Take(IPAddress address)
    {
        var (free, lent) = (PortsOf(_free, address), PortsOf(_lent, address));
        var most = options.FirstPassivePort == 0 ? options.MaxPassivePorts : Math.Min(options.MaxPassivePorts, options.LastPassivePort - options.FirstPassivePort + 1);
        var total = free.Count + lent.Count;
        if ((free.Count == 0 || total < Math.Min(Spread, most)) && total < most && TryOpen(address, free, lent) is { } opened)
        {
            return opened;
        }

        return free.Count > 0 ? TakeAt(free, RandomNumberGenerator.GetInt32(free.Count)) : TakeOverdue(lent);
    }

    private PassivePort? TryOpen(IPAddress address, List<PassivePort> free, List<PassivePort> lent)
    {
        if (options.FirstPassivePort == 0)
        {
            return TryOpen(address, 0);
        }

        var count = options.LastPassivePort - options.FirstPassivePort + 1;
        var start = RandomNumberGenerator.GetInt32(count);
        for (var i = 0; i < count; i++)
        {
            var port = options.FirstPassivePort + ((start + i) % count);
            if (!free.Exists(open => open.Port == port) && !lent.Exists(open => open.Port == port) && TryOpen(address, port) is { } opened)
            {
                return opened;
            }
        }

        return null;
    }

    private static PassivePort? TryOpen(IPAddress address, int port)
    {
        try
        {
            return PassivePort.Open(address, port);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static PassivePort TakeAt(List<PassivePort> ports, int index)
    {
        var port = ports[index];
        ports[index] = ports[^1];
        ports.RemoveAt(ports.Count - 1);
        return port;
    }

    private PassivePort? TakeOverdue(List<PassivePort> lent)
    {
        var now = clock.GetTimestamp();
        var index = lent.FindIndex(port => port.LentAt <= now && clock.GetElapsedTime(port.LentAt, now) >= options.AcceptTimeout);
        return index < 0 ? null : TakeAt(lent, index);
    }
}
