using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class CookieWriterTests
{
    [Fact]
    public void Cookies_are_written_in_order()
    {
        Span<byte> place = stackalloc byte[64];
        var writer = new CookieWriter(place);
        writer.Write("SID"u8, "31d4"u8);
        writer.Write("lang"u8, default);
        writer.Write(default, "abc"u8);
        writer.Write("a b"u8, "c, \xE9"u8);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal("SID=31d4; lang=; abc; a b=c, \u00C3\u00A9", Encoding.Latin1.GetString(place[..written]));
    }

    [Theory]
    [InlineData("a;", "b")]
    [InlineData("a=", "b")]
    [InlineData("a\r", "b")]
    [InlineData("a\0", "b")]
    [InlineData(" a", "b")]
    [InlineData("a\t", "b")]
    [InlineData("a", "b;c=d")]
    [InlineData("a", "b\r\nx: y")]
    [InlineData("a", "b\x7F")]
    [InlineData("a", " b")]
    [InlineData("a", "b ")]
    [InlineData("", "")]
    public void What_would_make_another_cookie_or_field_throws_and_leaves_the_value_as_it_was(string name, string value)
    {
        byte[] place = new byte[64];
        var writer = new CookieWriter(place);
        writer.Write("x"u8, "y"u8);
        bool thrown = false;
        try
        {
            writer.Write(Encoding.Latin1.GetBytes(name), Encoding.Latin1.GetBytes(value));
        }
        catch (ArgumentException)
        {
            thrown = true;
        }

        Assert.True(thrown);
        Assert.True(writer.TryComplete(out int written));
        Assert.Equal(("x=y", 0), (Encoding.ASCII.GetString(place, 0, written), place.AsSpan(written).IndexOfAnyExcept((byte)0) + 1));
    }

    [Fact]
    public void Short_destination_is_told()
    {
        for (int length = 0; length < 8; length++)
        {
            var writer = new CookieWriter(new byte[length]);
            writer.Write("a"u8, "b"u8);
            writer.Write("c"u8, "d"u8);
            Assert.False(writer.TryComplete(out int written));
            Assert.Equal(0, written);
        }
    }
}
