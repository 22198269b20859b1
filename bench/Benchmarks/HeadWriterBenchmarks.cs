using System.Buffers;
using BenchmarkDotNet.Attributes;
using HiPerf.Http;
using HiPerf.Http1;

namespace HiPerf.Bench.Benchmarks;

/// <summary>Heads written: <see cref="RequestHeadWriter"/> and <see cref="ResponseHeadWriter"/>, into a span and into a buffer writer.</summary>
[MemoryDiagnoser, ShortRunJob]
public class HeadWriterBenchmarks
{
    private static readonly long s_ticks = new DateTime(2026, 11, 20, 10, 15, 30, DateTimeKind.Utc).Ticks;
    private readonly byte[] _buffer = new byte[1024];
    private readonly ArrayBufferWriter<byte> _output = new(4096);

    /// <summary>What a client asks a service.</summary>
    [Benchmark]
    public int Request()
    {
        var writer = new RequestHeadWriter(_buffer);
        return Write(ref writer);
    }

    /// <summary>The same into a buffer writer.</summary>
    [Benchmark]
    public int RequestToBufferWriter()
    {
        _output.ResetWrittenCount();
        var writer = new RequestHeadWriter(_output);
        return Write(ref writer);
    }

    /// <summary>What a server answers: Server, Date, Content-Type, Content-Length.</summary>
    [Benchmark]
    public int Response()
    {
        var writer = new ResponseHeadWriter(_buffer);
        return Write(ref writer);
    }

    /// <summary>The same into a buffer writer.</summary>
    [Benchmark]
    public int ResponseToBufferWriter()
    {
        _output.ResetWrittenCount();
        var writer = new ResponseHeadWriter(_output);
        return Write(ref writer);
    }

    private static int Write(ref RequestHeadWriter writer)
    {
        writer.WriteRequestLine(RequestMethod.Get, "/plaintext"u8, "server.example:8080"u8);
        writer.WriteField(FieldName.UserAgent, "HiPerf/1.0"u8);
        writer.WriteField(FieldName.Accept, "*/*"u8);
        writer.TryComplete(BodyFraming.None, ConnectionOptions.None, out int written);
        return written;
    }

    private static int Write(ref ResponseHeadWriter writer)
    {
        writer.WriteStatusLine(200);
        writer.WriteField(FieldName.Server, "HiPerf"u8);
        writer.WriteDate(FieldName.Date, s_ticks);
        writer.WriteField(FieldName.ContentType, "text/plain"u8);
        writer.TryComplete(BodyFraming.OfLength(13), ConnectionOptions.None, out int written);
        return written;
    }
}
