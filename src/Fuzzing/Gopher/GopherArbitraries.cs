using FsCheck;
using FsCheck.Fluent;

namespace HiPerf.Fuzzing;

/// <summary>The arbitraries of Gopher, one a message kind: generator and shrinker together.</summary>
/// <remarks>Register them at once with <c>ArbMap.Default.Merge(typeof(GopherArbitraries))</c>; <see cref="ProtocolArbitraries"/> has those of the other protocols, and <see cref="Arrival"/>s.</remarks>
public static class GopherArbitraries
{
    /// <summary>Valid menus, with and without their dot. RFC 1436 appendix.</summary>
    public static Arbitrary<GopherMenuCase> GopherMenus() => Arb.From(GopherGenerator.Menus, GopherGenerator.Shrink);

    /// <summary>Mutated menus.</summary>
    public static Arbitrary<Hostile<GopherMenuCase>> HostileGopherMenus() => Arb.From(HostileGenerator.Of(GopherGenerator.Menus, GopherGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid request lines. RFC 1436 section 2, Gopher+ section 2.3.</summary>
    public static Arbitrary<GopherRequestCase> GopherRequests() => Arb.From(GopherGenerator.Requests, GopherGenerator.Shrink);

    /// <summary>Mutated request lines.</summary>
    public static Arbitrary<Hostile<GopherRequestCase>> HostileGopherRequests() => Arb.From(HostileGenerator.Of(GopherGenerator.Requests, GopherGenerator.Inserts), HostileGenerator.Shrink);

    /// <summary>Valid attributes. Gopher+ section 2.4.</summary>
    public static Arbitrary<GopherAttributesCase> GopherAttributes() => Arb.From(GopherGenerator.Attributes, GopherGenerator.Shrink);

    /// <summary>Mutated attributes.</summary>
    public static Arbitrary<Hostile<GopherAttributesCase>> HostileGopherAttributes() => Arb.From(HostileGenerator.Of(GopherGenerator.Attributes, GopherGenerator.Inserts), HostileGenerator.Shrink);
}
