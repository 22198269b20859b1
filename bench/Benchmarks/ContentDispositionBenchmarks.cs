using BenchmarkDotNet.Attributes;
using HiPerf.Http;

namespace HiPerf.Bench.Benchmarks;

/// <summary>File names in fields: <see cref="ContentDispositionParser"/>, <see cref="ExtValueParser"/>, <see cref="SafeFileName"/>, and the writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class ContentDispositionBenchmarks
{
    private const string Name = "\u20AC rates.pdf";
    private static readonly byte[] s_disposition = "attachment; filename=\"EURO rates.pdf\"; filename*=UTF-8''%e2%82%ac%20rates.pdf"u8.ToArray();
    private static readonly byte[] s_extValue = "UTF-8'en'%e2%82%ac%20rates.pdf"u8.ToArray();
    private readonly byte[] _buffer = new byte[256];
    private readonly char[] _name = new char[256];
    private readonly char[] _safe = new char[257];

    /// <summary>A download with its name in both forms.</summary>
    [Benchmark]
    public int Parse() => ContentDispositionParser.Parse(s_disposition, out _).Consumed;

    /// <summary>The same, and its name decoded and made safe for a folder.</summary>
    [Benchmark]
    public int ParseName() =>
        ContentDispositionParser.Parse(s_disposition, out ContentDisposition disposition).IsDone
        && disposition.TryGetFileName(s_disposition, _name, out int length)
        && SafeFileName.TryMake(_name.AsSpan(0, length), _safe, out length) ? length : 0;

    /// <summary>An extended value, decoded.</summary>
    [Benchmark]
    public int ExtValue() => ExtValueParser.Parse(s_extValue, out ExtValue text).IsDone && text.Decode(s_extValue, _name, out int written).IsDone ? written : 0;

    /// <summary>A name that needs the extended form, written.</summary>
    [Benchmark]
    public int Write() => ContentDispositionWriter.TryWrite(_buffer, DispositionType.Attachment, Name, out int written) ? written : 0;

    /// <summary>An extended value written.</summary>
    [Benchmark]
    public int WriteExtValue() => ExtValueWriter.TryWrite(_buffer, Name, out int written) ? written : 0;
}
