using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Cache-Control and Age: <see cref="CacheControlParser"/>, <see cref="DeltaSecondsParser"/>, <see cref="CacheControlWriter"/>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class CacheControlBenchmarks
{
    private static readonly byte[] s_value = "public, max-age=31536000, s-maxage=600, stale-while-revalidate=60, immutable"u8.ToArray();
    private readonly byte[] _buffer = new byte[128];

    /// <summary>Five directives.</summary>
    [Benchmark]
    public int Parse() => CacheControlParser.Parse(s_value, out _).Consumed;

    /// <summary>Age.</summary>
    [Benchmark]
    public long Age() => DeltaSecondsParser.ParseAge("86213"u8, out long seconds).IsDone ? seconds : -1;

    /// <summary>Two directives written.</summary>
    [Benchmark]
    public int Write()
    {
        var writer = new CacheControlWriter(_buffer);
        writer.Write(CacheDirective.Public);
        writer.Write(CacheDirective.MaxAge, 31536000);
        writer.TryComplete(out int written);
        return written;
    }
}
