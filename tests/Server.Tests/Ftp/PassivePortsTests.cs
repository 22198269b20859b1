using System.Net;
using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf.Server.Tests.Ftp;

public sealed class PassivePortsTests : IDisposable
{
    private static readonly IPAddress s_local = IPAddress.Loopback;
    private readonly ManualClock _clock = new();
    private readonly object _holder = new();
    private readonly List<PassivePorts> _made = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Port_beyond_the_most_is_not_lent(int most)
    {
        var ports = Make(most);
        var lent = Enumerable.Range(0, most).Select(_ => ports.TryLend(s_local, _holder)).ToArray();
        Assert.All(lent, Assert.NotNull);
        Assert.Equal(most, lent.Select(static port => port!.Port).Distinct().Count());
        Assert.Null(ports.TryLend(s_local, _holder));
        ports.Return(s_local, lent[0]!, _holder);
        Assert.Same(lent[0], ports.TryLend(s_local, _holder));
    }

    [Fact]
    public void Ports_are_used_again_once_there_are_64()
    {
        var ports = Make(1000);
        var seen = new HashSet<int>();
        for (var i = 0; i < 500; i++)
        {
            var port = ports.TryLend(s_local, _holder)!;
            _ = seen.Add(port.Port);
            ports.Return(s_local, port, _holder);
        }

        Assert.Equal(64, seen.Count);
        Assert.Equal(0, ports.LentCount);
    }

    [Fact]
    public void Which_free_port_is_lent_is_random()
    {
        var ports = Make(64);
        for (var i = 0; i < 64; i++)
        {
            Return(ports, ports.TryLend(s_local, _holder)!);
        }

        var order = Enumerable.Range(0, 32).Select(_ => Return(ports, ports.TryLend(s_local, _holder)!).Port).ToArray();
        Assert.InRange(order.Distinct().Count(), 10, 32);
    }

    [Fact]
    public async Task Connection_made_before_a_port_is_lent_is_closed()
    {
        var ports = Make(1);
        var port = ports.TryLend(s_local, _holder)!;
        using var stale = await FtpTestClient.ConnectAsync(port.Port);
        using var stale2 = await FtpTestClient.ConnectAsync(port.Port);
        ports.Return(s_local, port, _holder);
        Assert.Same(port, ports.TryLend(s_local, new object()));
        Assert.Empty(await FtpTestClient.ReadDataAsync(stale));
        Assert.Empty(await FtpTestClient.ReadDataAsync(stale2));
        Assert.Null(port.TryAccept(IPAddress.Loopback));
    }

    [Fact]
    public async Task Connection_of_another_peer_is_closed_and_the_next_taken()
    {
        var port = Make(1).TryLend(s_local, _holder)!;
        using var foreign = await FtpTestClient.ConnectAsync(port.Port, IPAddress.Parse("127.0.0.2"));
        using var own = await FtpTestClient.ConnectAsync(port.Port);
        using var taken = port.TryAccept(IPAddress.Loopback);
        Assert.Equal(own.LocalEndPoint, taken!.RemoteEndPoint);
        Assert.Empty(await FtpTestClient.ReadDataAsync(foreign));
    }

    [Fact]
    public async Task Connection_of_another_peer_does_not_end_the_wait()
    {
        var port = Make(1).TryLend(s_local, _holder)!;
        var accepting = port.AcceptAsync(IPAddress.Loopback, Token);
        using var foreign = await FtpTestClient.ConnectAsync(port.Port, IPAddress.Parse("127.0.0.2"));
        Assert.Empty(await FtpTestClient.ReadDataAsync(foreign));
        Assert.False(accepting.IsCompleted);
        using var own = await FtpTestClient.ConnectAsync(port.Port);
        using var taken = await accepting;
        Assert.Equal(own.LocalEndPoint, taken.RemoteEndPoint);
    }

    [Theory]
    [InlineData(29_999, true)]
    [InlineData(30_000, false)]
    public void Port_may_be_claimed_for_30_s(int milliseconds, bool isClaimed)
    {
        var ports = Make(1);
        var port = ports.TryLend(s_local, _holder)!;
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(isClaimed, ports.Claim(port, _holder) > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(29_999, false)]
    [InlineData(30_000, true)]
    public void Port_that_was_not_used_in_30_s_is_lent_to_another(int milliseconds, bool isLent)
    {
        var ports = Make(1);
        var port = ports.TryLend(s_local, _holder)!;
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        var other = new object();
        Assert.Equal(isLent ? port : null, ports.TryLend(s_local, other));
        if (isLent)
        {
            // Who had it has nothing left to claim, and nothing to give back.
            Assert.Equal(TimeSpan.Zero, ports.Claim(port, _holder));
            ports.Return(s_local, port, _holder);
            Assert.Equal(1, ports.LentCount);
        }
    }

    [Fact]
    public void Port_in_use_is_not_lent_to_another()
    {
        var ports = Make(1);
        _ = ports.Claim(ports.TryLend(s_local, _holder)!, _holder);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(ports.TryLend(s_local, new object()));
    }

    [Fact]
    public void Ports_of_a_range_alone_are_lent()
    {
        var first = FreePort();
        var ports = Make(1000, first, first);
        var port = ports.TryLend(s_local, _holder)!;
        Assert.Equal(first, port.Port);
        Assert.Null(ports.TryLend(s_local, _holder));
        Return(ports, port);
        Assert.Equal(first, ports.TryLend(s_local, _holder)!.Port);
    }

    [Fact]
    public void Port_of_a_range_that_is_taken_is_passed_over()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var first = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.Null(Make(1000, first, first).TryLend(s_local, _holder));
    }

    [Fact]
    public async Task Port_whose_last_connections_linger_is_bound_again()
    {
        var first = FreePort();
        for (var round = 0; round < 3; round++)
        {
            using var ports = new PassivePorts(new FtpFolderOptions { Folder = "/", FirstPassivePort = first, LastPassivePort = first }, _clock);
            var port = ports.TryLend(s_local, _holder)!;
            using var client = await FtpTestClient.ConnectAsync(port.Port);
            port.TryAccept(IPAddress.Loopback)!.Dispose();
            Assert.Empty(await FtpTestClient.ReadDataAsync(client));
            Return(ports, port);
        }
    }

    [Fact]
    public async Task Disposal_closes_what_is_free_and_what_comes_back()
    {
        var ports = Make(2);
        var (free, lent) = (ports.TryLend(s_local, _holder)!, ports.TryLend(s_local, _holder)!);
        Return(ports, free);
        ports.Dispose();
        _ = await Assert.ThrowsAsync<SocketException>(() => FtpTestClient.ConnectAsync(free.Port));
        (await FtpTestClient.ConnectAsync(lent.Port)).Dispose();
        Return(ports, lent);
        _ = await Assert.ThrowsAsync<SocketException>(() => FtpTestClient.ConnectAsync(lent.Port));
        Assert.Null(ports.TryLend(s_local, _holder));
    }

    public void Dispose() => _made.ForEach(static ports => ports.Dispose());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private PassivePort Return(PassivePorts ports, PassivePort port)
    {
        ports.Return(s_local, port, _holder);
        return port;
    }

    private PassivePorts Make(int most, int first = 0, int last = 0)
    {
        var ports = new PassivePorts(new FtpFolderOptions { Folder = "/", MaxPassivePorts = most, FirstPassivePort = first, LastPassivePort = last }, _clock);
        _made.Add(ports);
        return ports;
    }
}
