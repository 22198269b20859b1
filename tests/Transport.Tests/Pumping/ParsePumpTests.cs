using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

public sealed class ParsePumpTests
{
    private static readonly byte[] Head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray();
    private static readonly byte[] Two = [.. Head, .. Head];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. PumpSource.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Elements_whole_are_read_in_order(string kind) => await ReadsTwo(PumpSource.InTurn(kind, Two));

    [Theory, MemberData(nameof(Kinds))]
    public async Task Elements_byte_by_byte_are_read_in_order(string kind) =>
        await ReadsTwo(PumpSource.InTurn(kind, PumpSource.Bytewise(Two)));

    [Theory, MemberData(nameof(Kinds))]
    public async Task Elements_split_in_two_anywhere_are_read_in_order(string kind)
    {
        for (var cut = 1; cut < Two.Length; cut++)
        {
            await ReadsTwo(PumpSource.InTurn(kind, Two[..cut], Two[cut..]));
        }
    }

    [Fact]
    public async Task Elements_in_one_guarded_segment_are_read_in_order() => await ReadsTwo(PumpSource.AtOnce(Two));

    [Fact]
    public async Task Elements_across_segments_shown_at_once_are_read_in_order()
    {
        await ReadsTwo(PumpSource.AtOnce(PumpSource.Bytewise(Two)));
        for (var cut = 1; cut < Two.Length; cut++)
        {
            await ReadsTwo(PumpSource.AtOnce(Two[..cut], Two[cut..]));
        }
    }

    [Fact]
    public async Task Empty_segments_between_are_passed_over() => await ReadsTwo(PumpSource.AtOnce([], Two[..5], [], [], Two[5..], []));

    [Fact]
    public void Elements_are_read_synchronously_from_a_stream()
    {
        using var pump = PumpSource.InTurn(PumpSource.Streamed, PumpSource.Bytewise(Two));
        var parser = new BlankLineParser();
        foreach (var _ in new[] { 1, 2 })
        {
            var result = pump.Read(parser);
            Assert.True(result.IsDone);
            Assert.Equal(Head, pump.Buffer[..result.Consumed].ToArray());
            pump.Advance(result.Consumed);
        }

        Assert.True(pump.Read(parser).NeedsMoreData);
        Assert.True(pump.EndOfInput);
    }

    [Fact]
    public void Synchronous_read_from_an_empty_pipe_is_not_supported()
    {
        using var pump = ParsePump.Create(new Pipe().Reader);
        Assert.Throws<NotSupportedException>(() => pump.Read(new BlankLineParser()));
        Assert.Throws<NotSupportedException>(() => pump.Read(new byte[1]));
        Assert.Throws<NotSupportedException>(() => pump.Fill());
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task End_before_the_first_octet_leaves_nothing_buffered(string kind)
    {
        using var pump = PumpSource.InTurn(kind);
        var result = await pump.ReadAsync(new BlankLineParser(), Token);
        Assert.True(result.NeedsMoreData);
        Assert.True(pump.EndOfInput);
        Assert.Equal(0, pump.BufferedBytes);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task End_in_the_middle_leaves_what_came_buffered(string kind)
    {
        for (var cut = 1; cut < Head.Length; cut++)
        {
            using var pump = PumpSource.InTurn(kind, PumpSource.Bytewise(Head[..cut]));
            var result = await pump.ReadAsync(new BlankLineParser(), Token);
            Assert.True(result.NeedsMoreData);
            Assert.True(pump.EndOfInput);
            Assert.Equal(Head[..cut], pump.Buffer.ToArray());
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Fault_behind_the_last_line_is_found_at_the_end(string kind)
    {
        using var pump = PumpSource.InTurn(kind, Head[..18], [0xFF]);
        var result = await pump.ReadAsync(new BlankLineParser(), Token);
        Assert.Equal(OperationStatus.InvalidData, result.Status);
        Assert.Equal(18, result.Position);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Element_of_the_limit_passes_and_one_octet_more_does_not(string kind)
    {
        foreach (var limit in new[] { 5, 100, 255, 256, 257, 4096, 5000 })
        {
            foreach (var pieces in new Func<byte[], byte[][]>[] { static o => [o], PumpSource.Bytewise })
            {
                var fits = ElementOf(limit);
                using var pump = PumpSource.InTurn(kind, pieces(fits));
                var result = await pump.ReadAsync(new BlankLineParser(limit), Token);
                Assert.True(result.IsDone);
                Assert.Equal(fits, pump.Buffer[..result.Consumed].ToArray());

                using var refusing = PumpSource.InTurn(kind, pieces(ElementOf(limit + 1)));
                var refusal = await refusing.ReadAsync(new BlankLineParser(limit), Token);
                Assert.Equal(ParseError.HeadTooLarge, refusal.Error);
            }
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Parser_that_never_has_enough_is_stopped_one_octet_behind_its_limit(string kind)
    {
        using var pump = PumpSource.InTurn(kind, PumpSource.Bytewise(ElementOf(400)));
        var result = await pump.ReadAsync(new InsatiableParser(100), Token);
        Assert.Equal(OperationStatus.DestinationTooSmall, result.Status);
        Assert.Equal(100, result.Position);
        Assert.Equal(101, pump.BufferedBytes);
    }

    // Attack catalogue RQ-35: 32 KiB byte by byte, and in many short lines.
    [Theory]
    [InlineData(PumpSource.Streamed, 32 * 1024)]
    [InlineData(PumpSource.Streamed, 64)]
    [InlineData(PumpSource.Piped, 32 * 1024)]
    [InlineData(PumpSource.Piped, 64)]
    public async Task Work_is_linear_byte_by_byte(string kind, int lineLength)
    {
        var octets = ElementOf(32 * 1024, lineLength);
        var parser = new BlankLineParser(64 * 1024);
        using var pump = PumpSource.InTurn(kind, PumpSource.Bytewise(octets));
        var result = await pump.ReadAsync(parser, Token);
        Assert.True(result.IsDone);
        Assert.InRange(parser.Calls, 1, 3 + octets.Count(static octet => octet == '\n'));
        Assert.InRange(parser.OctetsExamined, 1, (4L * octets.Length) + (64L * parser.Calls));
    }

    [Fact]
    public async Task Try_read_answers_without_waiting_and_goes_on_where_it_stopped()
    {
        var pipe = new Pipe();
        using var pump = ParsePump.Create(pipe.Reader);
        var parser = new BlankLineParser();
        Assert.False(pump.TryRead(parser, out _));
        await pipe.Writer.WriteAsync(Two.AsMemory(0, 40), Token);
        Assert.True(pump.TryRead(parser, out var first));
        pump.Advance(first.Consumed);
        var examinedBefore = parser.OctetsExamined;
        Assert.False(pump.TryRead(parser, out _));
        Assert.False(pump.TryRead(parser, out _));
        Assert.Equal(40 - Head.Length, parser.OctetsExamined - examinedBefore);
        await pipe.Writer.WriteAsync(Two.AsMemory(40), Token);
        Assert.True(pump.TryRead(parser, out var second));
        Assert.Equal(Head.Length, second.Consumed);
    }

    [Fact]
    public async Task Cancelled_pending_read_of_a_pipe_answers_need_more_data_without_an_end()
    {
        var pipe = new Pipe();
        using var pump = ParsePump.Create(pipe.Reader);
        var parser = new BlankLineParser();
        var pending = pump.ReadAsync(parser, Token);
        pipe.Reader.CancelPendingRead();
        Assert.True((await pending).NeedsMoreData);
        Assert.False(pump.EndOfInput);

        await pipe.Writer.WriteAsync(Head, Token);
        Assert.True((await pump.ReadAsync(parser, Token)).IsDone);
    }

    [Fact]
    public async Task Dispose_gives_the_pipe_back_what_was_not_consumed()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Two, Token);
        using (var pump = ParsePump.Create(pipe.Reader))
        {
            var result = await pump.ReadAsync(new BlankLineParser(), Token);
            pump.Advance(result.Consumed);
        }

        Assert.True(pipe.Reader.TryRead(out var rest));
        Assert.Equal(Head, rest.Buffer.ToArray());
    }

    [Fact]
    public void Advance_beyond_what_is_buffered_throws()
    {
        using var pump = PumpSource.AtOnce(Head);
        Assert.Throws<ArgumentOutOfRangeException>(() => pump.Advance(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pump.Advance(-1));
    }

    [Fact]
    public async Task Arrays_all_go_back_to_the_pool()
    {
        var pool = new CountingPool();
        var octets = ElementOf(20_000);
        using (var pump = ParsePump.Create(PipeReader.Create(PumpSource.Sequence(PumpSource.Bytewise(octets))), pool))
        {
            Assert.True((await pump.ReadAsync(new BlankLineParser(32 * 1024), Token)).IsDone);
            Assert.InRange(pool.Largest, 20_000, 32 * 1024 + 1);
            pump.Advance(octets.Length);
            pump.ReleaseBuffer();
            Assert.Equal(0, pool.Outstanding);
        }

        using (var pump = ParsePump.Create(new MemoryStream(octets), 256, pool))
        {
            Assert.True((await pump.ReadAsync(new BlankLineParser(32 * 1024), Token)).IsDone);
        }

        Assert.Equal(0, pool.Outstanding);
    }

    private static byte[] ElementOf(int length, int lineLength = int.MaxValue)
    {
        var octets = new byte[length];
        octets.AsSpan().Fill((byte)'x');
        for (var at = lineLength - 1; at > 0 && at < length - 4; at += lineLength)
        {
            octets[at] = (byte)'\n';
        }

        "\r\n\r\n"u8.CopyTo(octets.AsSpan(length - 4));
        return octets;
    }

    private static async Task ReadsTwo(ParsePump pump)
    {
        using (pump)
        {
            var parser = new BlankLineParser();
            for (var turn = 0; turn < 2; turn++)
            {
                var result = await pump.ReadAsync(parser, Token);
                Assert.Equal(OperationStatus.Done, result.Status);
                Assert.Equal(Encoding.ASCII.GetString(Head), Encoding.ASCII.GetString(pump.Buffer.Span[..result.Consumed]));
                pump.Advance(result.Consumed);
            }

            var end = await pump.ReadAsync(parser, Token);
            Assert.True(end.NeedsMoreData);
            Assert.True(pump.EndOfInput);
            Assert.Equal(0, pump.BufferedBytes);
        }
    }

    private sealed class CountingPool : ArrayPool<byte>
    {
        public int Outstanding { get; private set; }

        public int Largest { get; private set; }

        public override byte[] Rent(int minimumLength)
        {
            Outstanding++;
            Largest = Math.Max(Largest, minimumLength);
            return new byte[minimumLength];
        }

        public override void Return(byte[] array, bool clearArray = false) => Outstanding--;
    }
}
