using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Cli.Tests.Verbs;

/// <summary>A peer that answers its first connection with given octets, then closes it; with none it keeps it open and silent.</summary>
internal sealed class OneAnswer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public OneAnswer(string? answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync(string? answer)
    {
        try
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
            NetworkStream stream = client.GetStream();
            var request = new byte[4096];
            int length = 0;
            while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                length += await stream.ReadAsync(request.AsMemory(length), _end.Token);
            }

            if (answer is null)
            {
                await stream.ReadExactlyAsync(request, _end.Token);
            }
            else
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client closed first, or the test is over.
        }
    }
}
