using System.Buffers;
using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

public sealed class GopherAskAnswersTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one", "one\r\n")]
    [InlineData("one|two", "one\r\ntwo\r\n")]
    [InlineData("|", "\r\n\r\n")]
    [InlineData("a\tb", "a\tb\r\n")]
    [InlineData("a\nb", "2\r\na\r\nb\r\n")]
    [InlineData("a\r\nb\r\n|c", "2\r\na\r\nb\r\nc\r\n")]
    [InlineData("a\n", "1\r\na\r\n")]
    [InlineData("\n", "1\r\n\r\n")]
    [InlineData("a\n\n", "2\r\na\r\n\r\n")]
    [InlineData(".|..a|b\n.\n", "..\r\n...a\r\n2\r\nb\r\n..\r\n")]
    [InlineData("gr\u00FCn", "gr\u00FCn\r\n")]
    public void Answers_are_lines_in_their_order(string answers, string lines) =>
        Assert.Equal("+-1\r\n" + lines + ".\r\n", Block(answers.Length == 0 ? [] : answers.Split('|')));

    [Theory]
    [InlineData("a\0")]
    [InlineData("a\rb")]
    [InlineData("\r")]
    [InlineData("a\r\r\n")]
    public void Answer_that_cannot_be_sent_is_refused_before_the_first_octet(string answer) => Refused(["fine", answer]);

    [Fact]
    public void Answer_that_is_null_or_no_unicode_is_refused()
    {
        Refused(["fine", null!]);
        Refused(["a\uD800"]);
    }

    [Fact]
    public void Block_is_read_back_line_by_line()
    {
        byte[] octets = Encoding.UTF8.GetBytes(Block([".", "..", "a\nb\n.", ""]));
        Assert.True(GopherStatusLineParser.Parse(octets, out GopherStatusLine status) is { IsDone: true, Consumed: 5 });
        Assert.Equal(GopherStatusLine.DotTerminated, status);
        byte[] text = new byte[octets.Length];
        var decoder = default(GopherTextDecoder);
        _ = decoder.Decode(octets.AsSpan(5), text, isFinal: true, out int consumed, out int written);
        Assert.True(decoder.Terminated);
        Assert.Equal(octets.Length - 5, consumed);
        Assert.Equal(".\r\n..\r\n3\r\na\r\nb\r\n.\r\n\r\n", Encoding.UTF8.GetString(text, 0, written));
    }

    private static string Block(string[] answers)
    {
        var output = new ArrayBufferWriter<byte>();
        GopherAskAnswers.Write(output, answers);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void Refused(string[] answers)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(nameof(answers), () => GopherAskAnswers.Write(output, answers));
        Assert.Equal(0, output.WrittenCount);
    }
}
