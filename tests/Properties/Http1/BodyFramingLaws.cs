using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

public sealed class BodyFramingLaws
{
    private static readonly Arbitrary<RequestMethod> s_methods =
        Gen.Elements(RequestMethod.Get, RequestMethod.Head, RequestMethod.Connect, RequestMethod.Post, RequestMethod.Unknown).ToArbitrary();

    // Fields that frame, in every state of repair.
    private static readonly Arbitrary<string> s_framing = Gen.Elements(
        "Content-Length: 5", "content-length: 5", "Content-Length: 05", "Content-Length: 6", "Content-Length: 5, 5", "Content-Length: 5,", "Content-Length:", "Content-Length: -1",
        "Content-Length: 0x5", "Content-Length: 9223372036854775807", "Content-Length: 9223372036854775808", "Content-Length: 00000000000000000005",
        "Transfer-Encoding: chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding: gzip", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: \"chunked\"", "Transfer-Encoding:", "Transfer-Encoding: chunked;a=b", "Host: a", "Host: b", "Host:", "Host: a:99999", "Host: a b", "Host: [::1", "x: y",
        "Connection: close", "Connection: keep-alive", "Expect: 100-continue").ArrayOf().Select(lines => string.Concat(lines.Take(5).Select(l => l + "\r\n"))).ToArbitrary();

    [Fact]
    public void Total_any_head_is_answered_within_it() => Law.Holds(2500, Inputs.RequestHeads, Inputs.ResponseHeads, Inputs.Readings, (request, response, reading) =>
    {
        byte[] octets = Inputs.Latin1(request.Wire);
        var requests = new RequestReader(reading.Table);
        ParseResult head = requests.Parse(octets, reading);
        if (head.IsDone)
        {
            Within(requests.Frame(octets, out BodyFraming framing, reading.Leniency), framing, head, octets);
        }

        octets = Inputs.Latin1(response.Wire);
        var responses = new ResponseReader(reading.Table);
        head = responses.Parse(octets, reading);
        if (head.IsDone)
        {
            Within(responses.Frame(octets, RequestMethod.Get, out BodyFraming framing, reading.Leniency), framing, head, octets);
        }
    });

    [Fact]
    public void Valid_requests_and_responses_are_framed() => Law.Holds(1500, ProtocolArbitraries.RequestHeads(), ProtocolArbitraries.ResponseHeads(), s_methods, (request, response, method) =>
    {
        byte[] octets = request.ToOctets();
        var requests = new RequestReader(Http1Limits.ServerFields);
        Assert.True(requests.Parse(octets, Reading.Strict).IsDone);
        Assert.Equal(ParseResult.Done(0), requests.Frame(octets, out BodyFraming framing, Http1Leniency.None));
        Assert.Equal(Expected(request.Fields, BodyFramingKind.None), (framing.Kind, framing.Length));

        octets = response.ToOctets();
        var responses = new ResponseReader(Http1Limits.ServerFields);
        Assert.True(responses.Parse(octets, Reading.Strict).IsDone);
        Assert.Equal(ParseResult.Done(0), responses.Frame(octets, method, out framing, Http1Leniency.None));
        bool tunnel = method == RequestMethod.Connect && response.Status / 100 == 2;
        bool empty = tunnel || method == RequestMethod.Head || response.Status is < 200 or 204 or 304;
        Assert.Equal(empty ? BodyFramingKind.None : Expected(response.Fields, BodyFramingKind.UntilClose).Kind, framing.Kind);
        Assert.False(framing.Kind == BodyFramingKind.UntilClose && framing.KeepsAlive);
    });

    [Fact]
    public void Unrelated_fields_change_nothing() => Law.Holds(2000, s_framing, ProtocolArbitraries.ResponseHeads(), (lines, others) =>
    {
        string unrelated = string.Concat(others.Fields.Where(f => f.Name is not ("Content-Length" or "Transfer-Encoding" or "Connection")).Take(40).Select(f => f.Wire));
        (ParseResult alone, BodyFraming framing) = Decide("GET / HTTP/1.1\r\n" + lines + "\r\n");
        (ParseResult among, BodyFraming same) = Decide("GET / HTTP/1.1\r\n" + unrelated + lines + "\r\n");
        Assert.Equal(alone.Error, among.Error);
        Assert.Equal(framing, same);
        if (alone.Error != ParseError.None)
        {
            Assert.Equal(alone.Position + unrelated.Length, among.Position);
        }
    });

    [Fact]
    public void Two_ways_to_frame_are_never_accepted() => Law.Holds(2000, s_framing, lines =>
    {
        (ParseResult result, BodyFraming framing) = Decide("POST / HTTP/1.1\r\n" + lines + "\r\n");
        int lengths = lines.Split("\r\n").Count(l => l.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase));
        int codings = lines.Split("\r\n").Count(l => l.StartsWith("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));
        int hosts = lines.Split("\r\n").Count(l => l.StartsWith("Host", StringComparison.Ordinal));
        if (lengths + codings > 1 || hosts != 1)
        {
            Assert.NotEqual(ParseError.None, result.Error);
        }
        else if (result.IsDone)
        {
            Assert.Equal(codings == 1 ? BodyFramingKind.Chunked : lengths == 1 ? BodyFramingKind.Length : BodyFramingKind.None, framing.Kind);
        }
    });

    [Fact]
    public void Offset_fields_behind_an_error_do_not_change_it() => Law.Holds(2000, s_framing, s_framing, (lines, behind) =>
    {
        string head = "POST / HTTP/1.1\r\n" + lines;
        (ParseResult expected, _) = Decide(head + "\r\n");
        if (expected.Error is not (ParseError.None or ParseError.MissingHost))
        {
            Assert.Equal(expected, Decide(head + behind + "\r\n").Result);
        }
    });

    private static (ParseResult Result, BodyFraming Framing) Decide(string wire)
    {
        byte[] octets = Inputs.Latin1(wire);
        var reader = new RequestReader(Http1Limits.ServerFields);
        Assert.True(reader.Parse(octets, Reading.Strict).IsDone);
        return (reader.Frame(octets, out BodyFraming framing, Http1Leniency.None), framing);
    }

    private static void Within(ParseResult result, BodyFraming framing, ParseResult head, byte[] octets)
    {
        if (result.IsDone)
        {
            Assert.Equal(0, result.Consumed);
            Assert.InRange(result.Position, -1, head.Consumed - 1);
            Assert.True(framing.Length >= -1);
            return;
        }

        Assert.NotEqual(ParseError.None, result.Error);
        Assert.Equal(default, framing);
        Assert.InRange(result.Position, 0, head.Consumed - 1);
        if (result.Error == ParseError.MissingHost)
        {
            Assert.Contains(System.Text.Encoding.Latin1.GetString(octets, result.Position, head.Consumed - result.Position), (string[])["\r\n", "\n"]);
        }
    }

    private static (BodyFramingKind Kind, long Length) Expected(IReadOnlyList<FieldCase> fields, BodyFramingKind otherwise) =>
        fields.FirstOrDefault(f => f.Name is "Content-Length" or "Transfer-Encoding") switch
        {
            null => (otherwise, -1),
            { Name: "Content-Length" } length => (BodyFramingKind.Length, long.Parse(length.Value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => (BodyFramingKind.Chunked, -1),
        };
}
