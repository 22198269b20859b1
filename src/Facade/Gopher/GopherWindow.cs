using System.Buffers;

namespace HiPerf.Gopher;

/// <summary>Octets on their way, in one piece of a pooled array that grows as far as its user lets it: a request before it is sent, then what came and is not yet spent.</summary>
internal sealed class GopherWindow : IBufferWriter<byte>
{
    /// <summary>Octets asked of a connection at once: a menu of the usual size comes in one read.</summary>
    public const int OrdinarySize = 16 * 1024;

    private byte[] _octets = [];
    private int _start;
    private int _end;

    public int Length => _end - _start;

    public bool IsEmpty => _end == _start;

    public ReadOnlySpan<byte> Octets => _octets.AsSpan(_start.._end);

    public ReadOnlyMemory<byte> Memory => _octets.AsMemory(_start.._end);

    /// <summary>Where the next octets go; never empty.</summary>
    public Memory<byte> Room
    {
        get
        {
            Reserve(1);
            return _octets.AsMemory(_end);
        }
    }

    /// <summary>Takes note of octets in <see cref="Room"/>, or in what the writer was given.</summary>
    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _octets.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Spends octets from the start.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>Takes what fits, and spends it.</summary>
    public int Take(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, Length);
        Octets[..count].CopyTo(destination);
        Consume(count);
        return count;
    }

    /// <summary>Forgets all but the first octets.</summary>
    public void Cut(int length) => _end = Math.Min(_end, _start + length);

    /// <summary>Gives the array back. Nobody may be reading into it.</summary>
    public void Release()
    {
        var octets = _octets;
        _octets = [];
        _start = _end = 0;
        if (octets.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(octets);
        }
    }

    private void Reserve(int count)
    {
        if (_octets.Length - _end >= count)
        {
            return;
        }

        var length = Length;
        if (_start > 0 && _octets.Length - length >= count)
        {
            Octets.CopyTo(_octets);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(OrdinarySize, (int)Math.Min(Array.MaxLength, (long)length + Math.Max(count, length))));
            Octets.CopyTo(larger);
            if (_octets.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_octets);
            }

            _octets = larger;
        }

        (_start, _end) = (0, length);
    }
}
