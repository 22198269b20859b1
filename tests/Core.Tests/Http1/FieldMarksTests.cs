using System.Text;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public sealed class FieldMarksTests
{
    [Theory]
    [InlineData(FieldName.Host)]
    [InlineData(FieldName.ContentLength)]
    [InlineData(FieldName.TransferEncoding)]
    [InlineData(FieldName.Connection)]
    [InlineData(FieldName.Expect)]
    [InlineData(FieldName.Upgrade)]
    public void Names_that_framing_reads_concern_it(FieldName name) => Assert.True(FieldMarks.Concern(name));

    [Fact]
    public void Unknown_names_do_not_concern_framing() => Assert.False(FieldMarks.Concern(FieldName.Unknown));

    // Rows up to and behind the last one with a mark of its own, near the buffer's end and not.
    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(99)]
    public void Rows_that_share_a_mark_are_read(int row)
    {
        foreach (string behind in (string[])["", "X-Last: a value of more than thirty-two octets\r\n"])
        {
            foreach ((string line, ParseError error) in ((string, ParseError)[])[
                ("Content-Length: 5\r\n", ParseError.None), ("Content-Length: x\r\n", ParseError.BadContentLength), ("Host: b\r\n", ParseError.RepeatedHost), ("X: y\r\n", ParseError.None)])
            {
                byte[] octets = Encoding.Latin1.GetBytes("POST / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("X-Own: b\r\n", row - 1)) + line + behind + "\r\n");
                var fields = new FieldLine[128];
                RequestHead head = default;
                ParseResult result = RequestHeadParser.Parse(octets, fields, ref head, out BodyFraming framing, Http1Limits.Server);
                Assert.Equal(error, result.Error);
                Assert.Equal(line == "Content-Length: 5\r\n" ? 5 : -1, framing.Length);
            }
        }
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: a.example:80\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\n", true)]
    [InlineData("POST / HTTP/1.1\r\nHost: [::1]\r\nConnection: te, close\r\nTransfer-Encoding: chunked\r\n\r\n", true)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", false)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", false)]
    public void Parse_with_framing_allocates_nothing(string text, bool done)
    {
        byte[] octets = Encoding.Latin1.GetBytes(text);
        var fields = new FieldLine[16];
        RequestHead head = default;
        Assert.Equal(done, RequestHeadParser.Parse(octets, fields, ref head, out _, Http1Limits.Server).IsDone);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                RequestHeadParser.Parse(octets, fields, ref head, out _, Http1Limits.Server);
            }
        }));
    }

    [Fact]
    public void Host_is_not_asked_for_where_it_is_not_required()
    {
        byte[] octets = "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"u8.ToArray();
        var fields = new FieldLine[16];
        RequestHead head = default;
        Assert.Equal(ParseError.BadHost, RequestHeadParser.Parse(octets, fields, ref head, out _, Http1Limits.Server).Error);
        Assert.True(RequestHeadParser.Parse(octets, fields, ref head, out _, Http1Limits.Server, requireHost: false).IsDone);
    }

    [Fact]
    public void First_deviation_is_the_leftmost_of_head_and_framing()
    {
        const Http1Leniency Lenient = Http1Leniency.RepeatedContentLength | Http1Leniency.BareLf;
        var fields = new FieldLine[16];
        ResponseHead head = default;
        ParseResult result = ResponseHeadParser.Parse(
            "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\nA: b\n\r\n"u8, fields, ref head, RequestMethod.Get, out _, Http1Limits.Client, Lenient);
        Assert.Equal(ParseResult.Done(46, Deviations.RepeatedContentLength | Deviations.BareLf, 36), result);
        result = ResponseHeadParser.Parse(
            "HTTP/1.1 200 OK\r\nA: b\nContent-Length: 5, 5\r\n\r\n"u8, fields, ref head, RequestMethod.Get, out _, Http1Limits.Client, Lenient);
        Assert.Equal(ParseResult.Done(46, Deviations.RepeatedContentLength | Deviations.BareLf, 21), result);
    }
}
