// A PipeReader as the pump's source. From Accept to EndRead the pipe's read is held: its first segment is lent to the buffer, the others
// wait in _rest. Nothing of it is touched after AdvanceTo. AdvanceTo consumes all that was examined, so the pipe never waits for an octet
// it has shown and never stops its writer because of octets the pump holds.

using System.Buffers;
using System.IO.Pipelines;

namespace HiPerf.Transport;

internal sealed class PipeSource(PipeReader reader, PumpBuffer buffer)
{
    private ReadOnlySequence<byte> _read;
    private ReadOnlySequence<byte> _rest;
    private bool _holding;
    private bool _completed;
    private bool _cancelled;

    /// <summary>Whether all that was written was moved to the buffer and no more will come.</summary>
    public bool Ended => _completed && _rest.IsEmpty;

    /// <summary>Whether octets wait behind those that are lent.</summary>
    public bool HasRest => !_rest.IsEmpty;

    /// <summary>Waits for octets. Only after <see cref="TryMove"/> found none.</summary>
    public ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken);

    /// <summary>Moves octets that are there already to the buffer, which then holds more than before; false when there are none.</summary>
    public bool TryMove(int limit)
    {
        if (_rest.IsEmpty)
        {
            if (_completed)
            {
                return false;
            }

            EndRead(limit);
            if (!reader.TryRead(out var result))
            {
                return false;
            }

            Accept(result);
            if (_rest.IsEmpty)
            {
                return false;
            }
        }

        if (buffer.Length == 0)
        {
            Lend();
        }
        else
        {
            Join(limit);
        }

        return true;
    }

    /// <summary>Takes the outcome of a read; <see cref="TryMove"/> then finds its octets.</summary>
    public void Accept(in ReadResult result)
    {
        _read = _rest = result.Buffer;
        _holding = true;
        _completed |= result.IsCompleted;
        _cancelled |= result.IsCanceled;
    }

    /// <summary>Whether a read was cancelled by <see cref="PipeReader.CancelPendingRead"/> since last asked.</summary>
    public bool TakeCancelled()
    {
        var cancelled = _cancelled;
        _cancelled = false;
        return cancelled;
    }

    /// <summary>Hands the pipe back all that is not in the buffer's own array, lent octets included.</summary>
    public void Release()
    {
        if (!_holding)
        {
            return;
        }

        var lent = buffer.IsBorrowed ? buffer.Length : 0;
        var unconsumed = _read.GetPosition(_read.Length - _rest.Length - lent);
        Forget();
        reader.AdvanceTo(unconsumed);
    }

    private void EndRead(int limit)
    {
        if (!_holding)
        {
            return;
        }

        if (buffer.IsBorrowed)
        {
            _ = buffer.Reserve(limit);
        }

        var end = _read.End;
        Forget();
        reader.AdvanceTo(end);
    }

    private void Forget()
    {
        _holding = false;
        _read = _rest = default;
    }

    private void Lend()
    {
        var position = _rest.Start;
        ReadOnlyMemory<byte> segment;
        while (_rest.TryGet(ref position, out segment) && segment.IsEmpty)
        {
        }

        buffer.Borrow(segment);
        _rest = _rest.Slice(segment.Length);
    }

    private void Join(int limit)
    {
        var room = buffer.Reserve(limit);
        var part = _rest.Slice(0, Math.Min(_rest.Length, room.Length));
        part.CopyTo(room.Span);
        buffer.Commit((int)part.Length);
        _rest = _rest.Slice(part.End);
    }
}
