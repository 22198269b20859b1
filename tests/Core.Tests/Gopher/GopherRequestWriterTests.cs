using System.Buffers;
using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;

namespace HiPerf.Core.Tests.Gopher;

public class GopherRequestWriterTests
{
    [Fact]
    public void Requests_are_written()
    {
        byte[] place = new byte[100];
        Assert.Equal("\r\n", Written(GopherRequestWriter.TryWrite(place, default, out int length), length));
        Assert.Equal("/a b\r\n", Written(GopherRequestWriter.TryWrite(place, "/a b"u8, out length), length));
        Assert.Equal("/a\twords\r\n", Written(GopherRequestWriter.TryWriteSearch(place, "/a"u8, "words"u8, out length), length));
        Assert.Equal("/a\t\r\n", Written(GopherRequestWriter.TryWriteSearch(place, "/a"u8, default, out length), length));
        var ask = new GopherRequestText("/a"u8) { Kind = GopherRequestKind.Representation, Argument = "text/plain En_US"u8, HasDataBlock = true };
        Assert.Equal("/a\t+text/plain En_US\t1\r\n", Written(GopherRequestWriter.TryWrite(place, in ask, GopherLimits.Default, out length), length));
        var all = new GopherRequestText(default) { HasSearch = true, Search = "w"u8, Kind = GopherRequestKind.DirectoryAttributes, Argument = "+VIEWS"u8 };
        Assert.Equal("\tw\t$+VIEWS\r\n", Written(GopherRequestWriter.TryWrite(place, in all, GopherLimits.Default, out length), length));
        Assert.False(GopherRequestWriter.TryWrite(place.AsSpan(0, 3), "/a"u8, out length));
        Assert.Equal(0, length);
        var output = new ArrayBufferWriter<byte>();
        GopherRequestWriter.Write(output, in ask, GopherLimits.Default);
        Assert.Equal("/a\t+text/plain En_US\t1\r\n", GopherReading.Text(output.WrittenSpan));

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
    [InlineData("\r\nQUIT\r\n")]
    [InlineData("\0")]
    public void What_would_end_a_part_throws_before_anything_is_written(string octets)
    {
        byte[] place = new byte[100];
        byte[] bad = GopherReading.Octets("a" + octets);
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(place, bad, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWriteSearch(place, "a"u8, bad, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(
            place, new GopherRequestText("a"u8) { Kind = GopherRequestKind.Representation, Argument = bad }, GopherLimits.Default, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.Write(new ArrayBufferWriter<byte>(), new GopherRequestText(bad), GopherLimits.Default));
        Assert.All(place, octet => Assert.Equal(0, octet));
    }

    [Fact]
    public void Parts_that_do_not_belong_together_throw()
    {
        byte[] place = new byte[100];
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(place, new GopherRequestText("a"u8) { Argument = "x"u8 }, GopherLimits.Default, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherRequestWriter.TryWrite(place, new GopherRequestText("a"u8) { HasDataBlock = true }, GopherLimits.Default, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherRequestWriter.TryWrite(
            place, new GopherRequestText("a"u8) { Kind = GopherRequestKind.Attributes, HasDataBlock = true }, GopherLimits.Default, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherRequestWriter.TryWrite(place, new GopherRequestText("a"u8) { Kind = (GopherRequestKind)'x' }, GopherLimits.Default, out _));
    }

    [Fact]
    public void Selector_and_line_that_fill_their_limits_are_written_and_one_more_octet_throws()
    {
        byte[] place = new byte[5000];
        Assert.True(GopherRequestWriter.TryWrite(place, new byte[255].AsSpan().OfLetters(), out int written));
        Assert.Equal(257, written);
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWrite(place, new byte[256].AsSpan().OfLetters(), out _));
        var limits = GopherLimits.Default with { MaxSelector = 256 };
        Assert.True(GopherRequestWriter.TryWrite(place, new GopherRequestText(new byte[256].AsSpan().OfLetters()), in limits, out _));
        Assert.True(GopherRequestWriter.TryWriteSearch(place, default, new byte[4095].AsSpan().OfLetters(), out written));
        Assert.Equal(4098, written);
        _ = Assert.Throws<ArgumentException>(() => GopherRequestWriter.TryWriteSearch(place, default, new byte[4096].AsSpan().OfLetters(), out _));
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_written()
    {
        byte[] place = new byte[100];
        FtpAllocation.IsNone(() => GopherRequestWriter.TryWriteSearch(place, "/find"u8, "words"u8, out _) && !GopherRequestWriter.TryWrite(place.AsSpan(0, 1), "/a"u8, out _));
    }
}
