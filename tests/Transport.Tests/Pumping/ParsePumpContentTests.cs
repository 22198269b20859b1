using System.IO.Pipelines;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

public sealed class ParsePumpContentTests
{
    private static readonly byte[] Head = "H\r\n\r\n"u8.ToArray();
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(static i => (byte)(i % 251))];
    private static readonly byte[] Message = [.. Head, .. Content, .. Head];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, int> Cells => Cross(PumpSource.Kinds);

    public static TheoryData<string, int, int> StreamCells => Cross([PumpSource.Streamed]);

    [Theory, MemberData(nameof(Cells))]
    public async Task Content_between_two_heads_is_read_exactly(string kind, int piece, int destination)
    {
        using var pump = PumpSource.InTurn(kind, [.. Message.Chunk(piece)]);
        await ReadHead(pump);
        var content = new MemoryStream();
        var buffer = new byte[destination];
        while (content.Length < Content.Length)
        {
            var count = await pump.ReadAsync(buffer.AsMemory(0, (int)Math.Min(destination, Content.Length - content.Length)), Token);
            Assert.NotEqual(0, count);
            content.Write(buffer, 0, count);
        }

        Assert.Equal(Content, content.ToArray());
        await ReadHead(pump);
        Assert.Equal(0, await pump.ReadAsync(buffer, Token));
        Assert.True(pump.EndOfInput);
    }

    [Theory, MemberData(nameof(StreamCells))]
    public void Content_is_read_synchronously_from_a_stream(string kind, int piece, int destination)
    {
        using var pump = PumpSource.InTurn(kind, [.. Message.Chunk(piece)]);
        var parser = new BlankLineParser();
        pump.Advance(pump.Read(parser).Consumed);
        var content = new MemoryStream();
        var buffer = new byte[destination];
        while (content.Length < Content.Length)
        {
            var count = pump.Read(buffer.AsSpan(0, (int)Math.Min(destination, Content.Length - content.Length)));
            Assert.NotEqual(0, count);
            content.Write(buffer, 0, count);
        }

        Assert.Equal(Content, content.ToArray());
        pump.Advance(pump.Read(parser).Consumed);
        Assert.Equal(0, pump.Read(buffer));
        Assert.True(pump.EndOfInput);
    }

    [Theory]
    [InlineData(PumpSource.Streamed, 1)]
    [InlineData(PumpSource.Streamed, 600)]
    [InlineData(PumpSource.Piped, 1)]
    [InlineData(PumpSource.Piped, 600)]
    [InlineData(PumpSource.Piped, 100_000)]
    public async Task Content_is_read_in_place(string kind, int piece)
    {
        using var pump = PumpSource.InTurn(kind, [.. Message.Chunk(piece)]);
        await ReadHead(pump);
        var content = new MemoryStream();
        while (content.Length < Content.Length)
        {
            if (pump.BufferedBytes == 0)
            {
                Assert.Equal(await pump.FillAsync(Token), pump.BufferedBytes);
            }

            var part = pump.Buffer[..(int)Math.Min(pump.BufferedBytes, Content.Length - content.Length)];
            content.Write(part.Span);
            pump.Advance(part.Length);
        }

        Assert.Equal(Content, content.ToArray());
        await ReadHead(pump);
        Assert.Equal(0, await pump.FillAsync(Token));
        Assert.True(pump.EndOfInput);
    }

    [Fact]
    public void Fill_of_a_full_buffer_throws()
    {
        using var pump = ParsePump.Create(new MemoryStream(new byte[1024]), 256);
        Assert.Equal(256, pump.Fill());
        Assert.Throws<InvalidOperationException>(() => pump.Fill());
        pump.Advance(56);
        Assert.InRange(pump.Fill(), 1, 256);
    }

    [Fact]
    public async Task Stream_read_goes_straight_to_the_destination_and_takes_no_more()
    {
        using var stream = new RecordingStream(new byte[4096]);
        using var pump = ParsePump.Create(stream);
        var destination = new byte[1000];
        Assert.Equal(1000, await pump.ReadAsync(destination, Token));
        Assert.Equal(1000, stream.LastAsked);
        Assert.Equal(0, pump.BufferedBytes);
    }

    [Fact]
    public async Task Cancelled_pending_read_of_content_throws()
    {
        var pipe = new Pipe();
        using var pump = ParsePump.Create(pipe.Reader);
        var pending = pump.ReadAsync(new byte[10], Token).AsTask();
        pipe.Reader.CancelPendingRead();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    private static TheoryData<string, int, int> Cross(string[] kinds)
    {
        var cells = new TheoryData<string, int, int>();
        foreach (var kind in kinds)
        {
            foreach (var piece in new[] { 1, 7, 600, 1 << 20 })
            {
                foreach (var destination in new[] { 1, 100, 511, 512, 8000 })
                {
                    cells.Add(kind, piece, destination);
                }
            }
        }

        return cells;
    }

    private static async Task ReadHead(ParsePump pump)
    {
        var result = await pump.ReadAsync(new BlankLineParser(), Token);
        Assert.True(result.IsDone);
        Assert.Equal(Head.Length, result.Consumed);
        pump.Advance(result.Consumed);
    }

    private sealed class RecordingStream(byte[] octets) : MemoryStream(octets)
    {
        public int LastAsked { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LastAsked = buffer.Length;
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
