using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.InMemory;

public sealed class InMemoryConnectionTests
{
    private static readonly byte[] Ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Octets_pass_both_ways_and_end_at_the_shutdown()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await client.Stream.WriteAsync(Ten, Token);
        client.Shutdown();
        await server.Stream.WriteAsync(Ten.AsMemory(0, 3), Token);
        server.Shutdown();
        Assert.Equal(Ten, await ReadAll(server));
        Assert.Equal(Ten[..3], await ReadAll(client));
        Assert.Equal(10, client.BytesWritten);
        await Assert.ThrowsAsync<IOException>(async () => await client.Stream.WriteAsync(Ten, Token));
    }

    [Fact]
    public async Task Pieces_have_the_sizes_asked_for()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        server.ReceiveInPieces(1, 3);
        await client.Stream.WriteAsync(Ten, Token);
        client.Shutdown();
        var sizes = new List<int>();
        while (await server.Stream.ReadAsync(new byte[100], Token) is > 0 and var size)
        {
            sizes.Add(size);
        }

        Assert.Equal([1, 3, 1, 3, 1, 1], sizes);
        Assert.Throws<ArgumentOutOfRangeException>(() => server.ReceiveInPieces(1, 0));
    }

    [Fact]
    public async Task Full_capacity_holds_the_writer_until_the_peer_reads()
    {
        var (client, server) = InMemoryConnection.CreatePair(capacity: 4);
        var write = client.Stream.WriteAsync(Ten, Token).AsTask();
        await client.WhenWritePendingAsync();
        Assert.False(write.IsCompleted);
        Assert.Equal(4, client.BytesWritten);
        var octets = new byte[10];
        await server.Stream.ReadExactlyAsync(octets, Token);
        await write;
        Assert.Equal(Ten, octets);
    }

    [Fact]
    public async Task Shutdown_after_swallows_what_is_beyond()
    {
        var (client, server) = InMemoryConnection.CreatePair(capacity: 8);
        client.ShutdownAfter(7);
        await client.Stream.WriteAsync(Ten, Token);
        Assert.Equal(Ten[..7], await ReadAll(server));
    }

    [Fact]
    public async Task Reset_breaks_a_read_under_way_and_all_that_follow_at_both_ends()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        var read = client.Stream.ReadAsync(new byte[1], Token).AsTask();
        await client.WhenReadPendingAsync();
        server.Reset();
        AssertReset(await Assert.ThrowsAsync<IOException>(() => read));
        AssertReset(await Assert.ThrowsAsync<IOException>(async () => await client.Stream.WriteAsync(Ten, Token)));
        AssertReset(Assert.Throws<IOException>(() => server.Stream.ReadByte()));
        AssertReset(Assert.Throws<IOException>(() => server.Stream.WriteByte(1)));
    }

    [Fact]
    public async Task Reset_after_strikes_at_the_octet()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        client.ResetAfter(4);
        await client.Stream.WriteAsync(Ten, Token);
        Assert.Equal(4, await server.Stream.ReadAsync(new byte[10], Token));
        AssertReset(await Assert.ThrowsAsync<IOException>(async () => Assert.Fail($"{await server.Stream.ReadAsync(new byte[10], Token)}")));
    }

    [Fact]
    public async Task Disposed_end_ends_what_it_sends_and_resets_what_it_would_receive()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        client.Dispose();
        Assert.Equal(0, await server.Stream.ReadAsync(new byte[1], Token));
        AssertReset(await Assert.ThrowsAsync<IOException>(async () => await server.Stream.WriteAsync(Ten, Token)));
        Assert.Throws<ObjectDisposedException>(() => client.Stream.ReadByte());
    }

    [Fact]
    public async Task Cancelled_read_loses_nothing_and_the_next_one_reads()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var read = server.Stream.ReadAsync(new byte[1], source.Token).AsTask();
        await server.WhenReadPendingAsync();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await client.Stream.WriteAsync(Ten, Token);
        Assert.Equal(10, await server.Stream.ReadAsync(new byte[100], Token));
    }

    [Fact]
    public async Task Synchronous_ends_wait_for_each_other()
    {
        var (client, server) = InMemoryConnection.CreatePair(capacity: 3);
        var writing = Task.Factory.StartNew(
            () =>
            {
                client.Stream.Write(Ten);
                client.Shutdown();
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var octets = new byte[11];
        Assert.Equal(10, server.Stream.ReadAtLeast(octets, 11, throwOnEndOfStream: false));
        Assert.Equal(Ten, octets[..10]);
        await writing;
    }

    [Fact]
    public async Task Synchronous_read_frees_an_asynchronous_writer()
    {
        var (client, server) = InMemoryConnection.CreatePair(capacity: 4);
        var write = client.Stream.WriteAsync(Ten, Token).AsTask();
        var octets = new byte[10];
        server.Stream.ReadExactly(octets);
        await write;
        Assert.Equal(Ten, octets);
    }

    [Fact]
    public async Task Pipes_carry_the_same_octets()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        await client.Output.WriteAsync(Ten, Token);
        var result = await server.Input.ReadAtLeastAsync(10, Token);
        Assert.Equal(10, result.Buffer.Length);
        server.Input.AdvanceTo(result.Buffer.End);
        client.Shutdown();
        Assert.True((await server.Input.ReadAsync(Token)).IsCompleted);
    }

    private static void AssertReset(IOException error) =>
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(error.InnerException).SocketErrorCode);

    private static async Task<byte[]> ReadAll(InMemoryConnection end)
    {
        var all = new MemoryStream();
        await end.Stream.CopyToAsync(all, Token);
        return all.ToArray();
    }
}
