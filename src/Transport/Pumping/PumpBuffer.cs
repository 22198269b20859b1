// The octets that were read and not yet consumed, in one contiguous piece. Either *borrowed* — a slice of memory the pipe owns, as long as
// the pipe's read is held — or *owned* — a pooled array with the octets at _start.._start+_length. An owned array moves its octets to the
// front only when at least as many before them were consumed, and otherwise doubles: each octet moves a bounded number of times.

using System.Buffers;

namespace HiPerf.Transport;

internal sealed class PumpBuffer(ArrayPool<byte> pool, int bufferSize) : IDisposable
{
    private byte[]? _array;
    private ReadOnlyMemory<byte> _borrowed;
    private int _start;
    private int _length;

    public int Length => _length;

    public bool IsBorrowed { get; private set; }

    public ReadOnlyMemory<byte> Memory => IsBorrowed ? _borrowed : _array.AsMemory(_start, _length);

    public ReadOnlySpan<byte> Span => IsBorrowed ? _borrowed.Span : _array.AsSpan(_start, _length);

    public void Consume(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)_length, nameof(count));
        _length -= count;
        if (IsBorrowed)
        {
            _borrowed = _borrowed[count..];
            IsBorrowed = _length > 0;
        }
        else
        {
            _start = _length == 0 ? 0 : _start + count;
        }
    }

    /// <summary>Takes a slice of foreign memory as the whole content; only while empty.</summary>
    public void Borrow(ReadOnlyMemory<byte> memory)
    {
        _borrowed = memory;
        _length = memory.Length;
        IsBorrowed = _length > 0;
    }

    /// <summary>Room for at least one octet more, behind what is there; the content becomes owned.</summary>
    /// <param name="limit">The most octets that are wanted in one piece; beyond it, only what the first array has room for.</param>
    public Memory<byte> Reserve(int limit)
    {
        if (IsBorrowed)
        {
            Own(limit);
        }
        else if (_array is null)
        {
            _array = pool.Rent(bufferSize);
        }
        else if (_start + _length > _array.Length / 2)
        {
            MakeRoom(limit);
        }

        return _array.AsMemory(_start + _length);
    }

    /// <summary>Counts octets that were written to what <see cref="Reserve"/> gave.</summary>
    public void Commit(int count) => _length += count;

    /// <summary>Gives the array back; only while empty.</summary>
    public void Release()
    {
        if (_array is null || (!IsBorrowed && _length > 0))
        {
            return;
        }

        pool.Return(_array);
        _array = null;
        _start = 0;
    }

    public void Dispose()
    {
        _length = 0;
        IsBorrowed = false;
        _borrowed = default;
        Release();
    }

    private void Own(int limit)
    {
        var wanted = GrownSize(limit);
        if (_array is null || _array.Length <= _length)
        {
            Release();
            _array = pool.Rent(wanted);
        }

        _borrowed.Span.CopyTo(_array);
        _start = 0;
        _borrowed = default;
        IsBorrowed = false;
    }

    private void MakeRoom(int limit)
    {
        var array = _array!;
        var full = _start + _length == array.Length;
        var wanted = GrownSize(limit);
        if (_start >= _length || (full && _start > 0 && wanted <= array.Length))
        {
            array.AsSpan(_start, _length).CopyTo(array);
        }
        else if (!full)
        {
            return;
        }
        else
        {
            var larger = pool.Rent(wanted);
            array.AsSpan(_start, _length).CopyTo(larger);
            _array = larger;
            pool.Return(array);
        }

        _start = 0;
    }

    // Twice the content, but no more than the limit asks for and no less than one octet of room.
    private int GrownSize(int limit)
    {
        var doubled = Math.Max(bufferSize, (int)Math.Min(2L * _length, Array.MaxLength));
        return Math.Max(_length + 1, Math.Min(doubled, Math.Max(limit, bufferSize)));
    }
}
