using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Takes one request with a Content-Length, keeps its head and content, answers 204 and closes.</summary>
internal sealed class CapturingPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task<(string Head, byte[] Content)> _captured;

    public CapturingPeer()
    {
        _listener.Start();
        _captured = CaptureAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    /// <summary>What was sent.</summary>
    public Task<(string Head, byte[] Content)> Captured => _captured.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>A field value of the head.</summary>
    public static string Field(string head, string name) =>
        head.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await ((Task)_captured).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<(string Head, byte[] Content)> CaptureAsync()
    {
        using Socket socket = await _listener.AcceptSocketAsync();
        var octets = new MemoryStream();
        int head = -1;
        int length = 0;
        byte[] buffer = new byte[16 * 1024];
        while (head < 0 || octets.Length < head + length)
        {
            int read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                throw new InvalidOperationException("The request ended early.");
            }

            octets.Write(buffer, 0, read);
            if (head < 0 && octets.ToArray().AsSpan().IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                head = end + 4;
                length = int.Parse(Field(Encoding.Latin1.GetString(octets.ToArray(), 0, head), "Content-Length"));
            }
        }

        await socket.SendAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());
        socket.Shutdown(SocketShutdown.Both);
        byte[] all = octets.ToArray();
        return (Encoding.Latin1.GetString(all, 0, head), all[head..]);
    }
}
