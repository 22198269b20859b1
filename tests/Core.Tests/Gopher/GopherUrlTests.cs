using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherUrlTests
{
    public static TheoryData<string, char, string, bool> Valid => [.. GopherUrls.Valid];

    public static TheoryData<MarkedSample> Refused => [.. GopherUrls.Refused];

    [Theory, MemberData(nameof(Valid))]
    public void Path_is_read_and_written(string path, char type, string line, bool isWrittenSo)
    {
        byte[] octets = GopherReading.Octets(path);
        byte[] decoded = new byte[octets.Length];
        Assert.Equal(ParseResult.Done(octets.Length), GopherUrlParser.Parse(octets, decoded, out GopherUrl url, out int written));
        Assert.InRange(written, 0, octets.Length);
        byte[] wire = new byte[100];
        Assert.True(GopherRequestWriter.TryWrite(wire, url.RequestIn(decoded), GopherLimits.Default, out int length));
        Assert.Equal((type, line + "\r\n"), ((char)url.TypeOctet, GopherReading.Text(wire.AsSpan(0, length))));
        byte[] again = new byte[100];
        Assert.True(GopherUrlWriter.TryWrite(again, url.TypeOctet, url.RequestIn(decoded), out length));
        Assert.Equal(isWrittenSo, GopherReading.Text(again.AsSpan(0, length)) == path);
        for (int room = 0; room < length; room++)
        {
            Assert.False(GopherUrlWriter.TryWrite(again.AsSpan(0, room), url.TypeOctet, url.RequestIn(decoded), out _));
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void Path_that_is_none_is_refused_at_its_octet(MarkedSample sample)
    {
        byte[] decoded = new byte[sample.Octets.Length];
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), GopherUrlParser.Parse(sample.Octets, decoded, out GopherUrl url, out int written));
        Assert.Equal((default, 0), (url, written));
    }

    [Fact]
    public void Too_little_room_is_told() =>
        Assert.Equal(ParseResult.TooSmall(ParseError.UrlTooLong, 4), GopherUrlParser.Parse("/1ab"u8[..4].ToArray().Concat("c"u8.ToArray()).ToArray(), new byte[2], out _, out _));

    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\t")]
    [InlineData("\0")]
    public void What_would_end_a_part_throws(string octet)
    {
        byte[] bad = GopherReading.Octets("a" + octet);
        byte[] place = new byte[100];
        _ = Assert.Throws<ArgumentException>(() => GopherUrlWriter.TryWrite(place, (byte)'1', new GopherRequestText(bad), out _));
        _ = Assert.Throws<ArgumentException>(() => GopherUrlWriter.TryWrite(place, (byte)'1', new GopherRequestText("a"u8) { HasSearch = true, Search = bad }, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherUrlWriter.TryWrite(place, (byte)'1', new GopherRequestText("a"u8) { Kind = GopherRequestKind.Attributes, Argument = bad }, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherUrlWriter.TryWrite(place, bad[1], default, out _));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherUrlWriter.TryWrite(place, (byte)'1', new GopherRequestText("a"u8) { Kind = GopherRequestKind.Representation, HasDataBlock = true }, out _));
        _ = Assert.Throws<ArgumentException>(() => GopherUrlWriter.TryWrite(place, (byte)'1', new GopherRequestText("a"u8) { Argument = "x"u8 }, out _));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        byte[] place = new byte[100];
        FtpAllocation.IsNone(() => GopherUrlParser.Parse("/7a%09b%20c"u8, place, out GopherUrl url, out _).IsDone
            && GopherUrlWriter.TryWrite(place.AsSpan(50), url.TypeOctet, url.RequestIn(place), out _) && !GopherUrlParser.Parse("/1%0d"u8, place, out _, out _).IsDone);
    }
}
