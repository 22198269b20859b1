using HiPerf.Bench.Heads;
using HiPerf.Bench.Peers;
using HiPerf.Bench.Quick;

namespace HiPerf.House.Tests.Bench;

/// <summary>The corpora of <c>quick heads</c>: unchanged, listed in the docs, and read alike by all that are timed.</summary>
public sealed class HeadCaseTests
{
    public static TheoryData<string> Names => [.. HeadCases.All.Select(heads => heads.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Corpus_is_the_one_whose_hash_is_written_down(string name)
    {
        HeadCase heads = Case(name);
        Assert.Equal(heads.Sha256, heads.ActualSha256);
        Assert.Contains(CorporaCommand.Describe(heads), File.ReadAllText(Path.Combine(Repository.Root, "docs/benchmarks.md")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Contestants_agree_before_they_are_timed(string name)
    {
        HeadCase heads = Case(name);
        HeadContestant ours = HeadPeers.OurBare(heads);
        Assert.All([ours, HeadPeers.OurWhole(heads), .. HeadPeers.Installed(HeadPeers.Names).For(heads)], contestant => Assert.Null(contestant.Disagreement(heads, ours)));
    }

    [Fact]
    public void Native_parsers_are_among_the_contestants()
    {
        string missing = string.Join(", ", new[] { NativeLibraries.H2o == 0 ? "libh2o0.13" : "", NativeLibraries.HttpParser == 0 ? "libhttp-parser2.9" : "" }.Where(name => name.Length > 0));
        Assert.SkipWhen(missing.Length > 0 && Environment.GetEnvironmentVariable("HIPERF_REQUIRE_PEERS") != "1", $"not installed: {missing}");
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("malformed", "plaintext", "accepts heads 0 of 1")]
    [InlineData("plaintext", "malformed", "finds other fields")]
    public void Disagreement_is_told(string kind, string corpus, string difference)
    {
        HeadCase heads = Case(kind) with { Heads = Case(corpus).Heads };
        Assert.Equal(difference, HeadPeers.OurBare(heads).Disagreement(heads, HeadPeers.OurBare(heads)));
    }

    [Fact]
    public void Options_say_what_is_wrong()
    {
        Assert.Null(QuickHeadsOptions.Parse(["--json", "--bare", "--cases", "plaintext,split", "--peers", "kestrel", "--rounds", "3"], out QuickHeadsOptions options));
        Assert.True(options is { Json: true, Whole: false, Rounds: 3 });
        Assert.Equal(["plaintext", "split"], options.Cases);
        Assert.Equal(["kestrel"], options.Peers);
        Assert.Equal("--rounds: not understood", QuickHeadsOptions.Parse(["--rounds", "0"], out _));
        Assert.StartsWith("plain: unknown; there is: plaintext", QuickHeadsOptions.Parse(["--cases", "plain"], out _), StringComparison.Ordinal);
        Assert.StartsWith("nginx: unknown; there is: kestrel", QuickHeadsOptions.Parse(["--peers", "nginx"], out _), StringComparison.Ordinal);
    }

    private static HeadCase Case(string name) => HeadCases.All.First(heads => heads.Name == name);
}
