using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>The samples of docs/http1.md do what the page says; that of the core alone stands in samples/RawServer.</summary>
public class Http1PageTests
{
    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", OperationStatus.Done)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n", OperationStatus.NeedMoreData)]
    [InlineData("GET  / HTTP/1.1\r\n", OperationStatus.InvalidData)]
    public void Parser_sample_reads_a_head(string request, OperationStatus status)
    {
        byte[] buffer = Encoding.ASCII.GetBytes(request);
        var fields = new FieldLine[Http1Limits.ServerFields];
        RequestHead head = default;
        ParseResult result = RequestHeadParser.Parse(buffer, fields, ref head, out BodyFraming framing, Http1Limits.Server);
        Assert.Equal(status, result.Status);
        switch (result.Status)
        {
            case OperationStatus.Done:
            case OperationStatus.NeedMoreData:
            case OperationStatus.InvalidData:
            case OperationStatus.DestinationTooSmall:
                break;
        }

        if (result.IsDone)
        {
            Assert.True(head.MethodIn(buffer).SequenceEqual("POST"u8) && head.TargetIn(buffer).SequenceEqual("/"u8));
            Assert.Equal((BodyFramingKind.Length, 5), (framing.Kind, framing.Length));
        }
    }

    [Fact]
    public void Exchange_sample_ends_where_the_next_request_may_be_read()
    {
        RequestHead head = Parse("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n", out BodyFraming framing);
        var exchange = new ExchangeState(ExchangeRole.Server, Http1Limits.Server);
        ExchangeAnswer answer = exchange.On(ExchangeEvent.RequestHead(in head, in framing));
        if (!answer.IsTaken) { /* refused */ }

        Assert.True(answer.IsTaken && exchange.AwaitsContinue);
        if (exchange.AwaitsContinue)
        {
            exchange.On(ExchangeEvent.ResponseHead(100, BodyFraming.None, ConnectionOptions.None));
        }

        exchange.On(ExchangeEvent.Content(ExchangeRole.Client, 512));
        exchange.On(ExchangeEvent.End(ExchangeRole.Client));

        exchange.On(ExchangeEvent.ResponseHead(200, BodyFraming.OfLength(5), ConnectionOptions.None));
        exchange.On(ExchangeEvent.Content(ExchangeRole.Server, 5));
        Assert.True(exchange.IsReusable);
        if (exchange.IsReusable) { exchange.Reuse(); }
        Assert.Equal(MessageState.Idle, exchange.Request);
    }

    [Fact]
    public void A_sixth_octet_throws_before_it_is_written()
    {
        RequestHead head = Parse("GET / HTTP/1.1\r\nHost: a\r\n\r\n", out BodyFraming framing);
        var exchange = new ExchangeState(ExchangeRole.Server, Http1Limits.Server);
        exchange.On(ExchangeEvent.RequestHead(in head, in framing));
        exchange.On(ExchangeEvent.ResponseHead(200, BodyFraming.OfLength(5), ConnectionOptions.None));
        Assert.Throws<InvalidOperationException>(() => exchange.On(ExchangeEvent.Content(ExchangeRole.Server, 6)));
    }

    [Fact]
    public void Writer_sample_writes_a_head()
    {
        RequestHead request = Parse("GET / HTTP/1.1\r\nHost: a\r\n\r\n", out _);
        var now = new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero);
        Span<byte> destination = stackalloc byte[256];
        var head = new ResponseHeadWriter(destination);
        head.WriteStatusLine(200);
        head.WriteDate(FieldName.Date, now.UtcTicks);
        head.WriteField(FieldName.ContentType, "text/plain"u8);
        bool fits = head.TryComplete(BodyFraming.OfLength(13), ConnectionOptions.None, request.Method, request.Version, out int written);
        Assert.True(fits);
        Assert.Equal(
            "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\n",
            Encoding.ASCII.GetString(destination[..written]));
    }

    private static RequestHead Parse(string request, out BodyFraming framing)
    {
        byte[] buffer = Encoding.ASCII.GetBytes(request);
        var fields = new FieldLine[8];
        RequestHead head = default;
        Assert.True(RequestHeadParser.Parse(buffer, fields, ref head, Http1Limits.Server).IsDone);
        Assert.True(BodyFramingParser.ParseRequest(buffer, fields.AsSpan(0, head.FieldCount), head, out framing).IsDone);
        return head;
    }
}
