using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>What a Gopher server says, without any client of ours: one request out, all octets in.</summary>
internal static class GopherSocket
{
    public static Task<byte[]> AskAsync(GopherPeer peer, string request) => AskAsync(new IPEndPoint(peer.Address, peer.Port), request);

    /// <summary>Sends a request line, its end is added, and reads to the end.</summary>
    public static async Task<byte[]> AskAsync(IPEndPoint server, string request)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server, TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request + "\r\n"), TestContext.Current.CancellationToken);
        return await Content.ReadAllAsync(stream);
    }
}
