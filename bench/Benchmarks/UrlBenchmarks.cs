using BenchmarkDotNet.Attributes;

namespace HiPerf.Bench.Benchmarks;

/// <summary>URLs: <see cref="UrlParser"/>, <see cref="UrlNormalizer"/>, <see cref="UrlHost"/>, and <see cref="Uri"/>, which also makes strings.</summary>
[MemoryDiagnoser, ShortRunJob]
public class UrlBenchmarks
{
    private static readonly byte[] s_base = "https://www.example.org/pub/ietf/"u8.ToArray();
    private static readonly byte[] s_reference = "../WWW/TheProject.html?q=1#top"u8.ToArray();
    private readonly byte[] _destination = new byte[1024];
    private byte[] _url = [];
    private UrlParts _baseParts;

    /// <summary>A short one, one with all parts, one far from its normal form.</summary>
    [Params("http://example.org/", "https://user@www.example.org:8443/search/path;v=1?q=internet+session&hl=en#results", "HTTP://EXAMPLE.org:80/a/./b/../c%64")]
    public string Url { get; set; } = "";

    /// <summary>Encodes what is parsed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _url = System.Text.Encoding.UTF8.GetBytes(Url);
        UrlParser.Parse(s_base, out _baseParts);
    }

    /// <summary>Parts by RFC 3986.</summary>
    [Benchmark]
    public int Parse() => UrlParser.Parse(_url, out _).Consumed;

    /// <summary>Parts and normal form.</summary>
    [Benchmark]
    public int Normalize() => UrlNormalizer.Normalize(_url, _destination, out UrlParts parts).IsDone ? parts.Length : 0;

    /// <summary>A relative reference against a base.</summary>
    [Benchmark]
    public int Resolve() => UrlNormalizer.Resolve(s_reference, s_base, _baseParts, _destination, out UrlParts parts).IsDone ? parts.Length : 0;

    /// <summary>A host name alone.</summary>
    [Benchmark]
    public int Host() => UrlHost.Normalize("WWW.Example.ORG"u8, _destination, out int written, out _).IsDone ? written : 0;

    /// <summary>The base library's.</summary>
    [Benchmark(Baseline = true)]
    public int SystemUri() => new Uri(Url).AbsoluteUri.Length;
}
