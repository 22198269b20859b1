using System.Buffers;
using BenchmarkDotNet.Attributes;
using HiPerf.Bench.Peers;
using HiPerf.Http1;

namespace HiPerf.Bench;

/// <summary>Request heads by BenchmarkDotNet: ours and Kestrel's, with allocation.</summary>
[MemoryDiagnoser]
public class HeadBenchmarks
{
    private readonly FieldLine[] _fields = new FieldLine[128];
    private byte[] _head = [];
    private ReadOnlySequence<byte> _sequence;

    /// <summary>The head to parse.</summary>
    [Params("Plaintext", "Classic", "Browser", "HundredFields")]
    public string Head { get; set; } = "";

    /// <summary>Picks the head.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _head = Head switch
        {
            "Plaintext" => Corpus.Plaintext,
            "Classic" => Corpus.Classic,
            "Browser" => Corpus.Browser,
            _ => Corpus.HundredFields,
        };
        _sequence = new ReadOnlySequence<byte>(_head);
    }

    /// <summary>Our parser.</summary>
    [Benchmark]
    public int HiPerf()
    {
        RequestHead head = default;
        return RequestHeadParser.Parse(_head, _fields, ref head, Http1Limits.Server).Consumed;
    }

    /// <summary>Kestrel's parser.</summary>
    [Benchmark(Baseline = true)]
    public int Kestrel() => KestrelHeads.Parse(_sequence);
}
