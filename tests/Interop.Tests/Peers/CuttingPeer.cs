using System.Net;
using System.Net.Sockets;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Promises more octets than it sends, then closes: the peer no real server likes to be.</summary>
internal sealed class CuttingPeer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _served;

    public CuttingPeer()
    {
        _listener.Start();
        _served = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public void Dispose()
    {
        _listener.Stop();
        _served.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
    }

    private async Task ServeAsync()
    {
        using Socket socket = await _listener.AcceptSocketAsync();
        byte[] request = new byte[4096];
        _ = await socket.ReceiveAsync(request);
        await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"u8.ToArray());
        socket.Shutdown(SocketShutdown.Both);
    }
}
