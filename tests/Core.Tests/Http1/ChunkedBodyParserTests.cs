using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

public class ChunkedBodyParserTests
{
    private static readonly Http1Limits s_limits = Http1Limits.Server;

    [Theory]
    [MemberData(nameof(ChunkedBodySamples.Valid), MemberType = typeof(ChunkedBodySamples))]
    public void Valid_body_is_read_alike_at_every_cut(string text, string content, string trailers)
    {
        byte[] input = Encoding.Latin1.GetBytes(text + "GET / HTTP/1.1\r\n");
        var expected = new ChunkedBodyRun(OperationStatus.Done, ParseError.None, text.Length, content, trailers);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            Assert.Equal(expected, ChunkedBodyRun.Over(input, in s_limits, cuts));
        }
    }

    [Theory]
    [MemberData(nameof(ChunkedBodySamples.Valid), MemberType = typeof(ChunkedBodySamples))]
    public void Prefix_of_a_valid_body_needs_more_data(string text, string content, string trailers)
    {
        byte[] input = Encoding.Latin1.GetBytes(text);
        for (int length = 0; length < input.Length; length++)
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(input[..length], in s_limits);
            Assert.Equal(OperationStatus.NeedMoreData, run.Status);
            Assert.StartsWith(run.Content, content, StringComparison.Ordinal);
        }

        Assert.Equal(trailers, ChunkedBodyRun.Over(input, in s_limits).Trailers);
    }

    [Theory]
    [MemberData(nameof(ChunkedBodySamples.Refused), MemberType = typeof(ChunkedBodySamples))]
    public void Refused_body_is_refused_alike_at_every_cut(string text, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(text);
        foreach (int[] cuts in ChunkedBodyRun.Cuts(input.Length))
        {
            ChunkedBodyRun run = ChunkedBodyRun.Over(input, in s_limits, cuts);
            Assert.Equal((OperationStatus.InvalidData, error, offset), (run.Status, run.Error, (int)run.Offset));
        }
    }

    [Theory]
    [MemberData(nameof(ChunkedBodySamples.Refused), MemberType = typeof(ChunkedBodySamples))]
    public void Refused_body_is_refused_at_the_first_octet_that_spoils_it(string text, ParseError error, int offset)
    {
        byte[] input = Encoding.Latin1.GetBytes(text);
        Assert.Equal(OperationStatus.NeedMoreData, ChunkedBodyRun.Over(input[..offset], in s_limits).Status);

        ChunkedBodyRun cut = ChunkedBodyRun.Over(input[..(offset + 1)], in s_limits);
        byte[] changed = [.. input[..(offset + 1)], .. Enumerable.Repeat((byte)0xFF, 20)];
        Assert.Equal((error, (long)offset), (cut.Error, cut.Offset));
        Assert.Equal(cut, ChunkedBodyRun.Over(changed, in s_limits));
    }

    [Fact]
    public void Every_octet_in_every_place_ends_without_an_exception_and_within_the_input()
    {
        byte[] seed = Encoding.Latin1.GetBytes("5 ;a=\"b\\c\"\r\nhello\r\n0;x\r\nA: b\r\n\r\n");
        for (int place = 0; place < seed.Length; place++)
        {
            for (int octet = 0; octet < 256; octet++)
            {
                byte[] input = [.. seed];
                input[place] = (byte)octet;
                ChunkedBodyRun whole = ChunkedBodyRun.Over(input, in s_limits);
                Assert.InRange(whole.Offset, 0, input.Length);
                Assert.Equal(whole, ChunkedBodyRun.Over(input, in s_limits, [.. Enumerable.Range(0, input.Length)]));
            }
        }
    }

    [Fact]
    public void Content_is_a_range_of_the_callers_buffer()
    {
        byte[] input = "5\r\nhello\r\n0\r\n\r\n"u8.ToArray();
        var parser = default(ChunkedBodyParser);
        ParseResult result = parser.Parse(input, [], out ChunkPiece piece, in s_limits);
        Assert.Equal((8, ChunkPieceKind.Data, 3, 5), (result.Consumed, piece.Kind, piece.DataStart, piece.DataLength));
    }

    [Fact]
    public void Largest_size_is_read_and_its_content_counted_down()
    {
        var parser = default(ChunkedBodyParser);
        Assert.True(parser.Parse("7fffffffffffffff\r\nab"u8, [], out ChunkPiece piece, in s_limits).IsDone);
        Assert.Equal(2, piece.DataLength);
        Assert.Equal(2, parser.ContentTotal);
        Assert.Equal(20, parser.ConsumedTotal);
    }

    [Fact]
    public void Trailer_names_are_identified()
    {
        var parser = default(ChunkedBodyParser);
        var table = new FieldLine[2];
        Assert.True(parser.Parse("0\r\n"u8, table, out _, in s_limits).IsDone);
        Assert.True(parser.Parse("etag: x\r\nfoo: y\r\n\r\n"u8, table, out ChunkPiece piece, in s_limits).IsDone);
        Assert.Equal((2, FieldName.ETag, FieldName.Unknown), (piece.TrailerCount, table[0].Name, table[1].Name));
    }

    [Fact]
    public void Table_too_small_for_the_trailers_is_told_and_may_be_replaced()
    {
        var parser = default(ChunkedBodyParser);
        Assert.True(parser.Parse("0\r\n"u8, [], out _, in s_limits).IsDone);
        ParseResult result = parser.Parse("a: b\r\nc: d\r\n\r\n"u8, new FieldLine[1], out _, in s_limits);
        Assert.Equal(ParseResult.TooSmall(ParseError.TooManyFields, 6), result);
        Assert.True(parser.Parse("a: b\r\nc: d\r\n\r\n"u8, new FieldLine[2], out ChunkPiece piece, in s_limits).IsDone);
        Assert.Equal(2, piece.TrailerCount);
    }

    [Fact]
    public void End_is_answered_again_and_again()
    {
        var parser = default(ChunkedBodyParser);
        Assert.True(parser.Parse("0\r\n"u8, [], out _, in s_limits).IsDone);
        Assert.True(parser.Parse("\r\n"u8, [], out _, in s_limits).IsDone);
        ParseResult result = parser.Parse("5\r\n"u8, [], out ChunkPiece piece, in s_limits);
        Assert.Equal((ParseResult.Done(0), ChunkPieceKind.End), (result, piece.Kind));
    }
}
