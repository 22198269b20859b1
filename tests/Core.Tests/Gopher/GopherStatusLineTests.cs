using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherStatusLineTests
{
    public static TheoryData<string, string> Valid => [.. GopherAttributeBlocks.StatusLines];

    public static TheoryData<MarkedSample> Refused => [.. GopherAttributeBlocks.RefusedStatusLines];

    [Theory, MemberData(nameof(Valid))]
    public void Status_line_is_read_and_written(string line, string shown)
    {
        byte[] octets = GopherReading.Octets(line + "abc");
        for (int cut = 0; cut < line.Length; cut++)
        {
            Assert.Equal(ParseResult.NeedMoreData(cut), GopherStatusLineParser.Parse(octets.AsSpan(0, cut), out _));
        }

        Assert.Equal(ParseResult.Done(line.Length), GopherStatusLineParser.Parse(octets, out GopherStatusLine status));
        Assert.Equal(shown, $"{status.IsError} {status.Framing} {status.Length}");
        byte[] place = new byte[GopherStatusLineParser.MaxLength];
        Assert.True(GopherStatusLineWriter.TryWrite(place, in status, out int written));
        Assert.Equal(line, GopherReading.Text(place.AsSpan(0, written)));
        Assert.False(GopherStatusLineWriter.TryWrite(place.AsSpan(0, written - 1), in status, out _));
    }

    [Theory, MemberData(nameof(Refused))]
    public void Refused_status_line_is_refused_as_soon_as_the_octet_comes(MarkedSample sample)
    {
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), GopherStatusLineParser.Parse(sample.Octets, out _));
        Assert.Equal(ParseResult.NeedMoreData(sample.Offset), GopherStatusLineParser.Parse(sample.Octets.AsSpan(0, sample.Offset), out _));
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), GopherStatusLineParser.Parse(sample.Octets.AsSpan(0, sample.Offset + 1), out _));
    }

    [Fact]
    public void Bare_lf_passes_as_a_deviation() =>
        Assert.Equal(ParseResult.Done(4, Deviations.GopherBareLf, 3), GopherStatusLineParser.Parse("+-1\n"u8, out _));

    [Fact]
    public void Negative_length_throws()
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => GopherStatusLineWriter.TryWrite(new byte[30], GopherStatusLine.Counted(-1), out _));
        Assert.Equal("--1", GopherReading.Text(Written(GopherStatusLine.Error).AsSpan(0, 3)));
        Assert.Equal("+-2", GopherReading.Text(Written(GopherStatusLine.UntilClose).AsSpan(0, 3)));
        Assert.Equal("+-1", GopherReading.Text(Written(GopherStatusLine.DotTerminated).AsSpan(0, 3)));

        static byte[] Written(GopherStatusLine status)
        {
            byte[] place = new byte[30];
            Assert.True(GopherStatusLineWriter.TryWrite(place, in status, out _));
            return place;
        }
    }

    [Theory]
    [InlineData("1 Joe <joe@a>", 1, "Joe", "joe@a")]
    [InlineData("3", 3, "", "")]
    [InlineData("2 ", 2, "", "")]
    [InlineData("7 a <b> c", 7, "a <b> c", "")]
    [InlineData("999999999 <a@b>", 999_999_999, "", "a@b")]
    public void Error_is_read(string line, int code, string comment, string email)
    {
        byte[] octets = GopherReading.Octets(line);
        Assert.Equal(ParseResult.Done(line.Length), GopherErrorParser.Parse(octets, out GopherError error));
        Assert.Equal((code, comment, email), (error.Code, GopherReading.Text(error.Administrator.Comment.In(octets)), GopherReading.Text(error.Administrator.Email.In(octets))));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" 1", 0)]
    [InlineData("x", 0)]
    [InlineData("1x", 1)]
    [InlineData("1234567890", 9)]
    public void Error_without_its_number_is_refused(string line, int at) =>
        Assert.Equal(ParseResult.Invalid(ParseError.BadGopherError, at), GopherErrorParser.Parse(GopherReading.Octets(line), out _));

    [Fact]
    public void Nothing_is_allocated() => FtpAllocation.IsNone(() =>
        GopherStatusLineParser.Parse("+5340\r\n"u8, out GopherStatusLine status).IsDone && GopherStatusLineWriter.TryWrite(stackalloc byte[22], in status, out _)
        && GopherErrorParser.Parse("1 a <b>"u8, out _).IsDone && !GopherStatusLineParser.Parse("x"u8, out _).IsDone);
}
