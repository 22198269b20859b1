using HiPerf.Core.Tests.Ftp;
using HiPerf.Gopher;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Gopher;

public class GopherRequestParserTests
{
    public static TheoryData<string, string> Valid => [.. GopherRequests.Valid];

    public static TheoryData<MarkedSample> Refused => [.. GopherRequests.Refused];

    [Theory, MemberData(nameof(Valid))]
    public void Valid_request_is_read_alike_at_every_cut(string line, string shown)
    {
        byte[] octets = GopherReading.Octets(line + "+3\r\nabc");
        for (int cut = 0; cut < line.Length; cut++)
        {
            GopherRequest request = default;
            ParseResult part = GopherRequestParser.Parse(octets.AsSpan(0, cut), ref request, GopherLimits.Default);
            Assert.True(part.NeedsMoreData);
            Assert.Equal(ParseResult.Done(line.Length), GopherRequestParser.Parse(octets, ref request, GopherLimits.Default, GopherLeniency.None, part.Position));
            Assert.Equal(shown, GopherShown.Request(octets, in request));
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            Assert.Equal(tab < 0 ? "" : line[(tab + 1)..^2], GopherReading.Text(request.Rest.In(octets)));
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void Refused_request_is_refused_as_soon_as_the_octet_comes(MarkedSample sample)
    {
        GopherRequest request = default;
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), GopherRequestParser.Parse(sample.Octets, ref request, GopherLimits.Default));
        ParseResult before = GopherRequestParser.Parse(sample.Octets.AsSpan(0, sample.Offset), ref request, GopherLimits.Default);
        Assert.True(before.NeedsMoreData);
        Assert.Equal(ParseResult.Invalid(sample.Error, sample.Offset), GopherRequestParser.Parse(sample.Octets, ref request, GopherLimits.Default, GopherLeniency.None, before.Position));
    }

    [Theory]
    [InlineData("/a\n", 2)]
    [InlineData("/a\tb\n", 4)]
    [InlineData("/a\t+\t1\n", 6)]
    public void Bare_lf_passes_under_its_leniency_as_a_deviation(string line, int at)
    {
        GopherRequest request = default;
        Assert.Equal(
            ParseResult.Done(line.Length, Deviations.GopherBareLf, at), GopherRequestParser.Parse(GopherReading.Octets(line), ref request, GopherLimits.Default, GopherLeniency.BareLf));
    }

    [Theory]
    [InlineData("/4567", "x", 8)]
    [InlineData("/a\tbcde", "f", 8)]
    [InlineData("/a\t+bcd", "e", 8)]
    [InlineData("/a\t+x\t1", "", 8)]
    public void Request_that_fills_its_limit_passes_and_one_more_octet_does_not(string line, string more, int most)
    {
        GopherRequest request = default;
        var limits = GopherLimits.Default with { MaxRequestLine = line.Length };
        Assert.Equal(ParseResult.Done(line.Length + 2), GopherRequestParser.Parse(GopherReading.Octets(line + "\r\n"), ref request, in limits));
        limits = GopherLimits.Default with { MaxRequestLine = line.Length + more.Length - 1 };
        Assert.Equal(
            ParseResult.Invalid(ParseError.GopherRequestTooLong, limits.MaxRequestLine), GopherRequestParser.Parse(GopherReading.Octets(line + more + "\r\n"), ref request, in limits));
        Assert.InRange(line.Length, 1, most);
    }

    [Fact]
    public void Default_limit_is_4096_and_selectors_beyond_255_are_told()
    {
        GopherRequest request = default;
        Assert.Equal(ParseResult.Done(257), GopherRequestParser.Parse(GopherReading.Octets(new string('a', 255) + "\r\n"), ref request, GopherLimits.Default));
        Assert.Equal(ParseResult.Done(258, Deviations.LongSelector, 255), GopherRequestParser.Parse(GopherReading.Octets(new string('a', 256) + "\r\n"), ref request, GopherLimits.Default));
        Assert.True(GopherRequestParser.Parse(GopherReading.Octets(new string('a', 4096) + "\r\n"), ref request, GopherLimits.Default).IsDone);
        Assert.Equal(
            ParseResult.Invalid(ParseError.GopherRequestTooLong, 4096), GopherRequestParser.Parse(GopherReading.Octets(new string('a', 4097)), ref request, GopherLimits.Default));
    }

    [Theory]
    [InlineData("\t!\r\n", true, true)]
    [InlineData("\t!+VIEWS+ADMIN\r\n", true, false)]
    [InlineData("\t$+info +views\r\n", true, false)]
    [InlineData("\t!+ADMIN\r\n", false, false)]
    [InlineData("\t+\r\n", false, false)]
    public void Attributes_asked_for_are_those_named_or_all(string line, bool views, bool ask)
    {
        byte[] octets = GopherReading.Octets(line);
        GopherRequest request = default;
        Assert.True(GopherRequestParser.Parse(octets, ref request, GopherLimits.Default).IsDone);
        Assert.Equal((views, ask), (request.AsksFor(octets, GopherAttribute.Views), request.AsksFor(octets, GopherAttribute.Ask)));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n", true)]
    [InlineData("OPTIONS * http/1.0\r\n", true)]
    [InlineData("/GET / HTTP/1.1\r\n", false)]
    [InlineData("GET / HTTP/1.1\t+\r\n", false)]
    [InlineData("GET / HTTP/11\r\n", false)]
    [InlineData("GET HTTP/1.1x\r\n", false)]
    public void Http_is_known_for_what_it_is(string line, bool isHttp)
    {
        byte[] octets = GopherReading.Octets(line);
        GopherRequest request = default;
        Assert.True(GopherRequestParser.Parse(octets, ref request, GopherLimits.Default).IsDone);
        Assert.Equal(isHttp, request.IsHttp(octets));
    }

    [Fact]
    public void Nothing_is_allocated_for_what_is_read_or_refused()
    {
        byte[] valid = "/find\twords\t+text/plain\t1\r\n"u8.ToArray();
        byte[] refused = "/find\twords\t+\t2"u8.ToArray();
        FtpAllocation.IsNone(() =>
        {
            GopherRequest request = default;
            return GopherRequestParser.Parse(valid, ref request, GopherLimits.Default).IsDone && !GopherRequestParser.Parse(refused, ref request, GopherLimits.Default).IsDone;
        });
    }
}
