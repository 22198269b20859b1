using HiPerf.Bench.Heads;
using HiPerf.Bench.Peers;

namespace HiPerf.Bench.Quick;

/// <summary>Who takes part in <c>quick heads</c>: ours, and of the peers those that are asked for and installed.</summary>
internal sealed class HeadPeers
{
    private const string Kestrel = "kestrel";
    private const string Pico = "pico";
    private const string HttpParser = "http_parser";

    private readonly IReadOnlyList<string> _present;

    private HeadPeers(IReadOnlyList<string> present, IReadOnlyList<string> missing)
    {
        _present = present;
        Missing = missing;
    }

    /// <summary>The peers there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [Kestrel, Pico, HttpParser];

    /// <summary>One line for each that was asked for and is not installed.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Looks which are here.</summary>
    public static HeadPeers Installed(IReadOnlyList<string> asked)
    {
        var present = new List<string>();
        var missing = new List<string>();
        foreach (string peer in asked)
        {
            if ((peer == Pico && NativeLibraries.H2o == 0) || (peer == HttpParser && NativeLibraries.HttpParser == 0))
            {
                missing.Add($"{peer}: not installed (Debian's {(peer == Pico ? "libh2o0.13" : "libhttp-parser2.9")}); left out");
                continue;
            }

            present.Add(peer);
        }

        return new HeadPeers(present, missing);
    }

    /// <summary>Our bare parse.</summary>
    public static HeadContestant OurBare(HeadCase heads) =>
        heads.IsResponse ? HeadContestant.Of<ResponseHeads<Bare>>("HiPerf") : HeadContestant.Of<RequestHeads<Bare>>("HiPerf");

    /// <summary>Our whole job.</summary>
    public static HeadContestant OurWhole(HeadCase heads) =>
        heads.IsResponse ? HeadContestant.Of<ResponseHeads<Whole>>("HiPerf/whole") : HeadContestant.Of<RequestHeads<Whole>>("HiPerf/whole");

    /// <summary>The peers that can read these heads; Kestrel has no parser of responses.</summary>
    public IEnumerable<HeadContestant> For(HeadCase heads)
    {
        if (_present.Contains(Kestrel) && !heads.IsResponse)
        {
            yield return HeadContestant.Of<KestrelHeads>(Kestrel);
        }

        if (_present.Contains(Pico))
        {
            yield return heads.IsResponse ? HeadContestant.Of<PicoHeads<PicoResponse>>(Pico) : HeadContestant.Of<PicoHeads<PicoRequest>>(Pico);
        }

        if (_present.Contains(HttpParser))
        {
            yield return heads.IsResponse ? HeadContestant.Of<HttpParserHeads<HttpParserResponse>>(HttpParser) : HeadContestant.Of<HttpParserHeads<HttpParserRequest>>(HttpParser);
        }
    }

    /// <summary>A call into each native peer's library that does next to nothing.</summary>
    public Contestant[] EmptyCalls() =>
    [
        .. _present.Contains(Pico) ? NativeCallCost.Of(NativeLibraries.H2o, "phr_decode_chunked_is_in_data") : [],
        .. _present.Contains(HttpParser) ? NativeCallCost.Of(NativeLibraries.HttpParser, "http_parser_version") : [],
    ];
}
