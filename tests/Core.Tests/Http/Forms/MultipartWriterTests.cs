using System.Buffers;
using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

public class MultipartWriterTests
{
    private static readonly MultipartBoundary s_boundary = MultipartBoundary.Create("AaB03x"u8);

    [Theory]
    [InlineData("field1", null, "", "Content-Disposition: form-data; name=\"field1\"\r\n")]
    [InlineData("", null, "", "Content-Disposition: form-data; name=\"\"\r\n")]
    [InlineData("f", "", "", "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n")]
    [InlineData("f", "file1.txt", "text/plain", "Content-Disposition: form-data; name=\"f\"; filename=\"file1.txt\"\r\nContent-Type: text/plain\r\n")]
    [InlineData("a\"b\r\nc", "\"; x=\"\n", "", "Content-Disposition: form-data; name=\"a%22b%0D%0Ac\"; filename=\"%22; x=%22%0A\"\r\n")]
    [InlineData("é%\t", "日本.txt", "", "Content-Disposition: form-data; name=\"é%\t\"; filename=\"日本.txt\"\r\n")]
    public void Head_is_written_and_its_length_foretold(string name, string? fileName, string contentType, string fields)
    {
        (byte[] n, byte[] f, byte[] t) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(fileName ?? ""), Encoding.UTF8.GetBytes(contentType));
        foreach (bool isFirst in (bool[])[true, false])
        {
            byte[] expected = Encoding.UTF8.GetBytes((isFirst ? "" : "\r\n") + "--AaB03x\r\n" + fields + "\r\n");
            byte[] destination = new byte[expected.Length];
            Assert.Equal(expected.Length, MultipartWriter.HeadLength(in s_boundary, n, f, fileName is not null, t, isFirst));
            Assert.True(MultipartWriter.TryWriteHead(destination, in s_boundary, n, f, fileName is not null, t, isFirst, out int written));
            Assert.Equal(expected, destination[..written]);
            var output = new ArrayBufferWriter<byte>();
            MultipartWriter.WriteHead(output, in s_boundary, n, f, fileName is not null, t, isFirst);
            Assert.Equal(expected, output.WrittenSpan.ToArray());
            for (int length = 0; length < expected.Length; length++)
            {
                Assert.False(MultipartWriter.TryWriteHead(destination.AsSpan(0, length), in s_boundary, n, f, fileName is not null, t, isFirst, out written));
                Assert.Equal(0, written);
            }
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\x01")]
    [InlineData("\x0B")]
    [InlineData("a\x1F")]
    [InlineData("\x7F")]
    [InlineData("a\\b")]
    public void Name_that_readers_would_not_agree_on_throws_and_commits_nothing(string name)
    {
        byte[] octets = Encoding.Latin1.GetBytes(name);
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteHead(output, in s_boundary, octets, [], false, [], true));
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteHead(output, in s_boundary, "a"u8, octets, true, [], true));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData("text/plain\r\nX: y")]
    [InlineData("text/plain\n")]
    [InlineData("a\0")]
    [InlineData(" text/plain")]
    [InlineData("text/plain ")]
    public void Media_type_that_would_end_its_line_throws_and_commits_nothing(string contentType)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteHead(output, in s_boundary, "a"u8, [], false, Encoding.Latin1.GetBytes(contentType), true));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData("--AaB03x")]
    [InlineData("x\r\n--AaB03x--")]
    public void Content_that_holds_the_delimiter_throws_and_commits_nothing(string content)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteField(output, in s_boundary, "a"u8, Encoding.ASCII.GetBytes(content), true));
        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData("a b", "x")]
    [InlineData("", "x")]
    [InlineData("a:", "x")]
    [InlineData("--AaB03x", "x")]
    [InlineData("--y", "x")]
    [InlineData("A", "x\r\nB: y")]
    [InlineData("A", "x\n")]
    [InlineData("A", "\0")]
    [InlineData("A", " x")]
    public void Field_that_would_be_read_as_something_else_throws_and_commits_nothing(string name, string value)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => new PartHeadWriter(output, in s_boundary, true).WriteField(Encoding.ASCII.GetBytes(name), Encoding.ASCII.GetBytes(value)));
        Assert.Throws<ArgumentException>(() => new PartHeadWriter(output, in s_boundary, true).WriteField(FieldName.Unknown, "x"u8));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Missing_boundary_throws()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteHead(output, default, "a"u8, [], false, [], true));
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteField(output, default, "a"u8, "x"u8, true));
        Assert.Throws<ArgumentException>(() => MultipartWriter.WriteClose(output, default));
        Assert.Throws<ArgumentException>(() => new PartHeadWriter(new byte[99], default, true));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Head_is_completed_once()
    {
        Assert.Throws<InvalidOperationException>(() =>
        {
            var writer = new PartHeadWriter(new byte[99], in s_boundary, true);
            Assert.True(writer.TryComplete(out _));
            writer.WriteField("a"u8, "b"u8);
        });
    }

    [Fact]
    public void Form_is_read_as_it_was_written_and_as_long_as_foretold()
    {
        var output = new ArrayBufferWriter<byte>();
        MultipartWriter.WriteField(output, in s_boundary, "a"u8, "1\r\n-- 2"u8, isFirst: true);
        MultipartWriter.WriteHead(output, in s_boundary, "f"u8, "x.bin"u8, true, "application/octet-stream"u8, isFirst: false);
        output.Write("\0\r\n--AaB03\r\n"u8);
        MultipartWriter.WriteClose(output, in s_boundary);
        Assert.Equal(
            "Content-Disposition=form-data; name=\"a\"→1\r\n-- 2\nContent-Disposition=form-data; name=\"f\"; filename=\"x.bin\"|Content-Type=application/octet-stream→\0\r\n--AaB03\r\n\n",
            MultipartRun.Over(output.WrittenSpan.ToArray(), s_boundary, MultipartLimits.Default, FormLeniency.None, ends: true).Parts);
        long length = MultipartWriter.HeadLength(in s_boundary, "a"u8, [], false, [], true) + 7
            + MultipartWriter.HeadLength(in s_boundary, "f"u8, "x.bin"u8, true, "application/octet-stream"u8, false) + 12
            + MultipartWriter.CloseLength(in s_boundary);
        Assert.Equal(output.WrittenCount, length);
    }

    [Fact]
    public void Close_delimiter_is_told_when_it_does_not_fit()
    {
        byte[] place = new byte[MultipartWriter.MaxClose];
        Assert.True(MultipartWriter.TryWriteClose(place, in s_boundary, out int written));
        Assert.Equal("\r\n--AaB03x--\r\n", Encoding.ASCII.GetString(place, 0, written));
        Assert.False(MultipartWriter.TryWriteClose(place.AsSpan(0, written - 1), in s_boundary, out written));
        Assert.Equal(0, written);
    }

    [Theory]
    [InlineData("a%22b%0D%0Ac", "a\"b\r\nc")]
    [InlineData("%0d%0a", "\r\n")]
    [InlineData("100%", "100%")]
    [InlineData("%2%41%20", "%2%41%20")]
    [InlineData("a\\\"b\\\\c", "a\"b\\c")]
    [InlineData("C:\\temp\\x.txt\\", "C:\\temp\\x.txt\\")]
    [InlineData("", "")]
    public void Name_is_read_as_browsers_write_it(string encoded, string name)
    {
        byte[] destination = new byte[encoded.Length];
        Assert.True(FormName.TryDecode(Encoding.ASCII.GetBytes(encoded), destination, out int written));
        Assert.Equal(name, Encoding.ASCII.GetString(destination, 0, written));
        if (name.Length > 0)
        {
            Assert.False(FormName.TryDecode(Encoding.ASCII.GetBytes(encoded), new byte[name.Length - 1], out written));
            Assert.Equal(0, written);
        }
    }
}
