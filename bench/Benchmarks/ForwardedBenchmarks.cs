using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Forwarded: <see cref="ForwardedReader"/> and <see cref="ForwardedWriter"/>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class ForwardedBenchmarks
{
    private static readonly byte[] s_chain = "for=\"[2001:db8:cafe::17]:4711\";proto=https;host=www.site.example, for=192.0.2.43, for=_gateway;by=203.0.113.60"u8.ToArray();
    private readonly byte[] _buffer = new byte[256];

    /// <summary>A chain of three proxies.</summary>
    [Benchmark]
    public int Read()
    {
        var reader = new ForwardedReader(s_chain);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return reader.Result.IsDone ? count : 0;
    }

    /// <summary>What one proxy adds, written.</summary>
    [Benchmark]
    public int Write()
    {
        var writer = new ForwardedWriter(_buffer);
        writer.Write("[2001:db8:cafe::17]:4711"u8, host: "www.site.example"u8, protocol: "https"u8);
        writer.TryComplete(out int written);
        return written;
    }
}
