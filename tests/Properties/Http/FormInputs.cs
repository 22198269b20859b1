using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http;

namespace HiPerf.Properties.Http;

/// <summary>A body and the boundary it is read with.</summary>
public sealed record MultipartInput(string Boundary, string Wire)
{
    public override string ToString() => $"{OctetLiteral.Of(Wire)} /* boundary {Boundary} */";
}

/// <summary>How a multipart body is read.</summary>
public sealed record MultipartReading(FormLeniency Leniency, MultipartLimits Limits)
{
    public static MultipartReading Strict { get; } = new(FormLeniency.None, MultipartLimits.Default);
}

/// <summary>Inputs of the laws of forms.</summary>
internal static class FormInputs
{
    public static Arbitrary<MultipartInput> Multipart { get; } = Arb.From(
        Gen.Frequency(
            (1, ProtocolArbitraries.MultipartBodies().Generator.Select(b => new MultipartInput(b.Boundary, b.Wire))),
            (2, ProtocolArbitraries.NearValidMultipartBodies().Generator.Select(n => new MultipartInput(n.Source.Boundary, n.Wire))),
            (3, ProtocolArbitraries.HostileMultipartBodies().Generator.Select(h => new MultipartInput("b-", h.Wire)))),
        input => ProtocolArbitraries.HostileMultipartBodies().Shrinker(new Hostile<MultipartCase>(input.Wire)).Select(h => input with { Wire = h.Wire }));

    public static Arbitrary<MultipartReading> Readings { get; } = Arb.From(
        from lenient in Gen.Elements(FormLeniency.None, FormLeniency.None, FormLeniency.MissingPart, FormLeniency.ObsFold, FormLeniency.MissingPart | FormLeniency.ObsFold)
        from parts in Gen.Frequency((3, Gen.Constant(1000)), (1, Gen.Choose(1, 3)))
        from head in Gen.Frequency((3, Gen.Constant(8192)), (1, Gen.Choose(2, 120)))
        from line in Gen.Frequency((3, Gen.Constant(4096)), (1, Gen.Choose(1, 60)))
        select new MultipartReading(lenient, new MultipartLimits { MaxParts = parts, MaxHead = head, MaxFieldLine = line }),
        reading => reading == MultipartReading.Strict ? [] : [MultipartReading.Strict, reading with { Leniency = FormLeniency.None }, reading with { Limits = MultipartLimits.Default }]);

    public static Arbitrary<Hostile<UrlencodedCase>> Urlencoded { get; } = Arb.From(
        Gen.Frequency(
            (1, ProtocolArbitraries.UrlencodedForms().Generator.Select(f => new Hostile<UrlencodedCase>(f.Wire))),
            (2, ProtocolArbitraries.NearValidUrlencodedForms().Generator.Select(n => new Hostile<UrlencodedCase>(n.Wire))),
            (3, ProtocolArbitraries.HostileUrlencodedForms().Generator)),
        ProtocolArbitraries.HostileUrlencodedForms().Shrinker);
}
