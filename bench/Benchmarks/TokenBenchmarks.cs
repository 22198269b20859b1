using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Registered tokens: <see cref="FieldNames"/> and <see cref="RequestMethods"/>, from octets to values.</summary>
[MemoryDiagnoser, ShortRunJob]
public class TokenBenchmarks
{
    private static readonly byte[][] s_names =
    [
        .. ((string[])["Host", "User-Agent", "accept-encoding", "Content-Length", "X-Request-Id", "Sec-Fetch-Site", "Cookie", "CACHE-CONTROL"])
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>Eight names, two of them unregistered, three in an unusual case.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public int FieldName()
    {
        int sum = 0;
        foreach (byte[] name in s_names)
        {
            sum += (int)FieldNames.Find(name);
        }

        return sum;
    }

    /// <summary>One method.</summary>
    [Benchmark]
    public RequestMethod Method() => RequestMethods.Find("DELETE"u8);
}
