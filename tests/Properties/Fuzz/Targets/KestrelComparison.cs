using System.Buffers;
using HiPerf.Http1;
using HiPerf.Properties.Oracles;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>Kestrel's request parser beside ours; where they differ, who is stricter and why is told by class.</summary>
internal sealed class KestrelComparison
{
    private readonly FieldLine[] _fields = new FieldLine[FuzzInput.MaxLength];

    /// <summary>Reads strictly, with a table that nothing fills, as Kestrel does.</summary>
    public Disagreement? Compare(FuzzInput input, Answer answer)
    {
        // An exception for each refusal makes Kestrel forty times slower than everything else here: one in eight of those that come by is enough.
        if (((input.Choices >> 3) & 7) != 0)
        {
            return null;
        }

        byte[] octets = input.Span.ToArray();
        RequestHead head = default;
        ParseResult ours = RequestHeadParser.Parse(octets, _fields, ref head, new Http1Limits { MaxStartLine = 1 << 20, MaxFieldLine = ushort.MaxValue, MaxHead = 1 << 20 });
        (OperationStatus status, string parts, long consumed) = KestrelHeads.Read(octets);
        if (ours.Status != status)
        {
            return Classify(ours, status, octets) ?? Disagreement.Unknown($"ours strictly: {ours}; Kestrel: {status}", answer);
        }

        return !ours.IsDone || (ours.Consumed == consumed && KestrelHeads.Describe(octets, head, _fields) == parts)
            ? null
            : Disagreement.Unknown($"ours: {KestrelHeads.Describe(octets, head, _fields)}; Kestrel: {parts}", answer);
    }

    public static Disagreement? Classify(in ParseResult ours, OperationStatus kestrel, ReadOnlySpan<byte> octets) => (ours.Error, kestrel) switch
    {
        (ParseError.None, OperationStatus.InvalidData) when octets[0] == '\r' => Disagreements.KestrelEmptyLine,
        (not ParseError.None, OperationStatus.NeedMoreData) => Disagreements.KestrelWaits,
        (ParseError.BareLf, OperationStatus.Done) => Disagreements.KestrelBareLf,
        (ParseError.BadFieldName, OperationStatus.Done) => Disagreements.KestrelFieldName,
        (ParseError.BadFieldValue, OperationStatus.Done) => Disagreements.KestrelFieldValue,
        (ParseError.BadRequestTarget, OperationStatus.Done) => Disagreements.KestrelTarget,
        (ParseError.BadVersion, OperationStatus.Done) when octets[ours.Position] == ' ' => Disagreements.KestrelSpaces,
        (ParseError.BadVersion, OperationStatus.Done) when octets[ours.Position] is (byte)'\r' or (byte)'\n' => Disagreements.KestrelTargetEnd,
        (ParseError.MethodTooLong, OperationStatus.Done) => Disagreements.KestrelMethod,
        _ => null,
    };
}
