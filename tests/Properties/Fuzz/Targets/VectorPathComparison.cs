using HiPerf.Ascii;
using HiPerf.Http1;

namespace HiPerf.Properties.Fuzz.Targets;

/// <summary>The walk over a field section on every vector path that this machine has; the scalar one is the measure.</summary>
internal sealed class VectorPathComparison
{
    private delegate ParseResult Walk(ReadOnlySpan<byte> buffer, Span<FieldLine> fields, ref FieldSectionState state, int maxLine, Http1Leniency leniency);

    private static readonly (VectorPath Path, Walk Walk)[] s_wide =
    [
        .. new (VectorPath Path, Walk Walk)[]
        {
            (VectorPath.Portable128, FieldSection.Walk<Portable128Masks, LocatedFields>),
            (VectorPath.Wide256, FieldSection.Walk<Wide256Masks, LocatedFields>),
            (VectorPath.Wide512, FieldSection.Walk<Wide512Masks, LocatedFields>),
            (VectorPath.Vbmi, FieldSection.Walk<VbmiMasks, LocatedFields>),
            (VectorPath.Vbmi, FieldSection.Walk<VbmiMasks, IdentifiedFields>),
        }.Where(p => VectorPaths.IsSupported(p.Path)),
    ];

    private readonly FieldLine[] _fields = new FieldLine[FuzzInput.MaxLength];
    private readonly Answer _scalar = new();
    private readonly Answer _answer = new();

    /// <summary>Walks from behind the first line on, whatever that line is.</summary>
    public Disagreement? Compare(FuzzInput input)
    {
        Run(FieldSection.Walk<ScalarMasks, LocatedFields>, input, _scalar);
        foreach ((VectorPath path, Walk walk) in s_wide)
        {
            Run(walk, input, _answer);
            if (!_answer.Is(_scalar))
            {
                return Disagreement.Unknown($"another answer on path {path}, answered here, than on the scalar one", _answer, _scalar);
            }
        }

        return null;
    }

    private void Run(Walk walk, FuzzInput input, Answer answer)
    {
        Reading reading = FuzzReadings.Of(input.Choices);
        var state = new FieldSectionState { Position = input.Span.IndexOf((byte)'\n') + 1, FirstDeviation = -1 };
        ParseResult result = walk(input.Span, _fields.AsSpan(0, reading.Table), ref state, reading.Limits.MaxFieldLine, reading.Leniency);
        answer.Begin(result);
        answer.Add(state.Position);
        answer.AddHead(result, _fields.AsSpan(0, state.Count));
    }
}
