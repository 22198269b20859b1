using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The response head parser against the reference of RFC 9112 and the scalar path.</summary>
internal sealed class ResponseTarget : IFuzzTarget
{
    private readonly FieldLine[] _fields = new FieldLine[FuzzInput.MaxLength];
    private readonly ReferenceHeads _reference = new();
    private readonly VectorPathComparison _paths = new();
    private ResponseHead _head;

    public string Name => "response";

    public string Summary => "ResponseHeadParser; reference from RFC 9112 sections 2 to 5, all vector paths";

    public IEnumerable<string> Samples => [.. ResponseHeads.Valid, .. ResponseHeads.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Inputs.ResponseHeads.Generator.Select(h => h.Wire);

    public IReadOnlyList<string> Words => HeadWords.Response;

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        Reading reading = FuzzReadings.Of(choices);
        Add(answer, ResponseHeadParser.Parse(octets, _fields.AsSpan(0, reading.Table), ref _head, reading.Limits, reading.Leniency));
    }

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        Reading reading = FuzzReadings.Of(choices);
        Span<FieldLine> table = _fields.AsSpan(0, reading.Table);
        ParseResult result = ResponseHeadParser.Parse(octets[..split], table, ref _head, reading.Limits, reading.Leniency);
        Add(answer, result.NeedsMoreData ? ResponseHeadParser.Parse(octets, table, ref _head, reading.Limits, reading.Leniency, result.Position) : result);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        Reading reading = FuzzReadings.Of(input.Choices);
        ReferenceHeads head = _reference.ReadResponse(input.Octets, input.Length, reading.Limits, reading.Leniency, reading.Table);
        answer.Begin(head.Status, head.Error, head.Offset);
        if (head.Status != System.Buffers.OperationStatus.Done)
        {
            return;
        }

        answer.AddHead(head);
        answer.Add((int)head.Version);
        answer.Add(head.StatusCode);
        answer.Add(head.ReasonStart);
        answer.Add(head.ReasonLength);
    }

    public Disagreement? TryAlso(FuzzInput input, Answer ours) => _paths.Compare(input);

    private void Add(Answer answer, in ParseResult result)
    {
        answer.Begin(result);
        if (!result.IsDone)
        {
            return;
        }

        answer.AddHead(result, _fields.AsSpan(0, _head.FieldCount));
        answer.Add((int)_head.Version);
        answer.Add(_head.Status);
        answer.Add(_head.ReasonStart);
        answer.Add(_head.ReasonLength);
    }
}
