using BenchmarkDotNet.Attributes;
using HiPerf.Bench.Heads;
using HiPerf.Bench.Peers;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Request heads: <see cref="RequestHeadParser"/> alone, with <see cref="BodyFramingParser"/>, and Kestrel's.</summary>
[MemoryDiagnoser, ShortRunJob]
public class HeadBenchmarks
{
    private HeadBuffer _head = new([]);

    /// <summary>The corpus.</summary>
    [Params("plaintext", "classic", "browser", "hundred-fields")]
    public string Head { get; set; } = "";

    /// <summary>Takes the corpus.</summary>
    [GlobalSetup]
    public void Setup() => _head = new HeadBuffer(HeadCases.All.First(heads => heads.Name == Head).Heads[0]);

    /// <summary>The parse.</summary>
    [Benchmark]
    public int Bare() => RequestHeads<Bare>.ParseWhole(_head);

    /// <summary>Parse, identification, framing.</summary>
    [Benchmark]
    public int Whole() => RequestHeads<Whole>.ParseWhole(_head);

    /// <summary>Kestrel's parser.</summary>
    [Benchmark(Baseline = true)]
    public int Kestrel() => KestrelHeads.ParseWhole(_head);
}
