using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HiPerf.Http1;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;

namespace HiPerf.Bench.Peers;

/// <summary>Kestrel's request parser, as the shared framework exposes it: start-line and fields by callback.</summary>
public static class KestrelHeads
{
    private static readonly HttpParser<Counting> s_counting = new(showErrorDetails: false);
    private static readonly HttpParser<Recording> s_recording = new(showErrorDetails: false);

    /// <summary>Parses a head and answers a number that depends on all of its fields; the least a handler can do.</summary>
    public static int Parse(in ReadOnlySequence<byte> head)
    {
        var reader = new SequenceReader<byte>(head);
        var state = new Sum();
        var handler = new Counting(state: ref state);
        if (!s_counting.ParseRequestLine(handler, ref reader) || !s_counting.ParseHeaders(handler, ref reader))
        {
            throw new InvalidOperationException("Kestrel's parser did not finish the head.");
        }

        return state.Value;
    }

    /// <summary>Parses a head and writes its field lines as offsets, to be compared with ours.</summary>
    public static int Record(byte[] head, FieldLine[] fields)
    {
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(head));
        var count = new StrongBox<int>();
        var handler = new Recording(head, fields, count);
        if (!s_recording.ParseRequestLine(handler, ref reader) || !s_recording.ParseHeaders(handler, ref reader))
        {
            throw new InvalidOperationException("Kestrel's parser did not finish the head.");
        }

        return count.Value;
    }

    private struct Sum
    {
        public int Value;
    }

    private readonly unsafe struct Counting : IHttpRequestLineHandler, IHttpHeadersHandler
    {
        private readonly Sum* _state;

        // The sum outlives the handler: both live in the frame of Parse.
        public Counting(ref Sum state) => _state = (Sum*)Unsafe.AsPointer(ref state);

        public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine) => _state->Value += startLine.Length;

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _state->Value += name.Length + value.Length;

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

    private readonly struct Recording(byte[] head, FieldLine[] fields, StrongBox<int> count) : IHttpRequestLineHandler, IHttpHeadersHandler
    {
        public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine)
        {
        }

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
            fields[count.Value++] = new FieldLine
            {
                NameStart = Offset(name),
                NameLength = (ushort)name.Length,
                ValueStart = Offset(value),
                ValueLength = value.Length,
            };

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
