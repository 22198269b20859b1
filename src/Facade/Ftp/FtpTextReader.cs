namespace HiPerf.Ftp;

/// <summary>Makes LF of each CRLF as text comes in, wherever it is cut; a CR alone stays. RFC 959 section 3.1.1.1.</summary>
internal sealed class FtpTextReader
{
    private readonly byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Where the next octets go.</summary>
    public Memory<byte> Room
    {
        get
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            return _buffer.AsMemory(_end);
        }
    }

    /// <summary>Takes note of octets in <see cref="Room"/>.</summary>
    public void Add(int count) => _end += count;

    /// <summary>Takes note that no more come.</summary>
    public void End() => _ended = true;

    /// <summary>Takes text; false when octets are missing, or none are left.</summary>
    public bool TryTake(Span<byte> destination, out int written)
    {
        written = 0;
        while (written < destination.Length && _start < _end)
        {
            var left = _buffer.AsSpan(_start.._end);
            var plain = left.IndexOf((byte)'\r');
            if (plain == 0)
            {
                if (left.Length == 1 && !_ended)
                {
                    break;
                }

                // The LF of a CRLF is the next octet; a CR that has none is itself.
                destination[written++] = left.Length > 1 && left[1] == '\n' ? (byte)'\n' : (byte)'\r';
                _start += left.Length > 1 && left[1] == '\n' ? 2 : 1;
                continue;
            }

            var count = Math.Min(plain < 0 ? left.Length : plain, destination.Length - written);
            left[..count].CopyTo(destination[written..]);
            written += count;
            _start += count;
        }

        return written > 0;
    }
}
