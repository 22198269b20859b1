using System.Net;
using System.Net.Sockets;
using HiPerf.Facade.Tests.Http;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>What commands cost in memory. Counted over the process, so nothing else may run beside it.</summary>
[Collection(nameof(AllocationTests))]
public class FtpCommandAllocationTests
{
    private const int Commands = 2_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NOOP_on_a_warm_connection_allocates_nothing(bool cancelable)
    {
        using var peer = new Peer();
        await using var session = new InternetSession();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource();
        var token = cancelable ? source.Token : CancellationToken.None;
        for (var warm = 0; warm < 5; warm++)
        {
            await RepeatAsync(connection, token);
        }

        var least = long.MaxValue;
        for (var round = 0; round < 5 && least > 0; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await RepeatAsync(connection, token);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        TestContext.Current.SendDiagnosticMessage($"{least} B over {Commands} commands");

        // The runner's own threads may allocate a little in any of the rounds; one octet a command would be 2,000.
        Assert.InRange(least, 0, Commands / 4);
    }

    private static async Task RepeatAsync(FtpConnection connection, CancellationToken token)
    {
        for (var i = 0; i < Commands; i++)
        {
            await connection.NoOpAsync(token);
        }
    }

    /// <summary>A control connection on a thread of its own that answers without allocating.</summary>
    private sealed class Peer : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly Thread _thread;
        private Socket? _accepted;

        public Peer()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen();
            Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
            _thread = new Thread(Serve) { IsBackground = true };
            _thread.Start();
        }

        public int Port { get; }

        public void Dispose()
        {
            _listener.Dispose();
            _accepted?.Dispose();
            _thread.Join();
        }

        private void Serve()
        {
            var buffer = new byte[512];
            try
            {
                _accepted = _listener.Accept();
                _accepted.NoDelay = true;
                _accepted.Send("220 ready\r\n"u8);
                for (var end = 0; ;)
                {
                    var count = _accepted.Receive(buffer, end, buffer.Length - end, SocketFlags.None);
                    if (count == 0)
                    {
                        return;
                    }

                    end += count;
                    while (buffer.AsSpan(0, end).IndexOf((byte)'\n') is >= 0 and var line)
                    {
                        _accepted.Send(buffer.AsSpan(0, line).StartsWith("NOOP"u8) ? "200 ok\r\n"u8
                            : buffer.AsSpan(0, line).StartsWith("USER"u8) ? "230 in\r\n"u8
                            : buffer.AsSpan(0, line).StartsWith("QUIT"u8) ? "221 bye\r\n"u8 : "500 what\r\n"u8);
                        buffer.AsSpan((line + 1)..end).CopyTo(buffer);
                        end -= line + 1;
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Disposed: the test is over.
            }
        }
    }
}
