using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Entity tags, If-Range, ranges: their parsers and writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class ConditionalBenchmarks
{
    private static readonly byte[] s_tag = "\"33a64df551425fcc55e4d42a148795d9f25f89d4\""u8.ToArray();
    private static readonly byte[] s_tags = "\"xyzzy\", W/\"r2d2xxxx\", \"c3piozzzz\", W/\"33a64df5\""u8.ToArray();
    private static readonly byte[] s_ranges = "bytes=0-499, 1000-1499, 9500-, -500"u8.ToArray();
    private static readonly byte[] s_contentRange = "bytes 42-1233/1234"u8.ToArray();
    private static readonly long s_now = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private readonly RangeSpec[] _ranges = new RangeSpec[8];
    private readonly byte[] _buffer = new byte[256];

    /// <summary>One tag.</summary>
    [Benchmark]
    public int EntityTag() => EntityTagParser.Parse(s_tag, out _).Consumed;

    /// <summary>If-None-Match of four.</summary>
    [Benchmark]
    public int EntityTagList()
    {
        var reader = new EntityTagListReader(s_tags);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>If-Range with a tag.</summary>
    [Benchmark]
    public int IfRange() => IfRangeParser.Parse(s_tag, s_now, out _).Consumed;

    /// <summary>Range of four parts.</summary>
    [Benchmark]
    public int Ranges() => RangeParser.Parse(s_ranges, _ranges, out _).Consumed;

    /// <summary>Content-Range.</summary>
    [Benchmark]
    public int ContentRange() => ContentRangeParser.Parse(s_contentRange, out _).Consumed;

    /// <summary>A tag written.</summary>
    [Benchmark]
    public int WriteEntityTag() => EntityTagWriter.TryWrite(_buffer, "33a64df551425fcc"u8, isWeak: true, out int written) ? written : 0;

    /// <summary>Range written.</summary>
    [Benchmark]
    public int WriteRange() => RangeWriter.TryWrite(_buffer, [RangeSpec.FromTo(0, 499), RangeSpec.Suffix(500)], out int written) ? written : 0;

    /// <summary>Content-Range of what cannot be had, written.</summary>
    [Benchmark]
    public int WriteContentRange() => ContentRangeWriter.TryWriteUnsatisfied(_buffer, 1234, out int written) ? written : 0;
}
