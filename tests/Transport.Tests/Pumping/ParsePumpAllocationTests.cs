using System.IO.Pipelines;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

// The process's total is measured, because continuations run on pool threads; hence alone.
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("alone")]
public sealed class ParsePumpAllocationTests
{
    private const int Rounds = 2000;

    private static readonly byte[] Head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray();

    private static readonly byte[][] Halves = [Head[..9], Head[9..]];

    [Fact]
    public async Task Element_that_is_there_allocates_nothing()
    {
        using var pump = ParsePump.Create(new RepeatingStream(Head));
        await AssertNothingAllocated(() => ReadElements(pump, Stream.Null, []));
    }

    [Fact]
    public async Task Element_that_is_waited_for_on_a_stream_allocates_nothing()
    {
        var (client, server) = InMemoryConnection.CreatePair();
        using var pump = ParsePump.Create(server.Stream);
        await AssertNothingAllocated(() => ReadElements(pump, client.Stream, Halves));
    }

    [Fact]
    public async Task Element_joined_from_two_reads_of_a_pipe_allocates_nothing()
    {
        var pipe = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        using var pump = ParsePump.Create(pipe.Reader);
        await AssertNothingAllocated(() => ReadElements(pump, pipe.Writer.AsStream(), Halves));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task Content_that_is_waited_for_allocates_nothing(int size)
    {
        var (client, server) = InMemoryConnection.CreatePair();
        using var pump = ParsePump.Create(server.Stream);
        await AssertNothingAllocated(() => ReadContent(pump, client.Stream, new byte[size]));
    }

    private static async Task ReadElements(ParsePump pump, Stream writer, byte[][] pieces)
    {
        var parser = new BlankLineParser();
        for (var round = 0; round < Rounds; round++)
        {
            var element = pump.ReadAsync(parser);
            foreach (var piece in pieces)
            {
                await writer.WriteAsync(piece);
            }

            var result = await element;
            if (!result.IsDone)
            {
                Assert.Fail("Not done.");
            }

            pump.Advance(result.Consumed);
        }
    }

    private static async Task ReadContent(ParsePump pump, Stream writer, byte[] content)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var read = pump.ReadAsync(content);
            await writer.WriteAsync(content);
            for (var left = content.Length - await read; left > 0;)
            {
                left -= await pump.ReadAsync(content.AsMemory(0, left));
            }
        }
    }

    // Of several batches the least: another thread's allocation must not count. What remains is the batch's own task, not a round's.
    private static async Task AssertNothingAllocated(Func<Task> batch)
    {
        await batch();
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await batch();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.InRange(least, 0, Rounds);
    }

    private sealed class RepeatingStream(byte[] octets) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            octets.CopyTo(buffer);
            return new(octets.Length);
        }
    }
}
