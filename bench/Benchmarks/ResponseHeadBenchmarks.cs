using BenchmarkDotNet.Attributes;
using HiPerf.Bench.Heads;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Response heads: <see cref="ResponseHeadParser"/> alone, and with framing in one call.</summary>
[MemoryDiagnoser, ShortRunJob]
public class ResponseHeadBenchmarks
{
    private readonly HeadBuffer _head = new(Corpus.CdnResponse);

    /// <summary>The parse.</summary>
    [Benchmark(Baseline = true)]
    public int Bare() => ResponseHeads<Bare>.ParseWhole(_head);

    /// <summary>Parse, identification, framing.</summary>
    [Benchmark]
    public int Whole() => ResponseHeads<Whole>.ParseWhole(_head);
}
