using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Reads an application/x-www-form-urlencoded form, or a query of that form, pair by pair, wherever the octets are cut. One value a form; start with <c>default</c>.</summary>
/// <remarks>
/// <code>
/// form = *"&amp;" [ pair *( 1*"&amp;" pair ) *"&amp;" ]
/// pair = 1*octet     ; no "&amp;"; name [ "=" value ], split at the first "="
/// </code>
/// WHATWG URL section 5.1, but that a percent sign must begin an escape. A pair stays in the caller's buffer until it is whole and is answered as two ranges of it;
/// any other octet stands for itself, raw controls and octets above 0x7F too, and nothing is decoded here. A semicolon separates nothing.
/// An error is final: every later call answers it again, and nothing behind it is read.
/// </remarks>
public struct UrlencodedParser
{
    private long _consumed;
    private int _examined;      // octets of the present pair that were read
    private int _equals;        // where its first equals sign stands, counted from 1; 0 when it has not come
    private int _pairs;
    private int _firstDeviation;
    private int _errorPosition;
    private ParseError _error;
    private byte _digits;       // hexadecimal digits that the last percent sign still wants
    private bool _deviates;
    private bool _ended;

    /// <summary>Octets consumed since the start of the form: what is added to an offset to place it in the form.</summary>
    public readonly long ConsumedTotal => _consumed;

    /// <summary>Pairs answered or begun.</summary>
    public readonly int PairCount => _pairs;

    /// <summary>Whether the whole form was read.</summary>
    public readonly bool IsComplete => _ended;

    /// <summary>Reads the next pair.</summary>
    /// <param name="buffer">The octets that follow those consumed so far.</param>
    /// <param name="isFinal">Whether the form ends with this buffer. A form that is all consumed already is ended by an empty one.</param>
    /// <param name="piece">What was found; ampersands before it are skipped and counted as consumed.</param>
    /// <param name="limits">MaxPairs, MaxName, MaxValue.</param>
    /// <param name="leniency">What may pass.</param>
    /// <returns>
    /// Done: Consumed octets are spent, the ampersand behind the pair included; after End every call answers End again and consumes nothing. Deviations: BadFormEncoding.
    /// NeedMoreData: the buffer is empty or ends inside a pair: call again with the same octets and more behind them. Never when <paramref name="isFinal"/>.
    /// InvalidData: BadFormEncoding, TooManyPairs, FormNameTooLong, FormValueTooLong; Position is the first octet behind which nothing could be valid.
    /// </returns>
    /// <remarks>WHATWG URL section 5.1.</remarks>
    public ParseResult Parse(ReadOnlySpan<byte> buffer, bool isFinal, out UrlencodedPiece piece, in UrlencodedLimits limits, FormLeniency leniency = FormLeniency.None)
    {
        piece = default;
        if (_error != ParseError.None)
        {
            return ParseResult.Invalid(_error, _errorPosition);
        }

        if (_ended)
        {
            piece = UrlencodedPiece.End;
            return ParseResult.Done(0);
        }

        int start = 0;
        if (_examined == 0)
        {
            start = buffer.IndexOfAnyExcept((byte)'&');
            if (start < 0)
            {
                return Skip(buffer.Length, isFinal, out piece);
            }

            if (_pairs >= limits.MaxPairs)
            {
                return Refuse(ParseError.TooManyPairs, start);
            }

            _pairs++;
        }

        else if (_examined > buffer.Length)
        {
            // Fewer octets than were seen before: read what there is anew.
            _examined = _equals = _digits = 0;
        }

        int at = start + _examined;
        while (at < buffer.Length)
        {
            ParseError error = Walk(buffer, start, ref at, in limits, leniency);
            if (error != ParseError.None)
            {
                return Refuse(error, at);
            }

            if (_digits == 0 && at < buffer.Length && buffer[at] == (byte)'&')
            {
                return Answer(start, at, at + 1, out piece);
            }
        }

        if (!isFinal)
        {
            return Wait(start, buffer.Length);
        }

        if (_digits > 0 && !LetPass(leniency, buffer.Length - start))
        {
            return Refuse(ParseError.BadFormEncoding, buffer.Length);
        }

        return Answer(start, buffer.Length, buffer.Length, out piece);
    }

    // From one octet that means something to behind it, or to the ampersand that ends the pair.
    private ParseError Walk(ReadOnlySpan<byte> buffer, int start, ref int at, in UrlencodedLimits limits, FormLeniency leniency)
    {
        if (_digits > 0)
        {
            if (UrlBytes.HexValue(buffer[at]) >= 0)
            {
                _digits--;
            }
            else if (LetPass(leniency, at - start))
            {
                return ParseError.None;
            }
            else
            {
                return ParseError.BadFormEncoding;
            }

            return Count(start, at, at + 1, in limits, out at);
        }

        ReadOnlySpan<byte> rest = buffer[at..];
        int length = _equals == 0 ? rest.IndexOfAny((byte)'&', (byte)'%', (byte)'=') : rest.IndexOfAny((byte)'&', (byte)'%');
        int from = at;
        at = length < 0 ? buffer.Length : at + length;
        ParseError error = Count(start, from, at, in limits, out at);
        if (error != ParseError.None || at == buffer.Length || buffer[at] == (byte)'&')
        {
            return error;
        }

        if (buffer[at] == (byte)'=')
        {
            at++;
            _equals = at - start;
            return ParseError.None;
        }

        _digits = 2;
        return Count(start, at, at + 1, in limits, out at);
    }

    // Holds a run of octets of the name or value to its limit; the offset is behind the run, or that of the octet that is one too many.
    private readonly ParseError Count(int start, int from, int end, in UrlencodedLimits limits, out int at)
    {
        long limit = _equals == 0 ? (long)start + limits.MaxName : (long)start + _equals + limits.MaxValue;
        at = end <= limit ? end : (int)Math.Max(from, limit);
        if (at == end)
        {
            return ParseError.None;
        }

        return _equals == 0 ? ParseError.FormNameTooLong : ParseError.FormValueTooLong;
    }

    // The percent sign that wanted more digits stands for itself; the offset, from the pair's start, is that of the octet that is no digit.
    private bool LetPass(FormLeniency leniency, int offset)
    {
        if ((leniency & FormLeniency.BadFormEncoding) == 0)
        {
            return false;
        }

        if (!_deviates)
        {
            _deviates = true;
            _firstDeviation = offset - 3 + _digits;
        }

        _digits = 0;
        return true;
    }

    private ParseResult Answer(int start, int end, int consumed, out UrlencodedPiece piece)
    {
        piece = UrlencodedPiece.Pair(start, _equals == 0 ? -1 : start + _equals - 1, end);
        ParseResult result = _deviates ? ParseResult.Done(consumed, Deviations.BadFormEncoding, start + _firstDeviation) : ParseResult.Done(consumed);
        _deviates = false;
        _examined = _equals = _digits = 0;
        _consumed += consumed;
        return result;
    }

    private ParseResult Skip(int ampersands, bool isFinal, out UrlencodedPiece piece)
    {
        piece = default;
        if (ampersands > 0)
        {
            _consumed += ampersands;
            return ParseResult.Done(ampersands);
        }

        if (!isFinal)
        {
            return ParseResult.NeedMoreData(0);
        }

        _ended = true;
        piece = UrlencodedPiece.End;
        return ParseResult.Done(0);
    }

    // The ampersands before the pair are spent first; the pair then starts at offset 0 of the next call.
    private ParseResult Wait(int start, int length)
    {
        _examined = length - start;
        if (start == 0)
        {
            return ParseResult.NeedMoreData(length);
        }

        _consumed += start;
        return ParseResult.Done(start);
    }

    private ParseResult Refuse(ParseError error, int position)
    {
        _error = error;
        _errorPosition = position;
        return ParseResult.Invalid(error, position);
    }
}
