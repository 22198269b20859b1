using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Reads a chunked body production by production, as RFC 9112 section 7.1 words it, whole and left to right: no table, no code shared with Core.</summary>
/// <remarks>
/// <code>
/// chunked-body = *chunk last-chunk trailer-section CRLF
/// chunk        = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
/// chunk-ext    = *( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )
/// </code>
/// An octet that breaks the grammar offends by that; one that the grammar allows may still be one too many for a limit. BWS stands before what it belongs to, never before CRLF.
/// </remarks>
internal sealed class ReferenceChunkedBody : ReferenceCursor
{
    // docs/http1.md: framing may weigh three times the content, but for the first 100 KiB of it.
    private const int OverheadFloor = 100 * 1024;

    private byte[] _content = new byte[4096];
    private long _framing;
    private long _announced;
    private long _maxContent;
    private int _line;
    private int _extensions;

    public ReadOnlySpan<byte> Content => _content.AsSpan(0, ContentLength);

    public int ContentLength { get; private set; }

    /// <summary>Where the trailer section begins; its lines' offsets count from there.</summary>
    public int SectionStart { get; private set; }

    public List<ReferenceField> Trailers { get; } = [];

    /// <summary>The name of a trailer.</summary>
    public string NameOf(ReferenceField trailer) => System.Text.Encoding.Latin1.GetString(Octets, SectionStart + trailer.NameStart, trailer.NameLength);

    /// <summary>Reads a body, or the rest of one of which <paramref name="framing"/> and <paramref name="content"/> octets came before.</summary>
    public ReferenceChunkedBody Read(byte[] octets, int length, in Http1Limits limits, long maxContent, long framing, long content)
    {
        // The limit of heads is none of a body's.
        Begin(octets, length, limits with { MaxHead = 1 << 30 }, Http1Leniency.None);
        (_maxContent, _framing, _announced) = (maxContent, framing, content);
        (_extensions, ContentLength) = (0, 0);
        Trailers.Clear();
        bool last = false;
        while (!last && ChunkLine(out long size))
        {
            last = size == 0;
            if (!last && !ChunkData(size))
            {
                break;
            }
        }

        _ = last && TrailerSection();
        Finish();
        return this;
    }

    // chunk-size [ chunk-ext ] CRLF
    private bool ChunkLine(out long size)
    {
        int start = At;
        UInt128 value = 0;
        size = 0;
        _line = 0;
        while (IsHex(Peek()))
        {
            if (++_line > Limits.MaxChunkLine)
            {
                return Stop(ParseError.ChunkLineTooLong, At);
            }

            if (At - start == 16)
            {
                return Stop(ParseError.BadChunkSize, At);
            }

            value = (value * 16) + (uint)Convert.ToInt32(((char)Octets[At]).ToString(), 16);
            if (value > long.MaxValue)
            {
                return Stop(ParseError.ChunkSizeOverflow, At);
            }

            if (_maxContent > 0 && value + (UInt128)_announced > (UInt128)_maxContent)
            {
                return Stop(ParseError.ContentTooLarge, At);
            }

            At++;
        }

        if (At == start || Peek() is not (' ' or '\t' or ';' or '\r' or '\n'))
        {
            return Stop(ParseError.BadChunkSize, At);
        }

        size = (long)value;
        if (!Extensions())
        {
            return false;
        }

        if (Peek() == '\n')
        {
            return Stop(ParseError.BareLf, At);
        }

        At++;
        if (Peek() != '\n')
        {
            return Stop(ParseError.BareCr, At);
        }

        At++;
        _framing += At - start;
        _announced += size;
        return _framing < OverheadFloor || (UInt128)_announced * 3 >= (UInt128)_framing || Stop(ParseError.ChunkOverhead, At - 1);
    }

    // Ends before the line end, whichever it is.
    private bool Extensions()
    {
        while (true)
        {
            if (!Bws(out bool any))
            {
                return false;
            }

            if (!any && Peek() is '\r' or '\n')
            {
                return true;
            }

            if (Peek() != ';')
            {
                return Stop(ParseError.BadChunkExtension, At);
            }

            if (!Take() || !Bws(out _) || !Token())
            {
                return false;
            }

            int behindName = At;
            if (!Bws(out any))
            {
                return false;
            }

            if (Peek() == '=')
            {
                if (!Take() || !Bws(out _) || !(Peek() == '"' ? QuotedString() : Token()))
                {
                    return false;
                }
            }
            else if (any)
            {
                // The BWS belonged to the ";" that must follow.
                if (Peek() != ';')
                {
                    return Stop(ParseError.BadChunkExtension, At);
                }

                Untake(behindName);
            }
        }
    }

    private bool Bws(out bool any)
    {
        any = false;
        while (Peek() is ' ' or '\t')
        {
            any = true;
            if (!Take())
            {
                return false;
            }
        }

        return true;
    }

    private bool Token()
    {
        if (!IsToken(Peek()))
        {
            return Stop(ParseError.BadChunkExtension, At);
        }

        while (IsToken(Peek()))
        {
            if (!Take())
            {
                return false;
            }
        }

        return true;
    }

    // quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
    private bool QuotedString()
    {
        if (!Take())
        {
            return false;
        }

        while (Peek() != '"')
        {
            bool pair = Peek() == '\\';
            if (pair && !Take())
            {
                return false;
            }

            if (!IsText(Peek()))
            {
                return Stop(ParseError.BadChunkExtension, At);
            }

            if (!Take())
            {
                return false;
            }
        }

        return Take();
    }

    // One octet of an extension.
    private bool Take()
    {
        if (++_line > Limits.MaxChunkLine)
        {
            return Stop(ParseError.ChunkLineTooLong, At);
        }

        if (++_extensions > Limits.MaxChunkExtensions)
        {
            return Stop(ParseError.ChunkOverhead, At);
        }

        At++;
        return true;
    }

    private void Untake(int at)
    {
        _line -= At - at;
        _extensions -= At - at;
        At = at;
    }

    // chunk-data CRLF
    private bool ChunkData(long size)
    {
        int count = (int)Math.Min(size, Length - At);
        while (_content.Length - ContentLength < count)
        {
            Array.Resize(ref _content, 2 * _content.Length);
        }

        Octets.AsSpan(At, count).CopyTo(_content.AsSpan(ContentLength));
        ContentLength += count;
        At += count;
        if (count < size)
        {
            return Stop(ParseError.None, 0, System.Buffers.OperationStatus.NeedMoreData);
        }

        foreach (char expected in "\r\n")
        {
            if (Peek() != expected)
            {
                return Stop(ParseError.MissingChunkEnd, At);
            }

            At++;
        }

        _framing += 2;
        return true;
    }

    // trailer-section CRLF
    private bool TrailerSection()
    {
        SectionStart = At;
        while (Peek() != '\r')
        {
            if (Peek() is ' ' or '\t')
            {
                return Stop(ParseError.ObsFold, At);
            }

            if (!IsToken(Peek()))
            {
                return Stop(Peek() == '\n' ? ParseError.BareLf : ParseError.BadFieldName, At);
            }

            if (!TrailerLine())
            {
                return false;
            }
        }

        return TrailerEnd();
    }

    private bool TrailerLine()
    {
        int start = At;
        while (IsToken(Peek()))
        {
            if (At - SectionStart >= Limits.MaxTrailers)
            {
                return Stop(ParseError.TrailersTooLarge, At);
            }

            if (At == start && Trailers.Count == Limits.MaxTrailerFields)
            {
                return Stop(ParseError.TooManyFields, At);
            }

            if (!TrailerOctet(start))
            {
                return false;
            }
        }

        int nameEnd = At;
        if (Peek() != ':')
        {
            return Stop(Peek() is ' ' or '\t' ? ParseError.SpaceBeforeColon : Peek() is '\r' or '\n' ? ParseError.MissingColon : ParseError.BadFieldName, At);
        }

        if (!TrailerOctet(start))
        {
            return false;
        }

        while (IsText(Peek()))
        {
            if (!TrailerOctet(start))
            {
                return false;
            }
        }

        int end = At;
        if (Peek() != '\r')
        {
            return Stop(Peek() == '\n' ? ParseError.BareLf : ParseError.BadFieldValue, At);
        }

        int value = nameEnd + 1;
        while (value < end && Octets[value] is (byte)' ' or (byte)'\t')
        {
            value++;
        }

        while (end > value && Octets[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        Trailers.Add(new ReferenceField(start - SectionStart, nameEnd - start, value - SectionStart, end - value));
        return TrailerEnd();
    }

    private bool TrailerOctet(int start)
    {
        if (At - SectionStart >= Limits.MaxTrailers)
        {
            return Stop(ParseError.TrailersTooLarge, At);
        }

        if (At - start >= Limits.MaxFieldLine)
        {
            return Stop(ParseError.FieldLineTooLong, At);
        }

        At++;
        return true;
    }

    // CRLF, each octet of which counts for the section.
    private bool TrailerEnd()
    {
        for (int i = 0; i < 2; i++, At++)
        {
            if (Peek() != "\r\n"[i])
            {
                return Stop(ParseError.BareCr, At);
            }

            if (At - SectionStart >= Limits.MaxTrailers)
            {
                return Stop(ParseError.TrailersTooLarge, At);
            }
        }

        return true;
    }
}
