using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

public class GopherMenuWriterTests
{
    [Fact]
    public void Lines_are_written()
    {
        byte[] place = new byte[100];
        Assert.Equal("1A b\t/a\th\t70\r\n", Written(GopherMenuWriter.TryWriteItem(place, GopherItemType.Menu, "A b"u8, "/a"u8, "h"u8, 70, GopherPlusMark.None, out int length), length));
        Assert.Equal("0\t\th\t65535\t+\r\n", Written(GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, "h"u8, 65535, GopherPlusMark.Plus, out length), length));
        Assert.Equal("~A\ta\t::1\t1\t?\r\n", Written(GopherMenuWriter.TryWriteItem(place, (GopherItemType)'~', "A"u8, "a"u8, "::1"u8, 1, GopherPlusMark.Ask, out length), length));
        Assert.Equal("iHi.\t\tnull.host\t1\r\n", Written(GopherMenuWriter.TryWriteInformation(place, "Hi."u8, out length), length));
        Assert.Equal("3No\t\tnull.host\t1\r\n", Written(GopherMenuWriter.TryWriteError(place, "No"u8, out length), length));
        Assert.Equal("hW\tURL:https://w/\th\t70\r\n", Written(GopherMenuWriter.TryWriteLink(place, "W"u8, "https://w/"u8, "h"u8, 70, out length), length));
        Assert.Equal(".\r\n", Written(GopherMenuWriter.TryWriteEnd(place, out length), length));
        Assert.False(GopherMenuWriter.TryWriteEnd(place.AsSpan(0, 2), out length));
        Assert.False(GopherMenuWriter.TryWriteInformation(place.AsSpan(0, 15), default, out length));
        Assert.Equal(0, length);

        string Written(bool fits, int count)
        {
            Assert.True(fits);
            return GopherReading.Text(place.AsSpan(0, count));
        }
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\r\n.\r\n")]
    public void What_would_end_a_field_throws_before_anything_is_written(string octets)
    {
        byte[] place = new byte[100];
        byte[] bad = GopherReading.Octets("http:a" + octets);
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, bad, "a"u8, "h"u8, 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "a"u8, bad, "h"u8, 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "a"u8, "a"u8, bad, 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteInformation(place, bad, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteError(place, bad, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteLink(place, "a"u8, bad, "h"u8, 70, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteLink(place, bad, "http://a"u8, "h"u8, 70, out _));
        Assert.All(place, octet => Assert.Equal(0, octet));
    }

    [Theory]
    [InlineData('.')]
    [InlineData('\t')]
    [InlineData(' ')]
    [InlineData('\0')]
    [InlineData('\r')]
    [InlineData('\u007F')]
    public void Type_that_would_end_the_menu_or_is_none_throws(char type) =>
        Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(new byte[100], (GopherItemType)type, default, default, "h"u8, 70, GopherPlusMark.None, out _));

    [Fact]
    public void Hosts_ports_and_links_that_are_none_throw()
    {
        byte[] place = new byte[9000];
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, default, 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, "h h"u8, 70, GopherPlusMark.None, out _));
        Assert.True(GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, new byte[255].AsSpan().OfLetters(), 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, new byte[256].AsSpan().OfLetters(), 70, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, default, default, "h"u8, 0, GopherPlusMark.None, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherMenuWriter.TryWriteLink(place, default, "http://a"u8, "h"u8, 65536, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteLink(place, default, "javascript:alert(1)"u8, "h"u8, 70, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteLink(place, default, default, "h"u8, 70, out _));
    }

    [Fact]
    public void Line_that_fills_the_limit_is_written_and_one_more_octet_throws()
    {
        byte[] place = new byte[9000];
        Assert.True(GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, new byte[8185].AsSpan().OfLetters(), default, "h"u8, 70, GopherPlusMark.None, out int written));
        Assert.Equal(8194, written);
        _ = Assert.Throws<ArgumentException>(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, new byte[8185].AsSpan().OfLetters(), "a"u8, "h"u8, 70, GopherPlusMark.None, out _));
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written()
    {
        byte[] place = new byte[100];
        FtpAllocation.IsNone(() => GopherMenuWriter.TryWriteItem(place, GopherItemType.Text, "A"u8, "/a"u8, "h"u8, 70, GopherPlusMark.Plus, out _)
            && GopherMenuWriter.TryWriteInformation(place, "A"u8, out _) && !GopherMenuWriter.TryWriteEnd(default, out _));
    }
}
