using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiPerf.Bench.Heads;
using HiPerf.Http1;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace HiPerf.Bench.Peers;

/// <summary>Kestrel's request parser, as the shared framework exposes it: start-line and fields by callback, driven as its server does.</summary>
/// <remarks>It refuses by exceptions. A head in parts goes on at the line that was not whole.</remarks>
internal readonly struct KestrelHeads : IHeadParser
{
    private static readonly HttpParser<Counting> s_counting = new(showErrorDetails: false);
    private static readonly HttpParser<Recording> s_recording = new(showErrorDetails: false);

    // The fields' octets are summed up: the least a handler can do.
    private static int s_sum;

    public static int ParseWhole(HeadBuffer buffer)
    {
        var reader = new SequenceReader<byte>(buffer.Sequence);
        return Parse(ref reader) ? (int)reader.Consumed : 0;
    }

    public static int ParsePipelined(HeadBuffer buffer)
    {
        var reader = new SequenceReader<byte>(buffer.Sequence);
        int heads = 0;
        while (!reader.End && Parse(ref reader))
        {
            heads++;
        }

        return heads;
    }

    public static int ParseSplit(HeadBuffer buffer)
    {
        var handler = default(Counting);
        var first = new SequenceReader<byte>(buffer.FirstPart);
        bool hasLine = s_counting.ParseRequestLine(handler, ref first);
        if (hasLine && s_counting.ParseHeaders(handler, ref first))
        {
            return 0;
        }

        var rest = new SequenceReader<byte>(buffer.Sequence.Slice(first.Consumed));
        return (hasLine || s_counting.ParseRequestLine(handler, ref rest)) && s_counting.ParseHeaders(handler, ref rest) ? (int)(first.Consumed + rest.Consumed) : 0;
    }

    public static int ParseMalformed(HeadBuffer buffer)
    {
        try
        {
            return ParseWhole(buffer);
        }
        catch (BadHttpRequestException)
        {
            return -1;
        }
    }

    public static int Record(HeadBuffer buffer, Span<FieldLine> fields)
    {
        var lines = new List<FieldLine>();
        var reader = new SequenceReader<byte>(buffer.Sequence);
        var handler = new Recording(buffer.Octets, lines);
        if (!s_recording.ParseRequestLine(handler, ref reader) || !s_recording.ParseHeaders(handler, ref reader))
        {
            return -1;
        }

        CollectionsMarshal.AsSpan(lines).CopyTo(fields);
        return lines.Count;
    }

    private static bool Parse(ref SequenceReader<byte> reader)
    {
        var handler = default(Counting);
        return s_counting.ParseRequestLine(handler, ref reader) && s_counting.ParseHeaders(handler, ref reader);
    }

    private readonly struct Counting : IHttpRequestLineHandler, IHttpHeadersHandler
    {
        public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine) => s_sum += startLine.Length;

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => s_sum += name.Length + value.Length;

        public void OnHeadersComplete(bool endStream)
        {
        }

        public void OnStaticIndexedHeader(int index)
        {
        }

        public void OnStaticIndexedHeader(int index, ReadOnlySpan<byte> value)
        {
        }
    }

    private readonly struct Recording(byte[] head, List<FieldLine> fields) : IHttpRequestLineHandler, IHttpHeadersHandler
    {
        public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine)
        {
        }

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
            fields.Add(new FieldLine { NameStart = Offset(name), NameLength = (ushort)name.Length, ValueStart = Offset(value), ValueLength = value.Length });

        public void OnHeadersComplete(bool endStream)
        {
        }

        public void OnStaticIndexedHeader(int index)
        {
        }

        public void OnStaticIndexedHeader(int index, ReadOnlySpan<byte> value)
        {
        }

        private int Offset(ReadOnlySpan<byte> part) =>
            (int)Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(head), ref MemoryMarshal.GetReference(part));
    }
}
