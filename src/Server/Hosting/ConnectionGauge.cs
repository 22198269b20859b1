using System.Net;

namespace HiPerf.Server;

/// <summary>Counts connections, in all and by address, against their limits; tells when none is left.</summary>
internal sealed class ConnectionGauge(int maxConnections, int maxPerAddress)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private TaskCompletionSource? _empty;
    private int _count;

    /// <summary>Counts one in, unless there are too many.</summary>
    public bool TryEnter(EndPoint? peer)
    {
        var address = AddressOf(peer);
        lock (_lock)
        {
            var here = _byAddress.GetValueOrDefault(address);
            if (_count >= maxConnections || here >= maxPerAddress)
            {
                return false;
            }

            _byAddress[address] = here + 1;
            _count++;
            return true;
        }
    }

    /// <summary>Counts one out.</summary>
    public void Leave(EndPoint? peer)
    {
        var address = AddressOf(peer);
        lock (_lock)
        {
            var here = _byAddress[address];
            if (here == 1)
            {
                _ = _byAddress.Remove(address);
            }
            else
            {
                _byAddress[address] = here - 1;
            }

            if (--_count == 0)
            {
                _empty?.TrySetResult();
            }
        }
    }

    /// <summary>Completes when none is left.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            _empty ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _empty.Task;
        }
    }

    private static IPAddress AddressOf(EndPoint? peer) =>
        peer is not IPEndPoint { Address: var address } ? IPAddress.None : address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
