using System.Buffers;
using System.IO.Pipelines;
using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

/// <summary>Turns octets and a way of cutting them into a pump: the segment matrix.</summary>
internal static class PumpSource
{
    public const string Streamed = "stream";
    public const string Piped = "pipe";

    public static readonly string[] Kinds = [Streamed, Piped];

    /// <summary>A pump whose source gives the pieces one after another and then ends.</summary>
    public static ParsePump InTurn(string kind, params byte[][] pieces) =>
        kind == Streamed ? ParsePump.Create(new PiecewiseStream(pieces), 256) : ParsePump.Create(new PiecewisePipe(pieces));

    /// <summary>A pump over a pipe that shows all pieces at once, each in a segment of its own.</summary>
    public static ParsePump AtOnce(params byte[][] pieces) => ParsePump.Create(PipeReader.Create(Sequence(pieces)));

    public static byte[][] Bytewise(byte[] octets) => [.. octets.Select(static octet => new[] { octet })];

    public static ReadOnlySequence<byte> Sequence(byte[][] pieces)
    {
        var first = new Segment(pieces[0], 0);
        var last = first;
        foreach (var piece in pieces.Skip(1))
        {
            last = last.Append(piece);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    // The octets stand between octets of 0xFF: a reader that looks outside sees them, and BlankLineParser refuses them.
    private static ReadOnlyMemory<byte> Guard(byte[] octets)
    {
        var guarded = new byte[octets.Length + 32];
        guarded.AsSpan().Fill(0xFF);
        octets.CopyTo(guarded, 16);
        return guarded.AsMemory(16, octets.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] octets, long index)
        {
            Memory = Guard(octets);
            RunningIndex = index;
        }

        public Segment Append(byte[] octets)
        {
            var next = new Segment(octets, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }

    /// <summary>A pipe that shows one piece a read and insists on the contract: no octet is touched after AdvanceTo.</summary>
    private sealed class PiecewisePipe(byte[][] pieces) : PipeReader
    {
        private int _next;
        private byte[] _shown = [];

        public override bool TryRead(out ReadResult result)
        {
            result = default;
            return false;
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            if (_shown.Length > 0)
            {
                throw new InvalidOperationException("Read before AdvanceTo.");
            }

            if (_next == pieces.Length)
            {
                return new(new ReadResult(default, false, true));
            }

            _shown = (byte[])pieces[_next++].Clone();
            return new(new ReadResult(new ReadOnlySequence<byte>(_shown), false, false));
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            // What was given back is overwritten: a reader that goes on using it is found out.
            _shown.AsSpan(0, consumed.GetInteger()).Fill(0xFF);
            if (consumed.GetInteger() == _shown.Length)
            {
                _shown = [];
            }
        }

        public override void CancelPendingRead() => throw new NotSupportedException();

        public override void Complete(Exception? exception = null)
        {
        }
    }

    /// <summary>A stream that gives one piece a read; asynchronous reads complete at once.</summary>
    private sealed class PiecewiseStream(byte[][] pieces) : MemoryStream
    {
        private int _next;
        private int _offset;

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty || _next == pieces.Length)
            {
                return 0;
            }

            var piece = pieces[_next].AsSpan(_offset);
            var count = Math.Min(piece.Length, buffer.Length);
            piece[..count].CopyTo(buffer);
            buffer[count..].Fill(0xFF);
            _offset += count;
            if (_offset == pieces[_next].Length)
            {
                _next++;
                _offset = 0;
            }

            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
