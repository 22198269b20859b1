using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class ExtValueTests
{
    [Theory]
    [InlineData("UTF-8''", ExtCharset.Utf8, "", "")]
    [InlineData("utf-8'en'%C2%A3%20and%20%e2%82%ac%20rates", ExtCharset.Utf8, "en", "\u00A3 and \u20AC rates")]
    [InlineData("iso-8859-1'en'%A3%20rates", ExtCharset.Latin1, "en", "\u00A3 rates")]
    [InlineData("ISO-8859-1''%80%FF", ExtCharset.Latin1, "", "\u0080\u00FF")]
    [InlineData("UTF-8'de-CH-1996'!#$&+-.^_`|~aZ09", ExtCharset.Utf8, "de-CH-1996", "!#$&+-.^_`|~aZ09")]
    [InlineData("UTF-8''%00%2F%f4%8f%bf%bf", ExtCharset.Utf8, "", "\0/\U0010FFFF")]
    public void Text_is_decoded(string text, ExtCharset charset, string language, string expected)
    {
        byte[] value = Encoding.ASCII.GetBytes(text);
        Assert.Equal(ParseResult.Done(value.Length), ExtValueParser.Parse(value, out ExtValue read));
        Assert.Equal((charset, language), (read.Charset, Encoding.ASCII.GetString(read.LanguageIn(value))));
        char[] place = new char[expected.Length];
        Assert.Equal(ParseResult.Done(read.TextLength), read.Decode(value, place, out int written));
        Assert.Equal(expected, new string(place, 0, written));
        for (int length = 0; length < expected.Length; length++)
        {
            Assert.Equal(ParseError.TextTooLong, read.Decode(value, place.AsSpan(0, length), out written).Error);
            Assert.Equal(0, written);
        }
    }

    [Theory]
    [InlineData("UTF-8''%80", 7)]
    [InlineData("UTF-8''%C0%80", 7)]
    [InlineData("UTF-8''%C2", 10)]
    [InlineData("UTF-8''%C2a", 10)]
    [InlineData("UTF-8''%E0%80%80", 10)]
    [InlineData("UTF-8''%E2%82", 13)]
    [InlineData("UTF-8''%ED%A0%80", 10)]
    [InlineData("UTF-8''%F0%80%80%80", 10)]
    [InlineData("UTF-8''%F4%90%80%80", 10)]
    [InlineData("UTF-8''%F5%80%80%80", 7)]
    [InlineData("UTF-8''%FF", 7)]
    public void What_is_no_utf8_is_refused_where_it_is_spoilt(string text, int position)
    {
        byte[] value = Encoding.ASCII.GetBytes(text);
        Assert.True(ExtValueParser.Parse(value, out ExtValue read).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.BadExtValue, position), read.Decode(value, new char[100], out int written));
        Assert.Equal(0, written);
    }

    [Fact]
    public void Other_charsets_are_read_but_not_decoded()
    {
        Assert.True(ExtValueParser.Parse("KOI8-R'ru'%C1"u8, out ExtValue read).IsDone);
        Assert.Equal(ExtCharset.Unknown, read.Charset);
        Assert.Equal(ParseError.UnsupportedCharset, read.Decode("KOI8-R'ru'%C1"u8, new char[9], out _).Error);
    }

    [Fact]
    public void Every_character_is_written_and_read_again()
    {
        byte[] place = new byte[7 + 18];
        char[] text = new char[2];
        char[] back = new char[2];
        for (int point = 0; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 251)
        {
            if (!Rune.TryCreate(point, out Rune rune))
            {
                continue;
            }

            int length = rune.EncodeToUtf16(text);
            Assert.True(ExtValueWriter.TryWrite(place, text.AsSpan(0, length), out int written));
            ReadOnlySpan<byte> wire = place.AsSpan(0, written);
            Assert.True(ExtValueParser.Parse(wire, out ExtValue read).IsDone);
            Assert.True(read.Decode(wire, back, out int count).IsDone);
            Assert.True(text.AsSpan(0, length).SequenceEqual(back.AsSpan(0, count)));
            Assert.False(ExtValueWriter.TryWrite(place.AsSpan(0, written - 1), text.AsSpan(0, length), out _));
        }

        Assert.Throws<ArgumentException>(() => ExtValueWriter.TryWrite(place, "\uD800", out _));
    }
}
