using System.Buffers;
using BenchmarkDotNet.Attributes;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Forms: <see cref="UrlencodedParser"/>, <see cref="MultipartParser"/>, <see cref="FormPartParser"/>, and the writers.</summary>
[MemoryDiagnoser, ShortRunJob]
public class FormBenchmarks
{
    private static readonly byte[] s_urlencoded = "name=Ren%C3%A9+Descartes&city=La+Haye&born=1596&quote=cogito%2C+ergo+sum"u8.ToArray();
    private static readonly byte[] s_disposition = "form-data; name=\"upload\"; filename=\"holiday.jpg\""u8.ToArray();
    private static readonly MultipartBoundary s_boundary = MultipartBoundary.Create("gc0p4Jq0M2Yt08jU534c0p"u8);
    private readonly FieldLine[] _fields = new FieldLine[MultipartLimits.PartFields];
    private readonly byte[] _buffer = new byte[512];
    private byte[] _multipart = [];

    /// <summary>Makes a form of one field and one file of 4 KiB.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var output = new ArrayBufferWriter<byte>();
        MultipartWriter.WriteField(output, s_boundary, "title"u8, "A file"u8, isFirst: true);
        MultipartWriter.WriteHead(output, s_boundary, "file"u8, "a.bin"u8, hasFileName: true, "application/octet-stream"u8, isFirst: false);
        output.Write(new byte[4096]);
        MultipartWriter.WriteClose(output, s_boundary);
        _multipart = output.WrittenSpan.ToArray();
    }

    /// <summary>Four pairs, left encoded.</summary>
    [Benchmark]
    public int Urlencoded()
    {
        var parser = new UrlencodedParser();
        ReadOnlySpan<byte> rest = s_urlencoded;
        while (!parser.IsComplete)
        {
            rest = rest[Spent(parser.Parse(rest, isFinal: true, out _, UrlencodedLimits.Default))..];
        }

        return parser.PairCount;
    }

    /// <summary>A field and a file of 4 KiB, in one buffer.</summary>
    [Benchmark]
    public int Multipart()
    {
        var parser = new MultipartParser(s_boundary);
        ReadOnlySpan<byte> rest = _multipart;
        while (!parser.IsComplete)
        {
            rest = rest[Spent(parser.Parse(rest, isFinal: true, _fields, out _, MultipartLimits.Default))..];
        }

        return parser.PartCount;
    }

    /// <summary>Whose name a part has.</summary>
    [Benchmark]
    public int PartDisposition() => FormPartParser.Parse(s_disposition, out _).Consumed;

    /// <summary>One pair written.</summary>
    [Benchmark]
    public int WriteUrlencoded() => UrlencodedWriter.TryWrite(_buffer, "name"u8, "Ren\u00E9 Descartes"u8, isFirst: true, out int written) ? written : 0;

    /// <summary>A file's part head written.</summary>
    [Benchmark]
    public int WriteMultipart() =>
        MultipartWriter.TryWriteHead(_buffer, s_boundary, "file"u8, "a.bin"u8, hasFileName: true, "application/octet-stream"u8, isFirst: true, out int written) ? written : 0;

    /// <summary>The same, field by field.</summary>
    [Benchmark]
    public int WritePartHead()
    {
        var writer = new PartHeadWriter(_buffer, s_boundary, isFirst: true);
        writer.WriteFormDisposition("file"u8, "a.bin"u8, hasFileName: true);
        writer.WriteField(FieldName.ContentType, "application/octet-stream"u8);
        writer.TryComplete(out int written);
        return written;
    }

    private static int Spent(ParseResult result) => result.IsDone ? result.Consumed : throw new InvalidOperationException("The form is not whole.");
}
