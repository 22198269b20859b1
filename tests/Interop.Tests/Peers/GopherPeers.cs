using System.Net;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Which Gopher server there is, as rows for theories.</summary>
internal static class GopherPeers
{
    public static TheoryData<GopherServer> All { get; } = [.. Enum.GetValues<GopherServer>()];

    /// <summary>Starts one over a folder; it is up when this returns.</summary>
    public static Task<GopherPeer> StartAsync(GopherServer server, string root, bool ipv6 = false)
    {
        GopherPeer peer = server == GopherServer.Gophernicus ? new GophernicusPeer(root, ipv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback) : new PygopherdPeer(root);
        return peer.StartAsync();
    }
}
