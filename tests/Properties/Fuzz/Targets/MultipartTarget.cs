using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;
using HiPerf.Properties.Http;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The parser of multipart bodies with the boundary <c>b-</c> against the reference of RFC 2046.</summary>
internal sealed class MultipartTarget : IFuzzTarget
{
    private const string Boundary = "b-";

    private static readonly MultipartReading[] s_readings =
    [
        MultipartReading.Strict,
        MultipartReading.Strict,
        new(FormLeniency.MissingPart | FormLeniency.ObsFold, MultipartLimits.Default),
        new(FormLeniency.None, new MultipartLimits { MaxParts = 2, MaxHead = 60, MaxFieldLine = 30 }),
    ];

    public string Name => "multipart";

    public string Summary => "MultipartParser; reference from RFC 2046 section 5.1.1";

    public IEnumerable<string> Samples =>
        MultipartBodies.Valid.Select(s => s.Body).Concat(MultipartBodies.Refused.Select(s => s.Body)).Select(b => b.Replace("--b", "--" + Boundary, StringComparison.Ordinal));

    public Gen<string> Structure => ProtocolArbitraries.HostileMultipartBodies().Generator.Select(b => b.Wire);

    public IReadOnlyList<string> Words { get; } =
    [
        "--b-", "--b-\r\n", "\r\n--b-\r\n", "\r\n--b---", "\r\n--b---\r\n", "--b- \t\r\n", "\r\n--b", "--", "\r\n\r\n", "a: b\r\n", "Content-Disposition: form-data; name=\"a\"\r\n", "\r\n x", "\r", "--b-x", "-",
    ];

    public FuzzLaws Laws => FuzzLaws.Growth | FuzzLaws.Offset;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => Tell(MultipartRun.Over(octets, Boundary, Reading(choices), Arrival.Whole), answer);

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) =>
        Tell(MultipartRun.Over(octets, Boundary, Reading(choices), new Arrival([Math.Max(1, split), int.MaxValue])), answer);

    public void Refer(FuzzInput input, Answer answer)
    {
        MultipartReading reading = Reading(input.Choices);
        (ParseError error, int offset, string parts) = ReferenceMultipart.Read(Encoding.Latin1.GetString(input.Span), Boundary, reading.Limits, reading.Leniency);
        answer.Begin(error == ParseError.None ? OperationStatus.Done : OperationStatus.InvalidData, error, offset);
        answer.Add(parts);
    }

    public Disagreement? Explain(FuzzInput input, Answer ours, Answer oracle) => ours.Status == OperationStatus.DestinationTooSmall ? Disagreements.PartTable : null;

    private static void Tell(MultipartRun run, Answer answer)
    {
        answer.Begin(run.Status, run.Error, run.Offset);
        answer.Add(run.Parts);
    }

    private static MultipartReading Reading(ulong choices) => s_readings[(int)(choices >> 8) & 3];
}
