using System.Net.Sockets;
using System.Text;

namespace HiPerf.Server.Tests.Hosting;

/// <summary>What a request costs in memory, by the total of the process: client and server run in it, and the client is a bare socket with two arrays.</summary>
[Collection("alone")]
public sealed class AllocationTests
{
    private const int Rounds = 2000;
    private static readonly byte[] s_hot = Encoding.ASCII.GetBytes("GET /hello.txt HTTP/1.1\r\nHost: localhost\r\nUser-Agent: test\r\nAccept: */*\r\n\r\n");
    private static readonly byte[] s_notModified = Encoding.ASCII.GetBytes("GET /hello.txt HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n");
    private static readonly byte[] s_cold = Encoding.ASCII.GetBytes("GET /cold.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");

    [Fact]
    public async Task Hot_file_costs_nothing() => Assert.Equal(0, await MeasureAsync(s_hot));

    [Fact]
    public async Task Not_modified_costs_nothing() => Assert.Equal(0, await MeasureAsync(s_notModified));

    // What opening costs: the handle, the path in octets and as text, the link that tells where the handle lies.
    [Fact]
    public async Task Opened_file_costs_at_most_2_KiB() => Assert.InRange(await MeasureAsync(s_cold), 1, 2048);

    private static async Task<long> MeasureAsync(byte[] request)
    {
        await using var running = await RunningServer.StartAsync(static o => o with { Http = o.Http! with { MaxRequests = int.MaxValue } });
        _ = running.Folder.Add("cold.bin", new byte[100_000]);
        using var socket = Connect(running);
        var buffer = new byte[256 * 1024];
        var length = Exchange(socket, request, buffer, -1);
        for (var i = 0; i < Rounds; i++)
        {
            _ = Exchange(socket, request, buffer, length);
        }

        // The least of some batches, to the whole octet: what the runtime does beside (tiering, timers, this count itself) is some hundred octets
        // in a batch and hits some of them; what each request costs hits all.
        var least = long.MaxValue;
        for (var batch = 0; batch < 5; batch++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Rounds; i++)
            {
                _ = Exchange(socket, request, buffer, length);
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least / Rounds;
    }

    // Connected synchronously: a socket that was ever used asynchronously allocates in each synchronous call that has to wait.
    private static Socket Connect(RunningServer running)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(running.Server.EndPoints[0]);
        return socket;
    }

    // The first exchange finds out how long an answer is; heads of one request are all of the same length.
    private static int Exchange(Socket socket, byte[] request, byte[] buffer, int length)
    {
        _ = socket.Send(request);
        var read = 0;
        while (read < length || length < 0)
        {
            read += socket.Receive(buffer.AsSpan(read));
            if (length >= 0)
            {
                continue;
            }

            var end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                continue;
            }

            var head = Encoding.ASCII.GetString(buffer, 0, end);
            var field = head.Split("\r\n").FirstOrDefault(static l => l.StartsWith("Content-Length: ", StringComparison.Ordinal));
            length = end + 4 + (field is null ? 0 : int.Parse(field.AsSpan(16)));
        }

        return length;
    }
}

/// <summary>Tests that count the process's memory run while no other test does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class AloneDefinition;
