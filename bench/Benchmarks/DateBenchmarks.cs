using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Dates: <see cref="HttpDate"/>, and the base library's way to the same.</summary>
[MemoryDiagnoser, ShortRunJob]
public class DateBenchmarks
{
    private static readonly byte[] s_fixdate = "Sun, 06 Nov 1994 08:49:37 GMT"u8.ToArray();
    private static readonly byte[] s_rfc850 = "Sunday, 06-Nov-94 08:49:37 GMT"u8.ToArray();
    private static readonly byte[] s_asctime = "Sun Nov  6 08:49:37 1994"u8.ToArray();
    private static readonly long s_now = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private readonly byte[] _buffer = new byte[HttpDate.Length];

    /// <summary>IMF-fixdate.</summary>
    [Benchmark]
    public long Parse() => HttpDate.TryParse(s_fixdate, s_now, out long ticks) ? ticks : 0;

    /// <summary>The form of RFC 850.</summary>
    [Benchmark]
    public long ParseRfc850() => HttpDate.TryParse(s_rfc850, s_now, out long ticks) ? ticks : 0;

    /// <summary>The form of C's asctime.</summary>
    [Benchmark]
    public long ParseAsctime() => HttpDate.TryParse(s_asctime, s_now, out long ticks) ? ticks : 0;

    /// <summary>The base library, from UTF-8.</summary>
    [Benchmark(Baseline = true)]
    public long BaseLibrary() => System.Buffers.Text.Utf8Parser.TryParse(s_fixdate, out DateTimeOffset date, out _, 'R') ? date.UtcTicks : 0;

    /// <summary>IMF-fixdate written.</summary>
    [Benchmark]
    public int Write() => HttpDate.TryWrite(_buffer, s_now, out int written) ? written : 0;
}
