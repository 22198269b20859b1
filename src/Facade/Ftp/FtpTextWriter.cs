namespace HiPerf.Ftp;

/// <summary>Makes CRLF of each LF as text goes out, wherever it is cut; a CRLF that is there already stays one. RFC 959 section 3.1.1.1.</summary>
internal sealed class FtpTextWriter
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _length;
    private bool _afterCr;

    /// <summary>What <see cref="Encode"/> made.</summary>
    public ReadOnlyMemory<byte> Octets => _buffer.AsMemory(0, _length);

    /// <summary>Makes the next octets; those before are gone.</summary>
    /// <returns>Octets of the source that were taken: one or more, unless it is empty.</returns>
    public int Encode(ReadOnlySpan<byte> source)
    {
        _length = 0;
        var taken = 0;
        while (taken < source.Length && _length < _buffer.Length - 1)
        {
            var left = source[taken..];
            var plain = left.IndexOf((byte)'\n');
            if (plain == 0)
            {
                if (!_afterCr)
                {
                    _buffer[_length++] = (byte)'\r';
                }

                _buffer[_length++] = (byte)'\n';
                _afterCr = false;
                taken++;
                continue;
            }

            var count = Math.Min(plain < 0 ? left.Length : plain, _buffer.Length - _length);
            left[..count].CopyTo(_buffer.AsSpan(_length));
            _afterCr = left[count - 1] == '\r';
            _length += count;
            taken += count;
        }

        return taken;
    }
}
