using System.Net;
using System.Net.Sockets;
using System.Text;
using HiPerf.Transport;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>What a command and a session cost in memory, by the total of the process: the client is a bare socket with two arrays.</summary>
[Collection("alone")]
public sealed class FtpAllocationTests
{

    [Theory]
    [InlineData("NOOP\r\n", "200 Done.\r\n")]
    [InlineData("TYPE I\r\n", "200 Done.\r\n")]
    [InlineData("REST 10\r\n", "350 RETR comes next.\r\n")]
    [InlineData("SIZE hello.txt\r\n", "213 5\r\n")]
    [InlineData("XYZZY\r\n", "500 Command not known.\r\n")]
    public async Task Command_costs_nothing(string command, string reply)
    {
        // By this clock the file is old enough to be kept in memory once it was sent.
        await using var running = await RunningFtpServer.StartAsync(clock: new ManualClock(DateTimeOffset.UtcNow.AddDays(1)));
        _ = running.Folder.Add("hello.txt", "hello");
        using var socket = running.LogIn();
        Transfer(running, socket);
        var (sent, read) = (Encoding.ASCII.GetBytes(command), new byte[reply.Length]);
        Assert.Equal(0, Measure(2000, () => Exchange(socket, sent, read)));
        Assert.Equal(reply, Encoding.ASCII.GetString(read));
    }

    // What no transfer can do without: the socket that is accepted, its handle and addresses. The client's own are of the same size.
    [Fact]
    public async Task Transfer_of_a_small_file_costs_at_most_4_KiB_with_both_ends()
    {
        await using var running = await RunningFtpServer.StartAsync();
        _ = running.Folder.Add("hello.txt", "hello");
        using var socket = running.LogIn();
        Assert.InRange(Measure(300, () => Transfer(running, socket)), 1, 4096);
    }

    [Fact]
    public async Task Idle_session_costs_at_most_8_KiB()
    {
        const int Sessions = 200;
        await using var running = await RunningFtpServer.StartAsync();
        var sockets = Enumerable.Range(0, 20).Select(_ => running.LogIn()).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Sessions; i++)
        {
            sockets.Add(running.LogIn());
        }

        // The client's end is a part of it.
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange((after - before) / Sessions, 0, 8 * 1024);
        sockets.ForEach(static socket => socket.Dispose());
    }

    // The least of some batches, to the whole octet: what the runtime does beside hits some of them; what each round costs hits all.
    private static long Measure(int rounds, Action round)
    {
        for (var i = 0; i < rounds; i++)
        {
            round();
        }

        var least = long.MaxValue;
        for (var batch = 0; batch < 5; batch++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < rounds; i++)
            {
                round();
            }

            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least / rounds;
    }

    private static void Exchange(Socket socket, byte[] command, byte[] reply)
    {
        _ = socket.Send(command);
        for (var read = 0; read < reply.Length;)
        {
            read += socket.Receive(reply.AsSpan(read));
        }
    }

    private static readonly byte[] s_epsv = "EPSV\r\n"u8.ToArray();
    private static readonly byte[] s_retr = "RETR hello.txt\r\n"u8.ToArray();
    private static readonly byte[] s_buffer = new byte[256];

    private static void Transfer(RunningFtpServer running, Socket socket)
    {
        _ = socket.Send(s_epsv);
        var length = ReadReplies(socket, 1);
        var text = s_buffer.AsSpan(39, length - 39);
        var port = int.Parse(text[..text.IndexOf((byte)'|')]);
        using var data = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        data.Connect(new IPEndPoint(running.Control.Address, port));
        _ = socket.Send(s_retr);
        while (data.Receive(s_buffer) > 0)
        {
        }

        _ = ReadReplies(socket, 2);
    }

    private static int ReadReplies(Socket socket, int lines)
    {
        var length = 0;
        while (s_buffer.AsSpan(0, length).Count((byte)'\n') < lines)
        {
            length += socket.Receive(s_buffer.AsSpan(length));
        }

        return length;
    }
}
