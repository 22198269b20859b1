using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Properties.Http1;

/// <summary>The head parsers that also frame answer what the plain ones and <see cref="BodyFramingParser"/> answer one after the other.</summary>
public sealed class WholeHeadLaws
{
    // Lines that frame, that nearly do, that are long, folded, badly ended; names at which the look-ups part ways.
    private static readonly Gen<string> s_line = Gen.Elements(
        "Host: a\r\n", "Host: a.example:8080\r\n", "HOST:b\r\n", "Host: [::1]:80\r\n", "Host: a b\r\n", "Host:\r\n", "Host: a,\r\n", "Host: :80\r\n", "Host: a:99999\r\n",
        "Host: a-long-name-of-more-than-thirty-two-octets.example\r\n", "Content-Length: 5\r\n", "content-length: 5 \r\n", "Content-Length: 5,5\r\n", "Content-Length: 123456789012345678\r\n",
        "Content-Length: 1234567890123456789\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length:\r\n\t7\r\n", "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
        "Connection: keep-alive\r\n", "Connection: KEEP-alive\r\n", "Connection: keep\ralive\r\n", "connection: close\r\n", "Connection: Close\n", "Connection: te, close\r\n", "Connection: x\r\n y\r\n",
        "Expect: 100-continue\r\n", "Expect: x\r\n", "Upgrade: a\r\n", "X-Own: b\r\n", "A:\r\n", "a : b\r\n", "Accept: */*\r\n", "TE: trailers\n", "Access-Control-Allow-Credentials: true\r\n",
        "Access-Control-Request-Private-Network: true\r\n", "Cross-Origin-Embedder-Policy-Report-Only: unsafe-none\r\n", "x-a-name-of-more-octets-than-a-register-holds: y\r\n");

    private static readonly Arbitrary<string> s_requests = Heads("GET / HTTP/1.1\r\n", "POST /a HTTP/1.0\r\n", "GET http://a/ HTTP/1.1\r\n", "\r\nPUT / HTTP/1.1\r\n", "OPTIONS * HTTP/1.1\r\n", "CONNECT a:1 HTTP/1.1\r\n");

    private static readonly Arbitrary<string> s_responses = Heads("HTTP/1.1 200 OK\r\n", "HTTP/1.0 200 \r\n", "HTTP/1.1 204 x\r\n", "HTTP/1.1 101 x\r\n", "HTTP/1.1 404\r\n");

    private static readonly RequestMethod[] s_methods = [RequestMethod.Get, RequestMethod.Head, RequestMethod.Connect];

    [Fact]
    public void Request_at_once_is_the_request_in_two_steps() => Law.Holds(4000, s_requests, Inputs.Readings, (wire, reading) => RequestsAgree(Inputs.Latin1(wire), reading));

    [Fact]
    public void Request_of_any_octets_is_the_request_in_two_steps() => Law.Holds(2500, Inputs.RequestHeads, Inputs.Readings, (input, reading) => RequestsAgree(Inputs.Latin1(input.Wire), reading));

    [Fact]
    public void Response_at_once_is_the_response_in_two_steps() => Law.Holds(4000, s_responses, Inputs.Readings, (wire, reading) => ResponsesAgree(Inputs.Latin1(wire), reading));

    [Fact]
    public void Response_of_any_octets_is_the_response_in_two_steps() =>
        Law.Holds(2500, Inputs.ResponseHeads, Inputs.Readings, (input, reading) => ResponsesAgree(Inputs.Latin1(input.Wire), reading));

    [Fact]
    public void Request_in_any_parts_and_by_either_overload_is_the_request_in_two_steps() => Law.Holds(2500, s_requests, Inputs.Readings, ArbMap.Default.ArbFor<int>(), (wire, reading, seed) =>
    {
        byte[] octets = Inputs.Latin1(wire);
        ParseResult expected = InTwoSteps(octets, reading, out BodyFraming framed, out RequestReader steps);
        var random = new Random(seed);
        var parts = new RequestReader(reading.Table);
        int examined = 0;
        for (int length = random.Next(octets.Length); length < octets.Length; length += 1 + random.Next(octets.Length - length))
        {
            ParseResult part = random.Next(3) == 0 ? parts.Parse(octets.AsSpan(0, length), reading, examined) : parts.ParseWhole(octets.AsSpan(0, length), reading, out _, examined);
            if (!part.NeedsMoreData)
            {
                return;
            }

            examined = part.Position;
        }

        Assert.Equal(expected, parts.ParseWhole(octets, reading, out BodyFraming framing, examined));
        Same(expected, framed, framing, steps, parts);
    });

    [Fact]
    public void Regular_framing_says_what_the_full_pass_says() => Law.Holds(4000, s_requests, wire =>
    {
        byte[] octets = Inputs.Latin1(wire);
        var reader = new RequestReader(Http1Limits.ServerFields);
        if (!reader.Parse(octets, Reading.Strict).IsDone)
        {
            return;
        }

        foreach (bool requireHost in new[] { true, false })
        {
            FieldLine[] fields = reader.Fields.ToArray();
            if (!RegularFraming.TryRead(octets, fields, FieldMarks.Identify(octets, fields), requireHost, out long length, out ConnectionOptions options))
            {
                continue;
            }

            var pass = new FramingPass(reader.Head.Version, Http1Leniency.None, readsFraming: true, readsHost: requireHost);
            Assert.True(pass.Read(octets, reader.Fields.ToArray(), FieldMarks.All));
            Assert.Equal((length, options, requireHost, false), (pass.Length, pass.Options, pass.HostIndex >= 0, pass.IsChunked));
        }
    });

    [Fact]
    public void Heads_between_inaccessible_pages_are_read_within_them()
    {
        using var guarded = new GuardedOctets();
        foreach (string line in s_line.Sample(400))
        {
            byte[] octets = Inputs.Latin1("GET / HTTP/1.1\r\nHost: a\r\n" + line + "\r\n");
            for (int length = 0; length <= octets.Length; length++)
            {
                ParseResult expected = InTwoSteps(octets.AsSpan(0, length).ToArray(), Reading.Strict, out BodyFraming framed, out _);
                foreach (bool atEnd in new[] { true, false })
                {
                    ReadOnlySpan<byte> place = atEnd ? guarded.AtEnd(octets.AsSpan(0, length)) : guarded.AtStart(octets.AsSpan(0, length));
                    Assert.Equal(expected, new RequestReader(8).ParseWhole(place, Reading.Strict, out BodyFraming framing));
                    Assert.Equal(framed, framing);
                }
            }
        }
    }

    private static void RequestsAgree(byte[] octets, Reading reading)
    {
        ParseResult expected = InTwoSteps(octets, reading, out BodyFraming framed, out RequestReader steps);
        var whole = new RequestReader(reading.Table);
        Assert.Equal(expected, whole.ParseWhole(octets, reading, out BodyFraming framing));
        Same(expected, framed, framing, steps, whole);
    }

    private static void ResponsesAgree(byte[] octets, Reading reading)
    {
        foreach (RequestMethod method in s_methods)
        {
            var steps = new ResponseReader(reading.Table);
            ParseResult parsed = steps.Parse(octets, reading);
            BodyFraming framed = default;
            ParseResult expected = parsed.IsDone ? Joined(parsed, steps.Frame(octets, method, out framed, reading.Leniency)) : parsed;
            var whole = new ResponseReader(reading.Table);
            Assert.Equal(expected, whole.ParseWhole(octets, reading, method, out BodyFraming framing));
            Same(expected, framed, framing, steps, whole);

            // Once more in two parts.
            var parts = new ResponseReader(reading.Table);
            ParseResult part = parts.ParseWhole(octets.AsSpan(0, octets.Length / 2), reading, method, out framing);
            if (part.NeedsMoreData)
            {
                Assert.Equal(expected, parts.ParseWhole(octets, reading, method, out framing, part.Position));
                Same(expected, framed, framing, steps, parts);
            }
        }
    }

    private static ParseResult InTwoSteps(byte[] octets, Reading reading, out BodyFraming framing, out RequestReader reader)
    {
        reader = new RequestReader(reading.Table);
        framing = default;
        ParseResult parsed = reader.Parse(octets, reading);
        return parsed.IsDone ? Joined(parsed, reader.Frame(octets, out framing, reading.Leniency)) : parsed;
    }

    private static ParseResult Joined(ParseResult parsed, ParseResult framed)
    {
        int[] deviations = [.. new[] { parsed.Position, framed.Position }.Where(position => position >= 0)];
        return framed.IsDone ? ParseResult.Done(parsed.Consumed, parsed.Deviations | framed.Deviations, deviations.Length == 0 ? -1 : deviations.Min()) : framed;
    }

    private static void Same(ParseResult expected, BodyFraming framed, BodyFraming framing, HeadReader steps, HeadReader whole)
    {
        Assert.Equal(framed, framing);
        if (expected.IsDone)
        {
            Assert.Equal(steps.Describe(), whole.Describe());
            Assert.Equal(steps.Fields.ToArray().Select(field => field.Name), whole.Fields.ToArray().Select(field => field.Name));
        }
    }

    // One in four has so many lines that the last ones share a mark.
    private static Arbitrary<string> Heads(params string[] starts) => Arb.From(
        from start in Gen.Elements(starts)
        from before in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(58, 66)))
        from lines in Gen.Choose(0, 8).SelectMany(count => s_line.ListOf(count))
        from end in Gen.Frequency((6, Gen.Constant("\r\n")), (1, Gen.Constant("\r\nmore octets behind the head, as many as a register holds and then some")), (1, Gen.Constant("")))
        select start + string.Concat(Enumerable.Repeat("X-A: b\r\n", before)) + string.Concat(lines) + end);
}
