using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Gopher;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of requests against the reference of RFC 1436 section 2 and Gopher+ section 2.3, strict and not, by default limits and by small ones.</summary>
internal sealed class GopherRequestTarget : IFuzzTarget
{
    private static readonly GopherLimits s_small = new() { MaxRequestLine = 12 };

    public string Name => "gopher-request";

    public string Summary => "GopherRequestParser; reference from RFC 1436 section 2 and Gopher+ section 2.3";

    public IEnumerable<string> Samples => [.. GopherRequests.Valid.Select(r => r.Line), .. GopherRequests.Refused.Select(r => r.Text)];

    public Gen<string> Structure => Gen.Frequency(
        (1, GopherArbitraries.GopherRequests().Generator.Select(r => r.Wire)), (2, GopherArbitraries.HostileGopherRequests().Generator.Select(r => r.Wire)));

    public IReadOnlyList<string> Words { get; } = ["\t", "\r\n", "\n", "\r", "\0", "\t+", "\t!", "\t$", "\t1", "\t0", "\t\t", "+VIEWS", "/", "GET / HTTP/1.1\r\n", "1", "0"];

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        GopherRequest request = default;
        ParseResult result = GopherRequestParser.Parse(octets, ref request, Limits(choices), Leniency(choices));
        Tell(octets, in request, in result, answer);
    }

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        GopherRequest request = default;
        ParseResult result = GopherRequestParser.Parse(octets[..split], ref request, Limits(choices), Leniency(choices));
        if (result.NeedsMoreData)
        {
            result = GopherRequestParser.Parse(octets, ref request, Limits(choices), Leniency(choices), result.Position);
        }

        Tell(octets, in request, in result, answer);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        ReferenceGopher.Request request = ReferenceGopher.ReadRequest(input.Octets, input.Length, Limits(input.Choices), Leniency(input.Choices) != 0);
        answer.Begin(request.IsWhole ? OperationStatus.Done : request.Error == ParseError.None ? OperationStatus.NeedMoreData : OperationStatus.InvalidData, request.Error, request.Offset);
        if (!request.IsWhole)
        {
            return;
        }

        List<string> fields = request.Fields;
        bool isPlus = fields.Count > 1 && fields[1].Length > 0 && fields[1][0] is '+' or '!' or '$';
        string? plus = isPlus ? fields[1] : fields.ElementAtOrDefault(2);
        bool isBare = request.Offset < 2 || input.Octets[request.Offset - 2] != '\r';
        bool isLong = fields[0].Length > 255;
        answer.Add(fields[0]);
        answer.Add(fields.Count > 1 && !isPlus ? fields[1] : "");
        answer.Add(fields.Count > 1 && !isPlus);
        answer.Add(plus is null ? 0 : plus[0]);
        answer.Add(plus is null ? "" : plus[1..]);
        answer.Add(fields[^1] == "1" && fields.Count > (isPlus ? 2 : 3));
        answer.Add(string.Join('\t', fields.Skip(1)));
        answer.Add((long)((isBare ? Deviations.GopherBareLf : Deviations.None) | (isLong ? Deviations.LongSelector : Deviations.None)));
        answer.Add(isLong ? 255 : isBare ? request.Offset - 1 : -1);
    }

    private static void Tell(ReadOnlySpan<byte> octets, in GopherRequest request, in ParseResult result, Answer answer)
    {
        answer.Begin(in result);
        if (result.IsDone)
        {
            answer.Add(request.Selector.In(octets));
            answer.Add(request.Search.In(octets));
            answer.Add(request.HasSearch);
            answer.Add((long)request.Kind);
            answer.Add(request.Argument.In(octets));
            answer.Add(request.HasDataBlock);
            answer.Add(request.Rest.In(octets));
            answer.Add((long)result.Deviations);
            answer.Add(result.Position);
        }
    }

    private static GopherLimits Limits(ulong choices) => ((choices >> 8) & 3) == 0 ? s_small : GopherLimits.Default;

    private static GopherLeniency Leniency(ulong choices) => ((choices >> 10) & 1) == 0 ? GopherLeniency.None : GopherLeniency.BareLf;
}
