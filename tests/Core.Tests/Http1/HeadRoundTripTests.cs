using System.Buffers;
using System.Text;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Core.Tests.Http1;

/// <summary>What the writers write, the parsers read back the same.</summary>
public class HeadRoundTripTests
{
    [Theory]
    [InlineData("GET", "/", "a")]
    [InlineData("GET", "/a/b?c=d&e=%20[]", "a.example:8080")]
    [InlineData("GET", "http://a/b", "a")]
    [InlineData("OPTIONS", "*", "")]
    [InlineData("CONNECT", "a:443", "a:443")]
    [InlineData("CONNECT", "[::1]:443", "[::1]:443")]
    [InlineData("M-SEARCH", "/", "[::1]")]
    public void Request_is_read_as_it_was_written(string method, string target, string host)
    {
        BodyFraming[] framings = [BodyFraming.None, BodyFraming.OfLength(0), BodyFraming.Chunked, BodyFraming.OfLength(long.MaxValue)];
        foreach (BodyFraming framing in framings[..(method == "CONNECT" ? 2 : 4)])
        {
            byte[] place = new byte[512];
            var writer = new RequestHeadWriter(place);
            writer.WriteRequestLine(Encoding.Latin1.GetBytes(method), Encoding.Latin1.GetBytes(target), Encoding.Latin1.GetBytes(host));
            foreach (string value in Values())
            {
                writer.WriteField("X-Value", value);
            }

            Assert.True(writer.TryComplete(in framing, ConnectionOptions.Close, out int written));

            var fields = new FieldLine[32];
            RequestHead head = default;
            Assert.Equal(ParseResult.Done(written), RequestHeadParser.Parse(place.AsSpan(0, written), fields, ref head, Http1Limits.Server));
            Assert.Equal(ParseResult.Done(0), BodyFramingParser.ParseRequest(place, fields, in head, out BodyFraming read));
            Assert.Equal((framing.Kind, framing.Length, ConnectionOptions.Close, false), (read.Kind, read.Length, read.Options, read.KeepsAlive));
            Assert.Equal(method, Encoding.Latin1.GetString(head.MethodIn(place)));
            Assert.Equal(target, Encoding.Latin1.GetString(head.TargetIn(place)));
            Assert.Equal(host, Encoding.Latin1.GetString(fields[0].ValueIn(place)));
            Assert.Equal(Values(), fields[1..(1 + Values().Length)].Select(f => Encoding.Latin1.GetString(f.ValueIn(place))));
        }
    }

    [Fact]
    public void Response_is_read_as_it_was_written()
    {
        for (int status = 100; status < 600; status++)
        {
            BodyFraming framing = status is < 200 or 204 or 304 ? BodyFraming.None : BodyFraming.OfLength(status == 205 ? 0 : status);
            byte[] place = new byte[512];
            var writer = new ResponseHeadWriter(place);
            writer.WriteStatusLine(status);
            foreach (string value in Values())
            {
                writer.WriteField(FieldName.Server, value);
            }

            Assert.True(writer.TryComplete(in framing, ConnectionOptions.KeepAlive, out int written));

            var fields = new FieldLine[32];
            ResponseHead head = default;
            Assert.Equal(ParseResult.Done(written), ResponseHeadParser.Parse(place.AsSpan(0, written), fields, ref head, Http1Limits.Client));
            Assert.Equal(ParseResult.Done(0), BodyFramingParser.ParseResponse(place, fields, in head, RequestMethod.Get, out BodyFraming read));
            Assert.Equal((status, framing.Kind, framing.Length), (head.Status, read.Kind, read.Length));
            Assert.Equal(StatusCodes.ReasonText(status), Encoding.Latin1.GetString(head.ReasonIn(place)));
            Assert.Equal(Values(), fields[..Values().Length].Select(f => Encoding.Latin1.GetString(f.ValueIn(place))));
        }
    }

    [Fact]
    public void Every_octet_the_writer_takes_the_parser_takes_in_its_place()
    {
        for (int octet = 0; octet < 256; octet++)
        {
            byte[] mixed = [(byte)'a', (byte)octet, (byte)'b'];
            byte[] place = new byte[200];
            AssertReadable(place, $"/{(char)octet}", mixed: "x"u8.ToArray());
            AssertReadable(place, "/", mixed);
        }
    }

    private static void AssertReadable(byte[] place, string target, byte[] mixed)
    {
        int written;
        try
        {
            var writer = new RequestHeadWriter(place);
            writer.WriteRequestLine("GET"u8, Encoding.Latin1.GetBytes(target), "a"u8);
            writer.WriteField("X"u8, mixed);
            Assert.True(writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out written));
        }
        catch (ArgumentException)
        {
            byte[] raw = Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: a\r\nX: {Encoding.Latin1.GetString(mixed)}\r\n\r\n");
            RequestHead refused = default;
            Assert.False(RequestHeadParser.Parse(raw, new FieldLine[4], ref refused, Http1Limits.Server).IsDone);
            return;
        }

        RequestHead head = default;
        Assert.Equal(ParseResult.Done(written), RequestHeadParser.Parse(place.AsSpan(0, written), new FieldLine[4], ref head, Http1Limits.Server));
    }

    private static string[] Values() => [.. HeadWriterSamples.GoodValues.Select(row => row.Data)];
}
