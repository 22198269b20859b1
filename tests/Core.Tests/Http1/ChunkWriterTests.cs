using System.Buffers;
using System.Globalization;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

public class ChunkWriterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(4096)]
    [InlineData(int.MaxValue)]
    [InlineData(0x0FFF_FFFF_FFFF_FFFF)]
    [InlineData(long.MaxValue)]
    public void Size_line_is_shortest_hexadecimal(long size)
    {
        string expected = size.ToString("x", CultureInfo.InvariantCulture) + "\r\n";
        byte[] place = new byte[ChunkWriter.MaxSizeLine];
        Assert.True(ChunkWriter.TryWriteSize(place, size, out int written));
        Assert.Equal(expected, Encoding.ASCII.GetString(place, 0, written));
        Assert.True(ChunkWriter.TryWriteSize(place.AsSpan(0, written), size, out _));
        Assert.False(ChunkWriter.TryWriteSize(place.AsSpan(0, written - 1), size, out written));
        Assert.Equal(0, written);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Size_below_one_throws(long size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChunkWriter.TryWriteSize(new byte[20], size, out _));

    [Fact]
    public void Ends_are_told_when_they_do_not_fit()
    {
        byte[] place = new byte[5];
        Assert.True(ChunkWriter.TryWriteDataEnd(place, out int written));
        Assert.Equal("\r\n", Encoding.ASCII.GetString(place, 0, written));
        Assert.True(ChunkWriter.TryWriteLastChunk(place, out written));
        Assert.Equal("0\r\n\r\n", Encoding.ASCII.GetString(place, 0, written));
        Assert.False(ChunkWriter.TryWriteDataEnd(place.AsSpan(0, 1), out written));
        Assert.Equal(0, written);
        Assert.False(ChunkWriter.TryWriteLastChunk(place.AsSpan(0, 4), out written));
        Assert.Equal(0, written);
    }

    [Fact]
    public void Chunks_and_trailers_are_read_as_they_were_written()
    {
        var output = new ArrayBufferWriter<byte>();
        ChunkWriter.Write(output, "hello "u8);
        ChunkWriter.Write(output, []);
        ChunkWriter.Write(output, Encoding.ASCII.GetBytes(new string('x', 5000)));
        var trailers = new TrailerSectionWriter(output, sizeHint: 1);
        trailers.WriteField(FieldName.ETag, "\"a\""u8);
        trailers.WriteField("X-Sum"u8, "b c"u8);
        Assert.True(trailers.TryComplete(out _));
        Assert.Equal(
            new ChunkedBodyRun(OperationStatus.Done, ParseError.None, output.WrittenCount, "hello " + new string('x', 5000), "ETag=\"a\"|X-Sum=b c"),
            ChunkedBodyRun.Over(output.WrittenSpan.ToArray(), Http1Limits.Server));

        var empty = new ArrayBufferWriter<byte>();
        ChunkWriter.WriteLastChunk(empty);
        Assert.Equal("0\r\n\r\n", Encoding.ASCII.GetString(empty.WrittenSpan));
    }

    [Theory]
    [InlineData("Content-Length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Host")]
    [InlineData("Trailer")]
    [InlineData("Connection")]
    [InlineData("Authorization")]
    [InlineData("Set-Cookie")]
    [InlineData("Content-Encoding")]
    [InlineData("a b")]
    [InlineData("")]
    public void Field_that_may_not_trail_throws_and_commits_nothing(string name)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => new TrailerSectionWriter(output).WriteField(Encoding.ASCII.GetBytes(name), "x"u8));
        Assert.Throws<ArgumentException>(() => new TrailerSectionWriter(output).WriteField(FieldNames.Find(Encoding.ASCII.GetBytes(name)), "x"u8));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [MemberData(nameof(HeadWriterSamples.BadValues), MemberType = typeof(HeadWriterSamples))]
    public void Bad_trailer_value_throws_and_commits_nothing(string value)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => new TrailerSectionWriter(output).WriteField(FieldName.ETag, Encoding.Latin1.GetBytes(value)));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Trailer_section_that_does_not_fit_is_told()
    {
        var writer = new TrailerSectionWriter(new byte[12]);
        writer.WriteField(FieldName.ETag, "a"u8);
        Assert.False(writer.TryComplete(out int written));
        Assert.Equal(0, written);
    }
}
