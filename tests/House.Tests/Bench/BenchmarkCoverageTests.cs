using System.Reflection;
using System.Text.RegularExpressions;

namespace HiPerf.House.Tests.Bench;

/// <summary>Holds that whatever reads or writes a grammar has a benchmark.</summary>
public sealed class BenchmarkCoverageTests
{
    private static readonly string[] s_kinds = ["Parser", "Writer", "Reader", "Normalizer"];

    public static TheoryData<string> Types =>
        [.. Assembly.Load("HiPerf.Core").GetExportedTypes().Select(type => type.Name).Where(name => s_kinds.Any(kind => name.EndsWith(kind, StringComparison.Ordinal)))];

    // The head parsers are called by way of bench/Heads, which `quick heads` shares.
    [Theory, MemberData(nameof(Types))]
    public void Every_parser_and_writer_of_Core_is_called_by_a_benchmark(string type) =>
        Assert.Contains(
            Repository.Sources("bench/Benchmarks").Concat(Repository.Sources("bench/Heads")),
            path => File.ReadLines(path).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, $@"\b{type}\b")));

    [Fact]
    public void Every_benchmark_counts_allocation_and_is_short()
    {
        Assert.All(Repository.Sources("bench/Benchmarks"), path => Assert.Contains("[MemoryDiagnoser, ShortRunJob]", File.ReadAllText(path), StringComparison.Ordinal));
    }
}
