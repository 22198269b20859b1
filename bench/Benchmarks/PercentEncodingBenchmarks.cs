using BenchmarkDotNet.Attributes;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Percent coding: <see cref="PercentEncoding"/> both ways, and the base library's.</summary>
[MemoryDiagnoser, ShortRunJob]
public class PercentEncodingBenchmarks
{
    private readonly byte[] _destination = new byte[1024];
    private byte[] _encoded = [];
    private byte[] _octets = [];

    /// <summary>A path that needs nothing, and one of many escapes.</summary>
    [Params("pub/ietf/index.html", "M%C3%BCnchen%20Stra%C3%9Fe/caf%C3%A9%20cr%C3%A8me")]
    public string Path { get; set; } = "";

    /// <summary>Encodes and decodes it once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _encoded = System.Text.Encoding.ASCII.GetBytes(Path);
        _octets = System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Path));
    }

    /// <summary>Every escape.</summary>
    [Benchmark]
    public int Decode() => PercentEncoding.Decode(_encoded, _destination, out int written).IsDone ? written : 0;

    /// <summary>A path, no escape of a separator.</summary>
    [Benchmark]
    public int DecodePath() => PercentEncoding.DecodePath(_encoded, _destination, out int written).IsDone ? written : 0;

    /// <summary>A path written.</summary>
    [Benchmark]
    public int EncodePath() => PercentEncoding.EncodePath(_octets, _destination, out int written).IsDone ? written : 0;

    /// <summary>The base library's decoding, over strings.</summary>
    [Benchmark(Baseline = true)]
    public int BaseLibrary() => Uri.UnescapeDataString(Path).Length;
}
