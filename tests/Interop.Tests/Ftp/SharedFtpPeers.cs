using System.Collections.Concurrent;
using HiPerf.Interop.Tests.Ftp;
using HiPerf.Interop.Tests.Peers;

[assembly: AssemblyFixture(typeof(SharedFtpPeers))]

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>One server of each kind and security for all tests: each begins when the first test asks for it, and ends with the last test.</summary>
public sealed class SharedFtpPeers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(FtpServer Server, FtpPeerTls Tls, bool Ipv6), Lazy<Task<FtpPeer>>> _peers = new();

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<FtpPeer>> peer in _peers.Values.Where(peer => peer.Value.IsCompletedSuccessfully))
        {
            await (await peer.Value).DisposeAsync();
        }
    }

    internal Task<FtpPeer> GetAsync(FtpServer server, FtpPeerTls tls, bool ipv6 = false) =>
        _peers.GetOrAdd((server, tls, ipv6), static key => new Lazy<Task<FtpPeer>>(() => FtpPeers.StartAsync(key.Server, key.Tls, key.Ipv6))).Value;
}
