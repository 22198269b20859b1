using System.Text.RegularExpressions;
using FsCheck;

namespace HiPerf.Properties.Fuzz;

/// <summary>The runner itself: it lists, it agrees where there is nothing to find, and it finds what is planted.</summary>
public sealed partial class FuzzCommandTests
{
    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(t => t.Name)];

    [Fact]
    public void Fuzz_alone_lists_every_target_once()
    {
        (int code, string output) = Run([]);
        Assert.Equal(0, code);
        Assert.All(FuzzTargets.All, t => Assert.Single(Regex.Matches(output, $@"^  {t.Name} +\S", RegexOptions.Multiline)));
    }

    [Fact]
    public void Request_of_twenty_thousand_executions_finds_nothing_unknown()
    {
        (int code, string output) = Run(["request", "--executions", "20000", "--seed", "1"]);
        Assert.Contains("20,000 executions", output, StringComparison.Ordinal);
        Assert.Contains(", 0 unknown", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_accepts_and_refuses_and_finds_nothing_unknown(string target)
    {
        (int code, string output) = Run([target, "--executions", "3000", "--seed", "7"]);
        Assert.True(code == 0, output);
        Assert.DoesNotContain("accepted 0.0 %", output, StringComparison.Ordinal);
        Assert.DoesNotContain("refused 0.0 %", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_seed_makes_the_same_executions()
    {
        Assert.Equal(Counts(5), Counts(5));
        Assert.NotEqual(Counts(5), Counts(6));

        static string Counts(int seed) => Rate().Replace(Run(["response", "--executions", "4000", "--seed", $"{seed}"]).Output, "");
    }

    [Fact]
    public void Planted_lie_ends_with_1_and_a_line_that_replays_it()
    {
        var liar = new LyingTarget(new Targets.ResponseTarget());
        (int code, string output) = Run(["liar", "--executions", "20000", "--seed", "1"], liar);
        Assert.Equal(1, code);
        Match line = ReplayLine().Match(output);
        Assert.True(line.Success, output);

        (code, output) = Run(["liar", "--replay", line.Groups[1].Value], liar);
        Assert.Equal(1, code);
        Assert.Contains("unknown: the oracle disagrees", output, StringComparison.Ordinal);

        // The same input is none where nobody lies.
        Assert.Equal(0, Run(["response", "--replay", line.Groups[1].Value]).Code);
    }

    [Fact]
    public void Exception_is_a_finding()
    {
        var thrower = new LyingTarget(new Targets.ResponseTarget()) { Throws = true };
        (int code, string output) = Run(["liar", "--executions", "20000", "--seed", "1"], thrower);
        Assert.Equal(1, code);
        Assert.Contains("unknown: InvalidTimeZoneException", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("request", "--seed")]
    [InlineData("request", "--seed", "x")]
    [InlineData("request", "--sed", "1")]
    [InlineData("request", "--replay", "AAAA")]
    public void Wrong_arguments_end_with_2(params string[] args) => Assert.Equal(2, Run(args).Code);

    private static (int Code, string Output) Run(string[] args, IFuzzTarget? target = null)
    {
        var output = new StringWriter();
        int code = FuzzCommand.Run(args, output, target is null ? FuzzTargets.All : [target]);
        return (code, output.ToString());
    }

    [GeneratedRegex(@"--replay (\S+)")]
    private static partial Regex ReplayLine();

    [GeneratedRegex(@"in [\d.]+ s, [\d,]+ executions/s")]
    private static partial Regex Rate();

    // Its oracle is wrong of one kind of response, or throws for it.
    private sealed class LyingTarget(IFuzzTarget inner) : IFuzzTarget
    {
        public bool Throws { get; init; }

        public string Name => "liar";

        public string Summary => inner.Summary;

        public IEnumerable<string> Samples => inner.Samples;

        public Gen<string> Structure => inner.Structure;

        public IReadOnlyList<string> Words => inner.Words;

        public FuzzLaws Laws => inner.Laws;

        public void Parse(ReadOnlySpan<byte> octets, ulong choices, Answer answer) => inner.Parse(octets, choices, answer);

        public void ParseInTwo(ReadOnlySpan<byte> octets, int split, ulong choices, Answer answer) => inner.ParseInTwo(octets, split, choices, answer);

        public void Refer(FuzzInput input, Answer answer)
        {
            inner.Refer(input, answer);
            if (input.Span.IndexOf("404"u8) < 0)
            {
                return;
            }

            if (Throws)
            {
                throw new InvalidTimeZoneException("planted");
            }

            answer.Begin(System.Buffers.OperationStatus.InvalidData, ParseError.BadStatusCode, 9);
        }
    }
}
