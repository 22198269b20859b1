using System.Collections.Concurrent;
using HiPerf.Interop.Tests.Gopher;
using HiPerf.Interop.Tests.Peers;

[assembly: AssemblyFixture(typeof(SharedGopherPeers))]

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>One server of each kind over one folder for all tests, which only read: each begins when the first test asks for it, and ends with the last test.</summary>
public sealed class SharedGopherPeers : IAsyncDisposable
{
    private readonly Lazy<Task<GopherTree>> _tree = new(GopherTree.MakeAsync);
    private readonly ConcurrentDictionary<(GopherServer Server, bool Ipv6), Lazy<Task<GopherPeer>>> _peers = new();

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<GopherPeer>> peer in _peers.Values.Where(peer => peer.Value.IsCompletedSuccessfully))
        {
            await (await peer.Value).DisposeAsync();
        }

        if (_tree is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await _tree.Value).DisposeAsync();
        }
    }

    internal async Task<GopherPeer> GetAsync(GopherServer server, bool ipv6 = false)
    {
        GopherTree tree = await _tree.Value;
        return await _peers.GetOrAdd((server, ipv6), key => new Lazy<Task<GopherPeer>>(() => GopherPeers.StartAsync(key.Server, tree.Root, key.Ipv6))).Value;
    }
}
