using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HiPerf.Fuzzing;
using HiPerf.Http1;

namespace HiPerf.Properties;

/// <summary>How a head is read: what may pass, how much, and how many field lines the table holds.</summary>
public sealed record Reading(Http1Leniency Leniency, Http1Limits Limits, int Table)
{
    public static Reading Strict { get; } = new(Http1Leniency.None, Http1Limits.Server, Http1Limits.ServerFields);
}

/// <summary>Inputs of the laws beside those that the package offers.</summary>
internal static class Inputs
{
    private static readonly Gen<Http1Limits> s_small =
        from method in Gen.Choose(1, 12)
        from start in Gen.Choose(1, 60)
        from line in Gen.Choose(1, 60)
        from head in Gen.Choose(1, 400)
        from which in Gen.Choose(0, 15)
        select new Http1Limits
        {
            MaxMethod = (which & 1) != 0 ? method : 32,
            MaxStartLine = (which & 2) != 0 ? start : 8192,
            MaxFieldLine = (which & 4) != 0 ? line : 8192,
            MaxHead = (which & 8) != 0 ? head : 32768,
            MaxChunkLine = (which & 1) != 0 ? method : 4096,
            MaxChunkExtensions = (which & 2) != 0 ? start : 16384,
            MaxTrailers = (which & 8) != 0 ? head : 4096,
            MaxTrailerFields = (which & 4) != 0 ? method : 16,
        };

    /// <summary>Strict reading with a server's limits, any leniency, small limits.</summary>
    public static Arbitrary<Reading> Readings { get; } = Arb.From(
        from lenient in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Constant(31)), (2, Gen.Choose(0, 31)))
        from limits in Gen.Frequency((2, Gen.Constant(Http1Limits.Server)), (1, s_small))
        from table in Gen.Frequency((3, Gen.Constant(Http1Limits.ServerFields)), (1, Gen.Choose(0, 6)))
        select new Reading((Http1Leniency)lenient, limits, table),
        reading => Simpler(reading).Where(r => r != reading));

    public static Arbitrary<Hostile<RequestHeadCase>> RequestHeads { get; } =
        Mixed(ProtocolArbitraries.RequestHeads(), ProtocolArbitraries.NearValidRequestHeads(), ProtocolArbitraries.HostileRequestHeads());

    public static Arbitrary<Hostile<ResponseHeadCase>> ResponseHeads { get; } =
        Mixed(ProtocolArbitraries.ResponseHeads(), ProtocolArbitraries.NearValidResponseHeads(), ProtocolArbitraries.HostileResponseHeads());

    public static Arbitrary<Hostile<ChunkedBodyCase>> ChunkedBodies { get; } =
        Mixed(ProtocolArbitraries.ChunkedBodies(), ProtocolArbitraries.NearValidChunkedBodies(), ProtocolArbitraries.HostileChunkedBodies());

    public static Arbitrary<Hostile<UrlCase>> Urls { get; } =
        Mixed(ProtocolArbitraries.Urls(), ProtocolArbitraries.NearValidUrls(), ProtocolArbitraries.HostileUrls());

    public static Arbitrary<Hostile<SetCookieCase>> SetCookies { get; } =
        Mixed(ProtocolArbitraries.SetCookies(), ProtocolArbitraries.NearValidSetCookies(), ProtocolArbitraries.HostileSetCookies());

    public static Arbitrary<Hostile<EntityTagListCase>> EntityTagLists { get; } =
        Mixed(ProtocolArbitraries.EntityTagLists(), ProtocolArbitraries.NearValidEntityTagLists(), ProtocolArbitraries.HostileEntityTagLists());

    public static Arbitrary<Hostile<RangeCase>> Ranges { get; } =
        Mixed(ProtocolArbitraries.Ranges(), ProtocolArbitraries.NearValidRanges(), ProtocolArbitraries.HostileRanges());

    public static Arbitrary<Hostile<ChallengesCase>> Challenges { get; } =
        Mixed(ProtocolArbitraries.Challenges(), ProtocolArbitraries.NearValidChallenges(), ProtocolArbitraries.HostileChallenges());

    public static Arbitrary<Hostile<CacheControlCase>> CacheControls { get; } =
        Mixed(ProtocolArbitraries.CacheControls(), ProtocolArbitraries.NearValidCacheControls(), ProtocolArbitraries.HostileCacheControls());

    public static Arbitrary<Hostile<ContentDispositionCase>> ContentDispositions { get; } =
        Mixed(ProtocolArbitraries.ContentDispositions(), ProtocolArbitraries.NearValidContentDispositions(), ProtocolArbitraries.HostileContentDispositions());

    public static Arbitrary<Hostile<ForwardedCase>> ForwardedFields { get; } =
        Mixed(ProtocolArbitraries.ForwardedFields(), ProtocolArbitraries.NearValidForwardedFields(), ProtocolArbitraries.HostileForwardedFields());

    public static byte[] Latin1(string wire) => Encoding.Latin1.GetBytes(wire);

    // One in six valid, two in six near-valid, half hostile.
    private static Arbitrary<Hostile<T>> Mixed<T>(Arbitrary<T> valid, Arbitrary<NearValid<T>> near, Arbitrary<Hostile<T>> hostile)
        where T : IWireMessage =>
        Arb.From(
            Gen.Frequency((1, valid.Generator.Select(v => new Hostile<T>(v.Wire))), (2, near.Generator.Select(n => new Hostile<T>(n.Wire))), (3, hostile.Generator)),
            hostile.Shrinker);

    private static IEnumerable<Reading> Simpler(Reading reading)
    {
        yield return reading with { Leniency = Http1Leniency.None };
        yield return reading with { Limits = Http1Limits.Server };
        yield return reading with { Table = Http1Limits.ServerFields };
        foreach (Http1Leniency flag in Enum.GetValues<Http1Leniency>())
        {
            yield return reading with { Leniency = reading.Leniency & ~flag };
        }
    }
}
