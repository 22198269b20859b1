using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Samples;

namespace HiPerf.Core.Tests.Http1;

public class BodyFramingParserTests
{
    private const string RequestLine = "POST / HTTP/1.1\r\n";
    private const string StatusLine = "HTTP/1.1 200 OK\r\n";

    [Theory]
    [MemberData(nameof(BodyFramingSamples.Refused), MemberType = typeof(BodyFramingSamples))]
    public void Refused_framing_is_refused_in_requests_and_responses(string fields, ParseError error, int offset)
    {
        ParseResult request = BodyFramingRun.Request(RequestLine + "Host: a\r\n" + fields + "\r\n", out BodyFraming framing);
        Assert.Equal(ParseResult.Invalid(error, RequestLine.Length + 9 + offset), request);
        Assert.Equal(default, framing);
        Assert.Equal(ParseResult.Invalid(error, StatusLine.Length + offset), BodyFramingRun.Response(StatusLine + fields + "\r\n", out _));
        Assert.Equal(error, BodyFramingRun.Response(StatusLine + fields + "\r\n", out _, RequestMethod.Head).Error);
    }

    [Theory]
    [MemberData(nameof(BodyFramingSamples.Refused), MemberType = typeof(BodyFramingSamples))]
    public void Octets_behind_the_offset_of_a_refusal_do_not_matter(string fields, ParseError error, int offset)
    {
        // The octet at the offset may be the CR behind a value: it then stays one.
        foreach (string rest in (string[])["", "x", " y", ", 5"])
        {
            string line = fields[offset] == '\r' ? fields[..offset] : fields[..(offset + 1)] + rest;
            Assert.Equal(ParseResult.Invalid(error, StatusLine.Length + offset), BodyFramingRun.Response(StatusLine + line + "\r\n\r\n", out _));
        }
    }

    [Theory]
    [MemberData(nameof(BodyFramingSamples.RefusedHosts), MemberType = typeof(BodyFramingSamples))]
    public void Refused_host_is_refused_unless_it_is_not_asked_for(string fields, ParseError error, int offset)
    {
        string text = "GET / HTTP/1.1\r\n" + fields + "\r\n";
        Assert.Equal(ParseResult.Invalid(error, 16 + offset), BodyFramingRun.Request(text, out _));
        Assert.Equal(ParseResult.Done(0), BodyFramingRun.Request(text, out _, requireHost: false));
    }

    [Theory]
    [MemberData(nameof(BodyFramingSamples.ValidHosts), MemberType = typeof(BodyFramingSamples))]
    public void Valid_host_is_accepted(string host) =>
        Assert.Equal(ParseResult.Done(0), BodyFramingRun.Request($"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n", out _));

    [Theory]
    [InlineData("http://a/", "a", true)]
    [InlineData("http://a/", "A:80", true)]
    [InlineData("HTTP://a:80/x?y", "a", true)]
    [InlineData("https://a:443", "a", true)]
    [InlineData("https://a:443", "a:443", true)]
    [InlineData("http://a:/", "a", true)]
    [InlineData("http://[::1]:8080/", "[::1]:8080", true)]
    [InlineData("http://a/", "", true)]
    [InlineData("http://a/", "b", false)]
    [InlineData("http://a/", "a:81", false)]
    [InlineData("http://a:443/", "a", false)]
    [InlineData("https://a:80/", "a", false)]
    [InlineData("http://a?://b/", "b", false)]
    [InlineData("urn:a", "", true)]
    [InlineData("urn:a", "a", false)]
    [InlineData("a.example:80", "a.example", false)]
    [InlineData("ftp://a:80/", "a", false)]
    [InlineData("coaps://a:443/", "a", false)]
    [InlineData("ftp://a:21/", "A:21", true)]
    public void Host_agrees_with_an_absolute_target(string target, string host, bool agrees)
    {
        ParseResult expected = agrees ? ParseResult.Done(0) : ParseResult.Invalid(ParseError.HostMismatch, 4 + target.Length + 17 + host.Length);
        Assert.Equal(expected, BodyFramingRun.Request($"GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n", out _));
    }

    [Fact]
    public void Http10_request_needs_no_host_and_takes_no_transfer_encoding()
    {
        Assert.Equal(ParseResult.Done(0), BodyFramingRun.Request("GET / HTTP/1.0\r\n\r\n", out _));
        Assert.Equal(
            ParseResult.Invalid(ParseError.TransferEncodingInHttp10, 33),
            BodyFramingRun.Request("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", out _));
        Assert.Equal(
            ParseResult.Invalid(ParseError.TransferEncodingInHttp10, 34),
            BodyFramingRun.Response("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", out _));
    }

    [Theory]
    [InlineData("", BodyFramingKind.None, -1)]
    [InlineData("Content-Length: 0\r\n", BodyFramingKind.Length, 0)]
    [InlineData("Content-Length: \t42 \r\n", BodyFramingKind.Length, 42)]
    [InlineData("Content-Length: 007\r\n", BodyFramingKind.Length, 7)]
    [InlineData("Content-Length: 0000000000000000010\r\n", BodyFramingKind.Length, 10)]
    [InlineData("Content-Length: 9223372036854775807\r\n", BodyFramingKind.Length, long.MaxValue)]
    [InlineData("Transfer-Encoding: chunked\r\n", BodyFramingKind.Chunked, -1)]
    [InlineData("TRANSFER-ENCODING:\t CHUNKED \r\n", BodyFramingKind.Chunked, -1)]
    [InlineData("Content_Length: 5\r\nTransfer_Encoding: chunked\r\n", BodyFramingKind.None, -1)]
    public void Request_is_framed_by_its_fields(string fields, BodyFramingKind kind, long length)
    {
        Assert.Equal(ParseResult.Done(0), BodyFramingRun.Request(RequestLine + "Host: a\r\n" + fields + "\r\n", out BodyFraming framing));
        Assert.Equal((kind, length, true), (framing.Kind, framing.Length, framing.KeepsAlive));
    }

    [Theory]
    [InlineData(200, nameof(RequestMethod.Get), "", BodyFramingKind.UntilClose, -1, false)]
    [InlineData(200, nameof(RequestMethod.Get), "Content-Length: 5\r\n", BodyFramingKind.Length, 5, true)]
    [InlineData(200, nameof(RequestMethod.Get), "Transfer-Encoding: chunked\r\n", BodyFramingKind.Chunked, -1, true)]
    [InlineData(205, nameof(RequestMethod.Get), "Content-Length: 0\r\n", BodyFramingKind.Length, 0, true)]
    [InlineData(200, nameof(RequestMethod.Head), "Content-Length: 5\r\n", BodyFramingKind.None, 5, true)]
    [InlineData(200, nameof(RequestMethod.Head), "Transfer-Encoding: chunked\r\n", BodyFramingKind.None, -1, true)]
    [InlineData(200, nameof(RequestMethod.Head), "", BodyFramingKind.None, -1, true)]
    [InlineData(100, nameof(RequestMethod.Post), "", BodyFramingKind.None, -1, true)]
    [InlineData(101, nameof(RequestMethod.Get), "", BodyFramingKind.None, -1, false)]
    [InlineData(204, nameof(RequestMethod.Get), "", BodyFramingKind.None, -1, true)]
    [InlineData(304, nameof(RequestMethod.Get), "Content-Length: 5\r\n", BodyFramingKind.None, 5, true)]
    [InlineData(200, nameof(RequestMethod.Connect), "Content-Length: x\r\nTransfer-Encoding: y\r\n", BodyFramingKind.None, -1, false)]
    [InlineData(407, nameof(RequestMethod.Connect), "Content-Length: 5\r\n", BodyFramingKind.Length, 5, true)]
    public void Response_is_framed_by_status_method_and_fields(int status, string method, string fields, BodyFramingKind kind, long length, bool keepsAlive)
    {
        string text = $"HTTP/1.1 {status} \r\n{fields}\r\n";
        Assert.Equal(ParseResult.Done(0), BodyFramingRun.Response(text, out BodyFraming framing, Enum.Parse<RequestMethod>(method)));
        Assert.Equal((kind, length, keepsAlive), (framing.Kind, framing.Length, framing.KeepsAlive));
    }

    [Theory]
    [InlineData("1.1", "", ConnectionOptions.None, true)]
    [InlineData("1.0", "", ConnectionOptions.None, false)]
    [InlineData("1.1", "Connection: close\r\n", ConnectionOptions.Close, false)]
    [InlineData("1.1", "Connection: CLOSE\r\n", ConnectionOptions.Close, false)]
    [InlineData("1.1", "Connection: closed\r\n", ConnectionOptions.Other, true)]
    [InlineData("1.0", "Connection: Keep-Alive\r\n", ConnectionOptions.KeepAlive, true)]
    [InlineData("1.0", "Connection: keep-alive, close\r\n", ConnectionOptions.KeepAlive | ConnectionOptions.Close, false)]
    [InlineData("1.1", "Connection: ,\t te ,,upgrade, X-Foo\r\nUpgrade: foo\r\n",
        ConnectionOptions.Te | ConnectionOptions.Upgrade | ConnectionOptions.Other | ConnectionOptions.UpgradeField, true)]
    [InlineData("1.1", "Connection: te\r\nConnection: close\r\n", ConnectionOptions.Te | ConnectionOptions.Close, false)]
    [InlineData("1.1", "Expect: 100-Continue\r\n", ConnectionOptions.ExpectContinue, true)]
    [InlineData("1.1", "Expect: 100-continuex\r\n", ConnectionOptions.ExpectOther, true)]
    [InlineData("1.0", "Expect: 100-continue\r\nUpgrade: x\r\n", ConnectionOptions.None, false)]
    public void Connection_Expect_and_Upgrade_are_told(string version, string fields, ConnectionOptions options, bool keepsAlive)
    {
        Assert.True(BodyFramingRun.Request($"GET / HTTP/{version}\r\nHost: a\r\n{fields}\r\n", out BodyFraming framing).IsDone);
        Assert.Equal((options, keepsAlive), (framing.Options, framing.KeepsAlive));
    }

    [Fact]
    public void Option_in_a_folded_line_is_told()
    {
        byte[] octets = "GET / HTTP/1.1\r\nHost: a\r\nConnection: te,\r\n\tclose\r\n ,upgrade\r\n\r\n"u8.ToArray();
        var fields = new FieldLine[2];
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(octets, fields, ref head, Http1Limits.Server, Http1Leniency.ObsFold).IsDone);
        Assert.True(BodyFramingParser.ParseRequest(octets, fields, in head, out BodyFraming framing).IsDone);
        Assert.Equal((ConnectionOptions.Te | ConnectionOptions.Close | ConnectionOptions.Upgrade, false), (framing.Options, framing.KeepsAlive));
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 5\r\n", 52)]
    [InlineData("Content-Length: 5, 5\r\n", 36)]
    [InlineData("Content-Length: 05 ,5,\t5\r\n", 37)]
    public void Leniency_lets_a_repeated_length_of_one_value_pass_and_reports_it(string fields, int offset)
    {
        ParseResult result = BodyFramingRun.Response(StatusLine + fields + "\r\n", out BodyFraming framing, leniency: Http1Leniency.RepeatedContentLength);
        Assert.Equal(ParseResult.Done(0, Deviations.RepeatedContentLength, offset), result);
        Assert.Equal((BodyFramingKind.Length, 5), (framing.Kind, framing.Length));
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n", ParseError.RepeatedContentLength, 53)]
    [InlineData("Content-Length: 5, 6\r\n", ParseError.RepeatedContentLength, 37)]
    [InlineData("Content-Length: 5,\r\n", ParseError.BadContentLength, 35)]
    [InlineData("Content-Length: 5,,5\r\n", ParseError.BadContentLength, 35)]
    public void Leniency_refuses_lengths_that_differ_or_are_none(string fields, ParseError error, int offset) =>
        Assert.Equal(
            ParseResult.Invalid(error, offset),
            BodyFramingRun.Response(StatusLine + fields + "\r\n", out _, leniency: Http1Leniency.RepeatedContentLength));

    [Fact]
    public void Every_field_is_identified_in_the_same_pass()
    {
        byte[] octets = "GET / HTTP/1.1\r\nhOST: a\r\nX-Own: b\r\nuser-agent: c\r\n\r\n"u8.ToArray();
        var fields = new FieldLine[3];
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(octets, fields, ref head, Http1Limits.Server).IsDone);
        Assert.True(BodyFramingParser.ParseRequest(octets, fields, in head, out _).IsDone);
        Assert.Equal([FieldName.Host, FieldName.Unknown, FieldName.UserAgent], fields.Select(f => f.Name));
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: a.example:80\r\nConnection: keep-alive, te\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n", true)]
    [InlineData("POST / HTTP/1.1\r\nHost: [::1]\r\nContent-Length: 12\r\n\r\n", true)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", false)]
    [InlineData("POST http://a/ HTTP/1.1\r\nHost: b\r\n\r\n", false)]
    [InlineData("POST / HTTP/1.1\r\nA: b\r\n\r\n", false)]
    public void Parse_allocates_nothing(string text, bool done)
    {
        byte[] octets = System.Text.Encoding.Latin1.GetBytes(text);
        var fields = new FieldLine[16];
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(octets, fields, ref head, Http1Limits.Server).IsDone);
        Assert.Equal(done, BodyFramingParser.ParseRequest(octets, fields, in head, out _).IsDone);
        Assert.Equal(0, Allocation.Least(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                BodyFramingParser.ParseRequest(octets, fields, in head, out _);
            }
        }));
    }
}
