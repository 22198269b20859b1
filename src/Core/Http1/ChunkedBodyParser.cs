using System.Buffers;
using HiPerf.Http;

namespace HiPerf.Http1;

/// <summary>Reads a chunked body piece by piece, wherever the octets are cut. One value a message; start with <c>default</c>.</summary>
/// <remarks>
/// <para>RFC 9112 section 7.1; the grammar is the table in <see cref="ChunkedBodyStates"/>. Content is answered as ranges, never copied;
/// a run of content costs the same however long it is. Chunk extensions are checked and dropped. Trailers are checked by the rules of
/// field lines and listed; which of them to believe is the caller's business (RFC 9110 section 6.5.1).</para>
/// <para>An error is final: every later call answers it again, and nothing behind it is read.</para>
/// </remarks>
public struct ChunkedBodyParser
{
    private const int OverheadFloor = 100 * 1024;
    private const int MaxSizeDigits = 16;

    private long _size;         // of the chunk while its line is read, then what is left of its content
    private long _announced;    // content of all chunks announced so far
    private long _framing;      // octets consumed that were not content
    private long _consumed;
    private int _line;          // octets of the current chunk-size line or trailer field line
    private int _extensions;    // octets of chunk extensions so far
    private int _examined;      // octets of the trailer section, which is consumed as a whole
    private int _trailers;
    private int _errorPosition;
    private ParseError _error;
    private byte _digits;
    private byte _state;

    /// <summary>Content longer than this many octets is refused as <see cref="ParseError.ContentTooLarge"/>; 0, the default, sets no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxContent
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>Octets consumed since the start of the body: what is added to an offset to place it in the body.</summary>
    public readonly long ConsumedTotal => _consumed;

    /// <summary>Octets of content answered since the start of the body, framing left out.</summary>
    public readonly long ContentTotal => _consumed - _framing;

    /// <summary>Whether the whole body, trailer section included, was read.</summary>
    public readonly bool IsComplete => _state == ChunkedBodyStates.End;

    /// <summary>Reads the next piece.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="trailers">Takes the trailer field lines, offsets relative to <paramref name="buffer"/>; may be empty where none are expected.</param>
    /// <param name="piece">What was found; framing before it is skipped and counted as consumed.</param>
    /// <param name="limits">MaxChunkLine, MaxChunkExtensions, MaxTrailers, MaxTrailerFields, MaxFieldLine.</param>
    /// <returns>
    /// Done: Consumed octets are spent; after End every call answers End again and consumes nothing. At End, ForbiddenTrailer among the deviations tells of a
    /// trailer that may not stand there, and Position where the first of them begins.
    /// NeedMoreData: the buffer is empty, or holds a part of the trailer section: call again with the same octets and more behind them.
    /// InvalidData: BadChunkSize, ChunkSizeOverflow, BadChunkExtension, ChunkLineTooLong, ChunkOverhead, MissingChunkEnd, ContentTooLarge, BareCr, BareLf,
    /// TrailersTooLarge, TooManyFields, or what a field line is refused for; Position is the first octet behind which nothing could be valid.
    /// DestinationTooSmall: TooManyFields, the table is full; call again with the same octets and a longer one.
    /// </returns>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, Span<FieldLine> trailers, out ChunkPiece piece, in Http1Limits limits)
    {
        piece = default;
        if (_error != ParseError.None)
        {
            return ParseResult.Invalid(_error, _errorPosition);
        }

        int at = 0;
        if (_state < ChunkedBodyStates.TrailerStart)
        {
            ParseResult framing = ReadFraming(buffer, ref at, in limits);
            if (framing.Status == OperationStatus.InvalidData)
            {
                return framing;
            }
        }

        if (_state == ChunkedBodyStates.Data && at < buffer.Length)
        {
            int length = (int)Math.Min(_size, buffer.Length - at);
            piece = ChunkPiece.Data(at, length);
            _size -= length;
            _framing += at;
            _consumed += at + length;
            if (_size == 0)
            {
                _state = ChunkedBodyStates.DataCr;
            }

            return ParseResult.Done(at + length);
        }

        if (_state is >= ChunkedBodyStates.TrailerStart and <= ChunkedBodyStates.LastLf)
        {
            return ReadTrailers(buffer, at, trailers, out piece, in limits);
        }

        if (_state == ChunkedBodyStates.End)
        {
            piece = ChunkPiece.End(0);
            return ParseResult.Done(0);
        }

        return Framing(at);
    }

    // Everything between one run of content and the next, or the trailer section.
    private ParseResult ReadFraming(ReadOnlySpan<byte> buffer, ref int at, in Http1Limits limits)
    {
        int i = at;
        byte state = _state;
        while (i < buffer.Length)
        {
            byte octet = buffer[i];
            byte next = ChunkedBodyStates.Next(state, octet);
            if (next >= ChunkedBodyStates.FirstRefusal)
            {
                return Refuse(ChunkedBodyStates.Error(next), i);
            }

            if (next < ChunkedBodyStates.DataCr && octet is not ((byte)'\r' or (byte)'\n'))
            {
                ParseError error = CountLineOctet(next, octet, in limits);
                if (error != ParseError.None)
                {
                    return Refuse(error, i);
                }
            }

            i++;
            state = next;
            if (next != ChunkedBodyStates.Data)
            {
                continue;
            }

            // Saturates: no body ever gets there, and its framing must not seem to outweigh it.
            _announced = _size > long.MaxValue - _announced ? long.MaxValue : _announced + _size;
            long framing = _framing + i;
            if (framing >= OverheadFloor && _announced < (framing + 2) / 3)
            {
                return Refuse(ParseError.ChunkOverhead, i - 1);
            }

            if (_size == 0)
            {
                state = ChunkedBodyStates.TrailerStart;
            }

            _line = 0;
            _digits = 0;
            break;
        }

        _state = state;
        at = i;
        return ParseResult.Done(i);
    }

    private ParseError CountLineOctet(byte state, byte octet, in Http1Limits limits)
    {
        if (++_line > limits.MaxChunkLine)
        {
            return ParseError.ChunkLineTooLong;
        }

        if (state != ChunkedBodyStates.Size)
        {
            return ++_extensions > limits.MaxChunkExtensions ? ParseError.ChunkOverhead : ParseError.None;
        }

        if (++_digits > MaxSizeDigits)
        {
            return ParseError.BadChunkSize;
        }

        if (_digits == 1)
        {
            _size = 0;
        }

        if (_size > long.MaxValue >> 4)
        {
            return ParseError.ChunkSizeOverflow;
        }

        _size = (_size << 4) | (uint)((octet & 0xF) + ((octet >> 6) * 9));
        return MaxContent != 0 && _size > MaxContent - _announced ? ParseError.ContentTooLarge : ParseError.None;
    }

    // The trailer section stays in the caller's buffer until it is whole, so that its field lines can be listed as ranges.
    private ParseResult ReadTrailers(ReadOnlySpan<byte> buffer, int start, Span<FieldLine> trailers, out ChunkPiece piece, in Http1Limits limits)
    {
        piece = default;
        int i = start + _examined;
        while (i < buffer.Length)
        {
            byte octet = buffer[i];
            byte next = ChunkedBodyStates.Next(_state, octet);
            if (next >= ChunkedBodyStates.FirstRefusal)
            {
                return Refuse(ChunkedBodyStates.Error(next), i);
            }

            if (i - start >= limits.MaxTrailers)
            {
                return Refuse(ParseError.TrailersTooLarge, i);
            }

            if (next == ChunkedBodyStates.End)
            {
                if (start > 0)
                {
                    break;
                }

                return List(buffer[..(i + 1)], trailers, out piece);
            }

            if (_state == ChunkedBodyStates.TrailerStart && next == ChunkedBodyStates.TrailerName)
            {
                _line = 0;
                if (++_trailers > limits.MaxTrailerFields)
                {
                    return Refuse(ParseError.TooManyFields, i);
                }
            }

            if (next is ChunkedBodyStates.TrailerName or ChunkedBodyStates.TrailerValue && ++_line > limits.MaxFieldLine)
            {
                return Refuse(ParseError.FieldLineTooLong, i);
            }

            _state = next;
            i++;
        }

        _examined = i - start;
        if (start > 0)
        {
            // What came before is spent first; the section then starts at offset 0 of the next call.
            return Framing(start);
        }

        return ParseResult.NeedMoreData(i);
    }

    private ParseResult List(ReadOnlySpan<byte> section, Span<FieldLine> trailers, out ChunkPiece piece)
    {
        piece = default;
        _examined = section.Length - 1;
        int at = 0;
        int forbidden = -1;
        for (int count = 0; count < _trailers; count++)
        {
            if (count == trailers.Length)
            {
                return ParseResult.TooSmall(ParseError.TooManyFields, at);
            }

            int line = section[at..].IndexOf((byte)'\r');
            int name = section.Slice(at, line).IndexOf((byte)':');
            ReadOnlySpan<byte> value = section.Slice(at + name + 1, line - name - 1);
            int leading = value.Length - value.TrimStart(" \t"u8).Length;
            trailers[count] = new FieldLine
            {
                NameStart = at,
                NameLength = (ushort)name,
                Name = FieldNames.Find(section.Slice(at, name)),
                ValueStart = at + name + 1 + leading,
                ValueLength = value.Trim(" \t"u8).Length,
            };
            if (forbidden < 0 && (FieldNames.Flags(trailers[count].Name) & FieldFlags.NoTrailer) != FieldFlags.None)
            {
                forbidden = at;
            }

            at += line + 2;
        }

        piece = ChunkPiece.End(_trailers);
        _state = ChunkedBodyStates.End;
        _framing += section.Length;
        _consumed += section.Length;
        return forbidden < 0 ? ParseResult.Done(section.Length) : ParseResult.Done(section.Length, Deviations.ForbiddenTrailer, forbidden);
    }

    private ParseResult Framing(int consumed)
    {
        if (consumed == 0)
        {
            return ParseResult.NeedMoreData(0);
        }

        _framing += consumed;
        _consumed += consumed;
        return ParseResult.Done(consumed);
    }

    private ParseResult Refuse(ParseError error, int position)
    {
        _error = error;
        _errorPosition = position;
        return ParseResult.Invalid(error, position);
    }
}
