using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Lists, media types and weights: <see cref="FieldValueReader"/> and what is built on it, and <see cref="FieldValueWriter"/>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FieldValueBenchmarks
{
    private static readonly byte[] s_vary = "Accept-Encoding, Accept-Language, Origin, Cookie"u8.ToArray();
    private static readonly byte[] s_accept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"u8.ToArray();
    private static readonly byte[] s_languages = "en-GB,en-US;q=0.9,en;q=0.8,de;q=0.7"u8.ToArray();
    private static readonly byte[] s_mediaType = "multipart/form-data; boundary=\"----gc0p4Jq0M2Yt08jU534c0p\"; charset=utf-8"u8.ToArray();
    private readonly byte[] _buffer = new byte[256];

    /// <summary>A token list, element by element.</summary>
    [Benchmark]
    public int TokenList()
    {
        var reader = new TokenListReader(s_vary);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>A browser's Accept.</summary>
    [Benchmark]
    public int MediaRanges()
    {
        var reader = new MediaRangeReader(s_accept);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>A browser's Accept-Language.</summary>
    [Benchmark]
    public int Languages()
    {
        var reader = new WeightedTokenReader(s_languages, readsLanguages: true);
        int count = 0;
        while (reader.Read(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>A media type with two parameters.</summary>
    [Benchmark]
    public int MediaType() => MediaTypeParser.Parse(s_mediaType, out _).Consumed;

    /// <summary>One weight.</summary>
    [Benchmark]
    public int Weight()
    {
        var reader = new FieldValueReader(";q=0.875"u8);
        return WeightReader.ReadOptional(ref reader, out int weight) ? weight : -1;
    }

    /// <summary>A token, a parameter in quotes, a weight.</summary>
    [Benchmark]
    public int Write()
    {
        var writer = new FieldValueWriter(_buffer);
        writer.WriteToken("gzip"u8);
        writer.WriteParameter("title"u8, "a \"quoted\" text"u8);
        writer.WriteWeight(800);
        writer.TryComplete(out int written);
        return written;
    }
}
