using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Line ends of type A, wherever the octets are cut.</summary>
public class FtpTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("a\rb", "a\rb")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("a\r\r\nb", "a\r\nb")]
    [InlineData("a\r", "a\r")]
    [InlineData("\r", "\r")]
    [InlineData("a\n\rb\r\n", "a\n\rb\n")]
    public void Reader_makes_LF_of_CRLF(string wire, string text)
    {
        var octets = Encoding.Latin1.GetBytes(wire);
        for (var piece = 1; piece <= Math.Max(1, octets.Length); piece++)
        {
            for (var room = 1; room <= 3; room++)
            {
                Assert.Equal(text, Read(octets, piece, room));
            }
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n", "a\r\nb\r\n")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("\n\n", "\r\n\r\n")]
    [InlineData("a\rb", "a\rb")]
    [InlineData("a\r\r\n\nb", "a\r\r\n\r\nb")]
    [InlineData("\r", "\r")]
    public void Writer_makes_CRLF_of_LF(string text, string wire)
    {
        var octets = Encoding.Latin1.GetBytes(text);
        for (var piece = 1; piece <= Math.Max(1, octets.Length); piece++)
        {
            Assert.Equal(wire, Write(octets, piece));
        }
    }

    [Fact]
    public void Writer_takes_more_than_its_buffer_in_several_turns()
    {
        var text = string.Concat(Enumerable.Repeat("line\n", 20_000));

        Assert.Equal(text.Replace("\n", "\r\n", StringComparison.Ordinal), Write(Encoding.Latin1.GetBytes(text), int.MaxValue));
    }

    private static string Read(byte[] wire, int piece, int room)
    {
        var reader = new FtpTextReader();
        var result = new List<byte>();
        var buffer = new byte[room];
        for (var at = 0; ; at += piece)
        {
            while (reader.TryTake(buffer, out var taken))
            {
                result.AddRange(buffer[..taken]);
            }

            if (at >= wire.Length)
            {
                break;
            }

            var part = wire.AsSpan(at, Math.Min(piece, wire.Length - at));
            part.CopyTo(reader.Room.Span);
            reader.Add(part.Length);
        }

        reader.End();
        while (reader.TryTake(buffer, out var taken))
        {
            result.AddRange(buffer[..taken]);
        }

        return Encoding.Latin1.GetString([.. result]);
    }

    private static string Write(byte[] text, int piece)
    {
        var writer = new FtpTextWriter();
        var result = new List<byte>();
        for (var at = 0; at < text.Length;)
        {
            var taken = writer.Encode(text.AsSpan(at, Math.Min(piece, text.Length - at)));
            result.AddRange(writer.Octets.Span);
            at += taken;
        }

        return Encoding.Latin1.GetString([.. result]);
    }
}
