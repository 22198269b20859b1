using BenchmarkDotNet.Attributes;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Chunked content: <see cref="ChunkedBodyParser"/>, <see cref="ChunkWriter"/> and <see cref="TrailerSectionWriter"/>.</summary>
[MemoryDiagnoser, ShortRunJob]
public class ChunkBenchmarks
{
    private const int Chunks = 16;
    private readonly FieldLine[] _trailers = new FieldLine[16];
    private readonly byte[] _buffer = new byte[ChunkWriter.MaxSizeLine * 2];
    private byte[] _body = [];

    /// <summary>Octets of each of the sixteen chunks.</summary>
    [Params(16, 4096)]
    public int ChunkSize { get; set; }

    /// <summary>Makes the body: chunks, the last chunk, one trailer.</summary>
    [GlobalSetup]
    public void Setup()
    {
        byte[] chunk = [.. System.Text.Encoding.ASCII.GetBytes($"{ChunkSize:x}\r\n"), .. new byte[ChunkSize], .. "\r\n"u8];
        _body = [.. Enumerable.Repeat(chunk, Chunks).SelectMany(octets => octets), .. "0\r\nETag: \"a\"\r\n\r\n"u8];
    }

    /// <summary>Sixteen chunks and a trailer, in one buffer.</summary>
    [Benchmark]
    public long Parse()
    {
        var parser = new ChunkedBodyParser();
        ReadOnlySpan<byte> rest = _body;
        while (!parser.IsComplete)
        {
            ParseResult result = parser.Parse(rest, _trailers, out _, Http1Limits.Server);
            if (!result.IsDone)
            {
                throw new InvalidOperationException("The body is not whole.");
            }

            rest = rest[result.Consumed..];
        }

        return parser.ContentTotal;
    }

    /// <summary>What stands around one chunk's data.</summary>
    [Benchmark]
    public int WriteFraming()
    {
        ChunkWriter.TryWriteSize(_buffer, ChunkSize, out int size);
        ChunkWriter.TryWriteDataEnd(_buffer.AsSpan(size), out int end);
        return size + end;
    }

    /// <summary>A section of one trailer.</summary>
    [Benchmark]
    public int WriteTrailers()
    {
        var writer = new TrailerSectionWriter(_buffer);
        writer.WriteField(FieldName.ETag, "\"a\""u8);
        writer.TryComplete(out int written);
        return written;
    }
}
