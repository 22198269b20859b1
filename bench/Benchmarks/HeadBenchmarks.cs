using BenchmarkDotNet.Attributes;
using HiPerf.Bench.Heads;
using HiPerf.Bench.Peers;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Request heads: <see cref="RequestHeadParser"/> alone, with framing in one call, <see cref="BodyFramingParser"/> behind it, and Kestrel's.</summary>
[MemoryDiagnoser, ShortRunJob]
public class HeadBenchmarks
{
    private readonly FieldLine[] _fields = new FieldLine[Http1Limits.ServerFields];
    private HeadBuffer _head = new([]);
    private byte[] _octets = [];
    private RequestHead _parsed;

    /// <summary>The corpus.</summary>
    [Params("plaintext", "classic", "browser", "hundred-fields")]
    public string Head { get; set; } = "";

    /// <summary>Takes the corpus.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _octets = HeadCases.All.First(heads => heads.Name == Head).Heads[0];
        _head = new HeadBuffer(_octets);
        _ = RequestHeadParser.Parse(_octets, _fields, ref _parsed, Http1Limits.Server);
    }

    /// <summary>The parse.</summary>
    [Benchmark]
    public int Bare() => RequestHeads<Bare>.ParseWhole(_head);

    /// <summary>Parse, identification, framing.</summary>
    [Benchmark]
    public int Whole() => RequestHeads<Whole>.ParseWhole(_head);

    /// <summary>Identification and framing of a head that was parsed before.</summary>
    [Benchmark]
    public bool Framing() => BodyFramingParser.ParseRequest(_octets, _fields, in _parsed, out _).IsDone;

    /// <summary>Kestrel's parser.</summary>
    [Benchmark(Baseline = true)]
    public int Kestrel() => KestrelHeads.ParseWhole(_head);
}
