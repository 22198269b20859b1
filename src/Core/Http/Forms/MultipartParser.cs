using System.Buffers;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads a multipart body piece by piece, wherever the octets are cut. One value a body.</summary>
/// <remarks>
/// <code>
/// multipart-body    = [ preamble CRLF ] dash-boundary transport-padding CRLF body-part *encapsulation close-delimiter transport-padding [ CRLF epilogue ]
/// encapsulation     = delimiter transport-padding CRLF body-part
/// body-part         = MIME-part-headers [ CRLF *OCTET ]
/// close-delimiter   = delimiter "--"
/// transport-padding = *LWSP-char
/// </code>
/// RFC 2046 section 5.1.1: multipart/form-data (RFC 7578), multipart/mixed, multipart/byteranges (RFC 9110 section 14.6). A head follows the grammar of field lines
/// (RFC 9112 section 5). Content is answered as ranges of the caller's buffer; held back is only what may turn out to be a delimiter, at most 73 octets.
/// A line that begins as a delimiter and is none is refused: readers disagree about it. Nested multiparts are content: read that with a parser of its own.
/// An error is final: every later call answers it again, and nothing behind it is read.
/// </remarks>
public struct MultipartParser
{
    private readonly MultipartBoundary _boundary;
    private long _consumed;
    private long _content;      // octets of content answered of the present part
    private int _parts;
    private int _headPosition;  // how far the head at the start of the buffer was read
    private int _headFields;
    private int _headFirstDeviation;
    private Deviations _headDeviations;
    private int _errorPosition;
    private ParseError _error;
    private byte _matched;      // octets of the delimiter known to stand at the start of the buffer
    private byte _spent;        // how many of those were consumed before: the CRLF that ended a head, or that stands before the body as it were
    private MultipartStep _step;

    /// <summary>Starts before a body.</summary>
    /// <param name="boundary">The boundary that its Content-Type names.</param>
    /// <exception cref="ArgumentException">The boundary is the empty default.</exception>
    public MultipartParser(in MultipartBoundary boundary)
    {
        if (boundary.Length == 0)
        {
            FormMisuse.NoBoundary();
        }

        _boundary = boundary;
        _matched = _spent = 2;
    }

    /// <summary>Octets consumed since the start of the body: what is added to an offset to place it in the body.</summary>
    public readonly long ConsumedTotal => _consumed;

    /// <summary>Octets of content answered since the head of the present part.</summary>
    public readonly long PartContent => _content;

    /// <summary>Parts whose delimiter was read.</summary>
    public readonly int PartCount => _parts;

    /// <summary>Whether the whole body, epilogue included, was read.</summary>
    public readonly bool IsComplete => _step == MultipartStep.End;

    /// <summary>Reads the next piece.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="isFinal">Whether the body ends with this buffer. A body that is all consumed already is ended by an empty one.</param>
    /// <param name="fields">Takes the field lines of a part's head, offsets relative to <paramref name="buffer"/>; after NeedMoreData hand it back as it was left.</param>
    /// <param name="piece">What was found.</param>
    /// <param name="limits">MaxParts, MaxHead, MaxFieldLine.</param>
    /// <param name="leniency">What may pass.</param>
    /// <returns>
    /// Done: Consumed octets are spent; after End every call answers End again and consumes nothing. Deviations: MissingPart, ObsFold.
    /// NeedMoreData: the buffer is empty, or holds a part of a delimiter or of a head: call again with the same octets and more behind them. Never when <paramref name="isFinal"/>.
    /// InvalidData: BadDelimiter, MissingCloseDelimiter, MissingPart, TooManyParts, PartHeadTooLarge, BareCr, BareLf, FieldLineTooLong or what a field line is refused for;
    /// Position is the first octet behind which nothing could be valid.
    /// DestinationTooSmall: TooManyFields, the table is full; call again with the same octets and a longer one.
    /// </returns>
    /// <remarks>RFC 2046 section 5.1.1.</remarks>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, bool isFinal, Span<FieldLine> fields, out MultipartPiece piece, in MultipartLimits limits,
        FormLeniency leniency = FormLeniency.None)
    {
        piece = default;
        if (_error != ParseError.None)
        {
            return ParseResult.Invalid(_error, _errorPosition);
        }

        switch (_step)
        {
            case MultipartStep.Preamble or MultipartStep.Content:
                return Search(buffer, isFinal, out piece);
            case MultipartStep.Head:
                return ReadHead(buffer, isFinal, fields, out piece, in limits, leniency);
            case MultipartStep.End:
                piece = MultipartPiece.End;
                return ParseResult.Done(0);
            default:
                return ReadDelimiterLine(buffer, isFinal, out piece, in limits, leniency);
        }
    }

    // The preamble up to a delimiter, or content up to one.
    private ParseResult Search(ReadOnlySpan<byte> buffer, bool isFinal, out MultipartPiece piece)
    {
        piece = default;
        ReadOnlySpan<byte> delimiter = _boundary.Delimiter;
        int from = 0;
        if (_matched > 0)
        {
            from = _matched - _spent;
            if (buffer.Length < from)
            {
                return Hold(buffer, isFinal);
            }

            int more = buffer[from..].CommonPrefixLength(delimiter[_matched..]);
            _matched += (byte)more;
            if (_matched == delimiter.Length)
            {
                return EndRun(_matched - _spent, out piece);
            }

            from += more;
            if (from == buffer.Length)
            {
                return Hold(buffer, isFinal);
            }

            // No delimiter after all, and none can begin before this octet: CR stands only at a delimiter's start.
            _matched = _spent = 0;
        }

        int length = buffer[from..].IndexOf(delimiter);
        if (length >= 0)
        {
            length += from;
            _matched = (byte)delimiter.Length;
        }
        else
        {
            length = buffer.Length;
            int tail = Math.Max(from, buffer.Length - delimiter.Length + 1);
            int cr = buffer[tail..].LastIndexOf((byte)'\r');
            if (cr >= 0 && delimiter.StartsWith(buffer[(tail + cr)..]))
            {
                length = tail + cr;
                _matched = (byte)(buffer.Length - length);
            }
        }

        if (length == 0)
        {
            return _matched == delimiter.Length ? EndRun(_matched, out piece) : Hold(buffer, isFinal);
        }

        if (_step == MultipartStep.Content)
        {
            piece = MultipartPiece.Data(length);
            _content += length;
        }

        return Spend(length);
    }

    private ParseResult EndRun(int consumed, out MultipartPiece piece)
    {
        piece = _step == MultipartStep.Content ? MultipartPiece.PartEnd : default;
        _step = MultipartStep.DelimiterEnd;
        _matched = _spent = 0;
        return Spend(consumed);
    }

    private ParseResult Hold(ReadOnlySpan<byte> buffer, bool isFinal) =>
        isFinal ? Refuse(ParseError.MissingCloseDelimiter, buffer.Length) : ParseResult.NeedMoreData(buffer.Length);

    // What stands between a boundary and the next head or the end of the body.
    private ParseResult ReadDelimiterLine(ReadOnlySpan<byte> buffer, bool isFinal, out MultipartPiece piece, in MultipartLimits limits, FormLeniency leniency)
    {
        piece = default;
        int at = 0;
        int deviation = -1;
        while (at < buffer.Length && _step != MultipartStep.Head)
        {
            if (_step == MultipartStep.Epilogue)
            {
                at = buffer.Length;
                break;
            }

            ParseError error = ReadDelimiterOctet(buffer[at], in limits, leniency);
            if (error == ParseError.MissingPart && (leniency & FormLeniency.MissingPart) != 0)
            {
                deviation = at;
                error = ParseError.None;
            }

            if (error != ParseError.None)
            {
                return Refuse(error, at);
            }

            at++;
        }

        if (at > 0)
        {
            ParseResult spent = Spend(at);
            return deviation < 0 ? spent : ParseResult.Done(at, Deviations.MissingPart, deviation);
        }

        if (isFinal && _step is MultipartStep.ClosePadding or MultipartStep.Epilogue)
        {
            piece = MultipartPiece.End;
            _step = MultipartStep.End;
            return ParseResult.Done(0);
        }

        return Hold(buffer, isFinal);
    }

    private ParseError ReadDelimiterOctet(byte octet, in MultipartLimits limits, FormLeniency leniency)
    {
        switch (_step, octet)
        {
            case (MultipartStep.DelimiterEnd, (byte)'-'):
                _step = MultipartStep.SecondHyphen;
                return _parts == 0 ? ParseError.MissingPart : ParseError.None;

            case (MultipartStep.SecondHyphen, (byte)'-'):
                _step = MultipartStep.ClosePadding;
                return ParseError.None;

            case (MultipartStep.DelimiterEnd, (byte)' ' or (byte)'\t' or (byte)'\r'):
                _step = octet == (byte)'\r' ? MultipartStep.DelimiterLf : MultipartStep.Padding;
                return _parts++ < limits.MaxParts ? ParseError.None : ParseError.TooManyParts;

            case (MultipartStep.Padding or MultipartStep.ClosePadding, (byte)' ' or (byte)'\t'):
                return ParseError.None;

            case (MultipartStep.Padding, (byte)'\r'):
                _step = MultipartStep.DelimiterLf;
                return ParseError.None;

            case (MultipartStep.ClosePadding, (byte)'\r'):
                _step = MultipartStep.CloseLf;
                return ParseError.None;

            case (MultipartStep.DelimiterLf, (byte)'\n'):
                _step = MultipartStep.Head;
                _content = 0;
                _headFirstDeviation = -1;
                return ParseError.None;

            case (MultipartStep.CloseLf, (byte)'\n'):
                _step = MultipartStep.Epilogue;
                return ParseError.None;

            case (MultipartStep.DelimiterLf or MultipartStep.CloseLf, _):
                return ParseError.BareCr;

            case (MultipartStep.DelimiterEnd or MultipartStep.Padding or MultipartStep.ClosePadding, (byte)'\n'):
                return ParseError.BareLf;

            default:
                return ParseError.BadDelimiter;
        }
    }

    // The head stays in the caller's buffer until it is whole, so that its field lines can be listed as ranges.
    private ParseResult ReadHead(ReadOnlySpan<byte> buffer, bool isFinal, Span<FieldLine> fields, out MultipartPiece piece, in MultipartLimits limits, FormLeniency leniency)
    {
        piece = default;
        if (_headFields > fields.Length)
        {
            ForgetHead();
        }

        ReadOnlySpan<byte> head = buffer.Length > limits.MaxHead ? buffer[..limits.MaxHead] : buffer;
        var state = new FieldSectionState { Position = _headPosition, Count = _headFields, Deviations = _headDeviations, FirstDeviation = _headFirstDeviation };
        Http1Leniency lines = (leniency & FormLeniency.ObsFold) != 0 ? Http1Leniency.ObsFold : Http1Leniency.None;
        ParseResult result = FieldSection.Parse<LocatedFields>(head, fields, ref state, limits.MaxFieldLine, lines);
        int delimiter = FindDelimiter(head, fields[_headFields..state.Count], state.Position);
        if (delimiter >= 0 && (result.Status != OperationStatus.InvalidData || delimiter < result.Position))
        {
            return Refuse(ParseError.BadDelimiter, delimiter);
        }

        switch (result.Status)
        {
            case OperationStatus.Done:
                foreach (ref FieldLine field in fields[..state.Count])
                {
                    field.Name = FieldNames.Find(field.NameIn(buffer));
                }

                piece = MultipartPiece.PartHead(state.Count);
                ForgetHead();
                _step = MultipartStep.Content;
                _matched = _spent = 2;
                _consumed += result.Consumed;
                return result;

            case OperationStatus.NeedMoreData when head.Length >= limits.MaxHead:
                return Refuse(ParseError.PartHeadTooLarge, limits.MaxHead);

            case OperationStatus.NeedMoreData when isFinal:
                return Refuse(ParseError.MissingCloseDelimiter, buffer.Length);

            case OperationStatus.NeedMoreData:
                _headPosition = state.Position;
                _headFields = state.Count;
                _headDeviations = state.Deviations;
                _headFirstDeviation = state.FirstDeviation;
                return result;

            case OperationStatus.DestinationTooSmall:
                // A longer table need not hold what this one does.
                ForgetHead();
                return result;

            default:
                return Refuse(result.Error, result.Position);
        }
    }

    // The last octet of a boundary that begins a line of the head, where a delimiter is none of the grammar's; −1 when there is none.
    private readonly int FindDelimiter(ReadOnlySpan<byte> head, ReadOnlySpan<FieldLine> lines, int next)
    {
        ReadOnlySpan<byte> delimiter = _boundary.DashBoundary;
        foreach (ref readonly FieldLine line in lines)
        {
            if (head[line.NameStart] == (byte)'-' && head[line.NameStart..].StartsWith(delimiter))
            {
                return line.NameStart + delimiter.Length - 1;
            }
        }

        return next < head.Length && head[next..].StartsWith(delimiter) ? next + delimiter.Length - 1 : -1;
    }

    private void ForgetHead()
    {
        _headPosition = _headFields = 0;
        _headDeviations = Deviations.None;
        _headFirstDeviation = -1;
    }

    private ParseResult Spend(int consumed)
    {
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
