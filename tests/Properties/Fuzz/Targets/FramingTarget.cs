using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Core.Tests.Http1;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The decision on framing, connection and Host, for requests and responses whose heads are whole and valid; all others count as incomplete.</summary>
internal sealed class FramingTarget : IFuzzTarget
{
    private static readonly RequestMethod[] s_methods = [RequestMethod.Get, RequestMethod.Head, RequestMethod.Connect, RequestMethod.Post];

    private static readonly string[] s_starts =
    [
        "GET / HTTP/1.1\r\n", "POST http://a:80/x HTTP/1.1\r\n", "GET / HTTP/1.0\r\n", "CONNECT a:443 HTTP/1.1\r\n", "GET HTTPS://u@[::1]/ HTTP/1.1\r\n", "GET urn:x HTTP/1.1\r\n",
        "HTTP/1.1 200 OK\r\n", "HTTP/1.0 200 OK\r\n", "HTTP/1.1 304 \r\n", "HTTP/1.1 101 \r\n", "HTTP/1.1 204 \r\n",
    ];

    private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ServerFields];
    private readonly ReferenceHeads _heads = new();
    private readonly ReferenceFraming _reference = new();

    public string Name => "framing";

    public string Summary => "BodyFramingParser, and both in one call; reference from RFC 9112 sections 3.2, 6.3 and 9.3";

    public IEnumerable<string> Samples =>
    [
        .. RequestHeads.Valid, .. ResponseHeads.Valid,
        .. SampleRows.First(BodyFramingSamples.Refused).SelectMany(f => s_starts.Select(s => s + "Host: a\r\n" + f + "\r\n")),
        .. SampleRows.First(BodyFramingSamples.RefusedHosts).SelectMany(f => s_starts.Take(2).Select(s => s + f + "\r\n")),
        .. SampleRows.First(BodyFramingSamples.ValidHosts).SelectMany(h => s_starts.Take(2).Select(s => s + $"Host: {h}\r\n\r\n")),
    ];

    // Start-lines and field lines that frame, in any number and order.
    public Gen<string> Structure { get; } =
        from start in Gen.Elements(s_starts)
        from lines in Gen.OneOf(
            Gen.Elements(SampleRows.First(BodyFramingSamples.Refused).ToArray()),
            Gen.Elements(SampleRows.First(BodyFramingSamples.RefusedHosts).ToArray()),
            Gen.Elements(SampleRows.First(BodyFramingSamples.ValidHosts).Select(h => $"Host: {h}\r\n").ToArray()),
            Gen.Elements(
                "Content-Length: 5\r\n", "content-length:0\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Connection: keep-alive , TE,\r\n", "Expect: 100-continue\r\n", "Upgrade: x\r\n", "Host: a\r\n",
                "Host: A:80\r\n", "Host: [::1]:443\r\n", "x: y\r\n", "x:\r\n \r\n")).ArrayOf(3)
        select start + string.Concat(lines) + "\r\n";

    public IReadOnlyList<string> Words => [.. HeadWords.Request, .. HeadWords.Response, "close", "keep-alive", "upgrade", "te", ", ", " ,", "100-continue", "chunked", "gzip", "identity", "\r\nHost: ", "9223372036854775807", "05"];

    public FuzzLaws Laws => FuzzLaws.None;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        Http1Leniency leniency = FuzzReadings.Of(choices).Leniency;
        bool whole;
        ParseResult result = default;
        BodyFraming framing = default;
        if (octets.StartsWith("HTTP/"u8))
        {
            ResponseHead head = default;
            ParseResult located = ResponseHeadParser.Parse(octets, _fields, ref head, Http1Limits.Server, leniency);
            whole = located.IsDone;
            result = !whole ? default
                : AtOnce(choices, located) ? ResponseHeadParser.Parse(octets, _fields, ref head, Method(choices), out framing, Http1Limits.Server, leniency)
                : BodyFramingParser.ParseResponse(octets, _fields, in head, Method(choices), out framing, leniency);
        }
        else
        {
            RequestHead head = default;
            ParseResult located = RequestHeadParser.Parse(octets, _fields, ref head, Http1Limits.Server, leniency);
            whole = located.IsDone;
            result = !whole ? default
                : AtOnce(choices, located) ? RequestHeadParser.Parse(octets, _fields, ref head, out framing, Http1Limits.Server, leniency, requireHost: RequireHost(choices))
                : BodyFramingParser.ParseRequest(octets, _fields, in head, out framing, leniency, RequireHost(choices));
        }

        if (!whole)
        {
            answer.Begin(OperationStatus.NeedMoreData, ParseError.None, 0);
            return;
        }

        // What the whole call consumes is the head, which is not in question here.
        answer.Begin(result.Status, result.Error, result.IsDone ? 0 : result.Position);
        if (!result.IsDone)
        {
            return;
        }

        answer.Add((long)framing.Kind);
        answer.Add(framing.Length);
        answer.Add((long)framing.Options);
        answer.Add(framing.KeepsAlive);
        answer.Add((long)result.Deviations);
        answer.Add(result.Position);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        Http1Leniency leniency = FuzzReadings.Of(input.Choices).Leniency;
        bool response = input.Span.StartsWith("HTTP/"u8);
        ReferenceHeads head = response
            ? _heads.ReadResponse(input.Octets, input.Length, Http1Limits.Server, leniency, _fields.Length)
            : _heads.ReadRequest(input.Octets, input.Length, Http1Limits.Server, leniency, _fields.Length);
        if (head.Status != OperationStatus.Done)
        {
            answer.Begin(OperationStatus.NeedMoreData, ParseError.None, 0);
            return;
        }

        bool lenient = (leniency & Http1Leniency.RepeatedContentLength) != 0;
        ReferenceFraming framing = response
            ? _reference.Response(input.Octets, head, Method(input.Choices), lenient)
            : _reference.Request(input.Octets, head, lenient, RequireHost(input.Choices));
        if (framing.Error != ParseError.None)
        {
            answer.Begin(OperationStatus.InvalidData, framing.Error, framing.Offset);
            return;
        }

        answer.Begin(OperationStatus.Done, ParseError.None, 0);
        answer.Add((long)framing.Kind);
        answer.Add(framing.Length);
        answer.Add((long)framing.Options);
        answer.Add(framing.KeepsAlive);
        answer.Add((long)(framing.FirstRepeat >= 0 ? Deviations.RepeatedContentLength : Deviations.None));
        answer.Add(framing.FirstRepeat);
    }

    private static RequestMethod Method(ulong choices) => s_methods[(int)(choices >> 16) & 3];

    // Half of all heads are parsed and framed in one call; where the head itself deviates, that call tells of both, and the reference of one.
    private static bool AtOnce(ulong choices, ParseResult located) => ((choices >> 21) & 1) != 0 && located.Deviations == Deviations.None;

    private static bool RequireHost(ulong choices) => ((choices >> 18) & 7) != 0;
}
