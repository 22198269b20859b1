using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class FieldValueWriterTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("\"\\", "\"\\\"\\\\\"")]
    [InlineData("\t\x80", "\"\t\x80\"")]
    [InlineData("abc", "abc")]
    public void Text_is_quoted_where_it_is_no_token(string text, string expected)
    {
        byte[] place = new byte[expected.Length];
        var writer = new FieldValueWriter(place);
        writer.WriteTokenOrQuotedString(Encoding.Latin1.GetBytes(text));
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(expected, Encoding.Latin1.GetString(place, 0, written));

        var narrow = new FieldValueWriter(place.AsSpan(1));
        narrow.WriteTokenOrQuotedString(Encoding.Latin1.GetBytes(text));
        Assert.False(narrow.TryComplete(out written));
        Assert.Equal(0, written);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("a\nb")]
    [InlineData("\0")]
    [InlineData("\x7F")]
    public void Control_is_refused(string text)
    {
        Assert.Throws<ArgumentException>(() => new FieldValueWriter(new byte[9]).WriteQuotedString(Encoding.Latin1.GetBytes(text)));
        Assert.Throws<ArgumentException>(() => new FieldValueWriter(new byte[9]).WriteTokenOrQuotedString(Encoding.Latin1.GetBytes(text)));
        Assert.Throws<ArgumentException>(() => new FieldValueWriter(new byte[9]).WriteToken(Encoding.Latin1.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a,")]
    [InlineData("\x80")]
    public void Anything_else_is_no_token(string text) =>
        Assert.Throws<ArgumentException>(() => new FieldValueWriter(new byte[9]).WriteToken(Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData(0, "a;q=0")]
    [InlineData(1, "a;q=0.001")]
    [InlineData(10, "a;q=0.01")]
    [InlineData(500, "a;q=0.5")]
    [InlineData(999, "a;q=0.999")]
    [InlineData(1000, "a")]
    public void Weight_is_written_as_short_as_it_can_be(int weight, string expected)
    {
        Span<byte> place = stackalloc byte[16];
        var writer = new FieldValueWriter(place);
        writer.WriteSeparator();
        writer.WriteToken("a"u8);
        writer.WriteWeight(weight);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(expected, Encoding.Latin1.GetString(place[..written]));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FieldValueWriter(new byte[9]).WriteWeight(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FieldValueWriter(new byte[9]).WriteWeight(1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FieldValueWriter(new byte[9]).WriteNumber(-1));
    }

    [Fact]
    public void Parts_make_a_value()
    {
        Span<byte> place = stackalloc byte[80];
        var writer = new FieldValueWriter(place);
        writer.WriteToken("a"u8);
        writer.WriteParameter("n"u8, "x y"u8);
        writer.WriteSeparator();
        writer.WriteNumber(long.MaxValue);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal("a; n=\"x y\", 9223372036854775807", Encoding.Latin1.GetString(place[..written]));
    }
}
