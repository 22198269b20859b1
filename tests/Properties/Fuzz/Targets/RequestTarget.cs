using FsCheck;
using FsCheck.Fluent;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;
using HiPerf.Samples;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The request head parser against the reference of RFC 9112, the scalar path and Kestrel's parser.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    private readonly FieldLine[] _fields = new FieldLine[FuzzInput.MaxLength];
    private readonly ReferenceHeads _reference = new();
    private readonly VectorPathComparison _paths = new();
    private readonly KestrelComparison _kestrel = new();
    private RequestHead _head;

    public string Name => "request";

    public string Summary => "RequestHeadParser; reference from RFC 9112 sections 2 to 5, all vector paths, Kestrel's HttpParser";

    public IEnumerable<string> Samples => [.. RequestHeads.Valid, .. RequestHeads.Refused.Select(s => s.Text)];

    public Gen<string> Structure => Inputs.RequestHeads.Generator.Select(h => h.Wire);

    public IReadOnlyList<string> Words => HeadWords.Request;

    public FuzzLaws Laws => FuzzLaws.Stream;

    public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer)
    {
        Reading reading = FuzzReadings.Of(choices);
        Add(answer, RequestHeadParser.Parse(octets, _fields.AsSpan(0, reading.Table), ref _head, reading.Limits, reading.Leniency));
    }

    public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer)
    {
        Reading reading = FuzzReadings.Of(choices);
        Span<FieldLine> table = _fields.AsSpan(0, reading.Table);
        ParseResult result = RequestHeadParser.Parse(octets[..split], table, ref _head, reading.Limits, reading.Leniency);
        Add(answer, result.NeedsMoreData ? RequestHeadParser.Parse(octets, table, ref _head, reading.Limits, reading.Leniency, result.Position) : result);
    }

    public void Refer(FuzzInput input, Answer answer)
    {
        Reading reading = FuzzReadings.Of(input.Choices);
        ReferenceHeads head = _reference.ReadRequest(input.Octets, input.Length, reading.Limits, reading.Leniency, reading.Table);
        answer.Begin(head.Status, head.Error, head.Offset);
        if (head.Status != System.Buffers.OperationStatus.Done)
        {
            return;
        }

        answer.AddHead(head);
        answer.Add(head.MethodStart);
        answer.Add(head.MethodLength);
        answer.Add(head.TargetStart);
        answer.Add(head.TargetLength);
        answer.Add((int)head.Form);
        answer.Add((int)head.Version);
    }

    public Disagreement? TryAlso(FuzzInput input, Answer ours) =>
        (input.Choices & 7) == 6 ? _paths.Compare(input) : _kestrel.Compare(input, ours);

    private void Add(Answer answer, in ParseResult result)
    {
        answer.Begin(result);
        if (!result.IsDone)
        {
            return;
        }

        answer.AddHead(result, _fields.AsSpan(0, _head.FieldCount));
        answer.Add(_head.MethodStart);
        answer.Add(_head.MethodLength);
        answer.Add(_head.TargetStart);
        answer.Add(_head.TargetLength);
        answer.Add((int)_head.TargetForm);
        answer.Add((int)_head.Version);
    }
}
