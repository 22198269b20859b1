using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace HiPerf.Bench.Gopher;

/// <summary>The floor: an asynchronous socket a job, connected, one line sent, read to the end, closed. It looks at nothing.</summary>
internal sealed class RawGopherContestant(int port) : GopherClientContestant("raw")
{
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly IPEndPoint _server = new(IPAddress.Loopback, port);
    private readonly Dictionary<GopherClientJob, long> _lengths = [];

    public override ValueTask DisposeAsync() => default;

    private protected override async Task RunAsync(GopherClientJob job, int count)
    {
        for (int i = 0; i < count; i++)
        {
            long length = await FetchAsync(job.Request).ConfigureAwait(false);
            if (!_lengths.TryAdd(job, length))
            {
                Expect(length, _lengths[job]);
            }
        }
    }

    // Pooled, so that the sockets are all it allocates.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<long> FetchAsync(ReadOnlyMemory<byte> request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_server).ConfigureAwait(false);
        _ = await socket.SendAsync(request).ConfigureAwait(false);
        long sum = 0;
        int read;
        while ((read = await socket.ReceiveAsync(_buffer).ConfigureAwait(false)) > 0)
        {
            sum += read;
        }

        return sum;
    }
}
