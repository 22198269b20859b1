using System.Buffers;
using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http.Forms;

public class UrlencodedWriterTests
{
    [Theory]
    [InlineData("", "", "=")]
    [InlineData("a", "b", "a=b")]
    [InlineData("a b", "c+d&e=f", "a+b=c%2Bd%26e%3Df")]
    [InlineData("é", "\r\n\0%", "%C3%A9=%0D%0A%00%25")]
    [InlineData("*-._", "~!'()", "*-._=%7E%21%27%28%29")]
    public void Pair_is_written_and_its_length_foretold(string name, string value, string expected)
    {
        foreach (bool isFirst in (bool[])[true, false])
        {
            string pair = (isFirst ? "" : "&") + expected;
            byte[] destination = new byte[pair.Length];
            (byte[] n, byte[] v) = (Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
            Assert.Equal(pair.Length, UrlencodedWriter.Length(n, v, isFirst));
            Assert.True(UrlencodedWriter.TryWrite(destination, n, v, isFirst, out int written));
            Assert.Equal(pair, Encoding.ASCII.GetString(destination, 0, written));
            for (int length = 0; length < pair.Length; length++)
            {
                Assert.False(UrlencodedWriter.TryWrite(destination.AsSpan(0, length), n, v, isFirst, out written));
                Assert.Equal(0, written);
            }
        }
    }

    [Fact]
    public void Form_is_read_as_it_was_written()
    {
        var output = new ArrayBufferWriter<byte>();
        UrlencodedWriter.Write(output, "a"u8, "1&2"u8, isFirst: true);
        UrlencodedWriter.Write(output, ""u8, "="u8, isFirst: false);
        UrlencodedWriter.Write(output, "b"u8, ""u8, isFirst: false);
        Assert.Equal("a=1%262&=%3D&b=", Encoding.ASCII.GetString(output.WrittenSpan));
        Assert.Equal("a=1&2\n==\nb=\n", UrlencodedRun.Over(output.WrittenSpan.ToArray(), UrlencodedLimits.Default, FormLeniency.None, ends: true).Pairs);
    }
}
