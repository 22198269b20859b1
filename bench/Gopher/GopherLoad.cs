using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HiPerf.Bench.Gopher;

/// <summary>The load on a server: clients that each connect, send one line, read to the end, close, and do it again, each on a thread of its own.</summary>
/// <remarks>Blocking sockets: asynchronous ones take half as long again, which hides how fast a server is. The server closes first, as Gopher has it: the side that waits out stray segments (TIME_WAIT) is the
/// server's, and a client's port is free again at once.</remarks>
internal sealed class GopherLoad(int port, byte[] request, int clients)
{
    private readonly IPEndPoint _server = new(IPAddress.Loopback, port);
    private readonly byte[][] _buffers = [.. Enumerable.Range(0, clients).Select(_ => new byte[64 * 1024])];
    private int _left;

    /// <summary>Fetches once.</summary>
    public byte[] Fetch() => _buffers[0][..Fetch(_buffers[0])];

    /// <summary>Fetches a number of times and tells how long it took.</summary>
    /// <param name="count">By all clients together.</param>
    /// <param name="length">Octets each answer must have.</param>
    public async Task<TimeSpan> TimeAsync(int count, int length)
    {
        _left = count;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(_buffers.Select(buffer => Task.Factory.StartNew(
            () => Run(buffer, length),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start);
    }

    private void Run(byte[] buffer, int length)
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            int read = Fetch(buffer);
            if (read != length)
            {
                throw new InvalidOperationException($"{read} octets arrived where {length} are due.");
            }
        }
    }

    private int Fetch(byte[] buffer)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(_server);
        _ = socket.Send(request);
        int length = 0;
        int read;
        while ((read = socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None)) > 0)
        {
            length += read;
        }

        return length;
    }
}
