using System.Buffers;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>Cases that broke a law once.</summary>
public sealed class FoundByLaws
{
    [Fact]
    public void First_deviation_of_a_line_with_two_is_the_leftmost()
    {
        ParseResult result = Read("HTTP/1.1 206 \r\na :\n\n", new(Http1Leniency.BareLf | Http1Leniency.SpaceBeforeColon, Http1Limits.Server, 10));
        Assert.Equal(ParseResult.Done(20, Deviations.BareLf | Deviations.SpaceBeforeColon, 16), result);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Fold_behind_a_line_that_fills_its_limit_is_refused_at_its_first_octet(int maxLine)
    {
        var limits = new Http1Limits { MaxFieldLine = maxLine };
        ParseResult result = Read("HTTP/1.1 200 \r\na: bbb\r\n c\r\n\r\n", new(Http1Leniency.ObsFold, limits, 10));
        Assert.Equal(ParseResult.Invalid(ParseError.FieldLineTooLong, 23), result);
    }

    [Fact]
    public void Missing_host_behind_a_blank_fold_is_told_at_the_empty_line()
    {
        byte[] octets = Inputs.Latin1("GET / HTTP/1.1\r\na: b\r\n \r\n\r\n");
        var reader = new RequestReader(10);
        Assert.True(reader.Parse(octets, new(Http1Leniency.ObsFold, Http1Limits.Server, 10)).IsDone);
        Assert.Equal(ParseResult.Invalid(ParseError.MissingHost, 25), reader.Frame(octets, out _, Http1Leniency.ObsFold));
    }

    [Fact]
    public void Host_is_not_compared_with_an_authority_inside_a_query()
    {
        byte[] octets = Inputs.Latin1("GET urn:x?://a HTTP/1.1\r\nHost: a\r\n\r\n");
        var reader = new RequestReader(10);
        Assert.True(reader.Parse(octets, Reading.Strict).IsDone);
        Assert.Equal(ParseError.HostMismatch, reader.Frame(octets, out _, Http1Leniency.None).Error);
    }

    [Fact]
    public void At_sign_behind_a_bracket_offends_and_not_the_bracket()
    {
        byte[] octets = Inputs.Latin1("GET http://[::1@a/ HTTP/1.1\r\n\r\n");
        Assert.Equal(ParseResult.Invalid(ParseError.BadRequestTarget, 15), new RequestReader(10).Parse(octets, Reading.Strict));
    }

    [Fact]
    public void Longest_chunk_behind_others_does_not_seem_outweighed_by_its_framing()
    {
        // 102,390 octets of framing, ten before they begin to count; the two sizes together are more than 2^63-1.
        byte[] octets = Inputs.Latin1(string.Concat(Enumerable.Repeat("1\r\nx\r\n", 20_478)) + "7fffffffffffffff\r\n");
        ChunkedBodyRun run = ChunkedBodyRun.Over(octets, Reading.Strict, Fuzzing.Arrival.Whole);
        Assert.Equal((OperationStatus.NeedMoreData, ParseError.None), (run.Status, run.Error));
    }

    [Theory]
    [InlineData("9223372036854775806", long.MaxValue - 1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", long.MaxValue)]
    [InlineData("000000000000000000009223372036854775806", long.MaxValue - 1)]
    public void Max_age_saturates_at_the_most_and_not_before(string digits, long seconds)
    {
        Assert.True(HiPerf.Http.SetCookieParser.Parse(Inputs.Latin1("a=b; Max-Age=" + digits), out HiPerf.Http.SetCookie cookie).IsDone);
        Assert.Equal(seconds, cookie.MaxAgeSeconds);
    }

    private static ParseResult Read(string wire, Reading reading)
    {
        ParseResult result = new ResponseReader(reading.Table).Parse(Inputs.Latin1(wire), reading);
        Assert.NotEqual(OperationStatus.NeedMoreData, result.Status);
        return result;
    }
}
