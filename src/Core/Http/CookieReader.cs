using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Walks the cookies of a Cookie field, in the order of the field.</summary>
/// <remarks>
/// <code>
/// cookie-string = cookie-pair *( ";" SP cookie-pair )
/// </code>
/// RFC 6265bis section 4.2. User agents send back what <see cref="SetCookieParser"/> lets pass, so more than this grammar is read: all between semicolons, white
/// space trimmed, with or without a name; <see cref="Deviations"/> has a flag for each. Nothing is decoded. What refuses the field is known before the first
/// cookie is handed out. Two cookies of one name are two cookies: which came from where, no server can tell.
/// </remarks>
public ref struct CookieReader
{
    private readonly int _start;
    private int _at;

    /// <summary>Stands before the first cookie.</summary>
    /// <param name="value">The value of one Cookie field line; offsets are relative to it.</param>
    /// <param name="maxCookies">How many pairs may stand in it, empty ones counted; 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxCookies"/> is below 1.</exception>
    public CookieReader(ReadOnlySpan<byte> value, int maxCookies = CookieLimits.CookiesPerRequest)
        : this(value, 0, maxCookies)
    {
    }

    /// <summary>Stands before the first cookie of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    /// <param name="maxCookies">How many pairs may stand in it, empty ones counted; 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxCookies"/> is below 1.</exception>
    public CookieReader(ReadOnlySpan<byte> buffer, in FieldLine line, int maxCookies = CookieLimits.CookiesPerRequest)
        : this(buffer[..(line.ValueStart + line.ValueLength)], line.ValueStart, maxCookies)
    {
    }

    private CookieReader(ReadOnlySpan<byte> value, int start, int maxCookies)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxCookies, 1);
        Value = value;
        _start = _at = start;
        FirstDeviation = -1;
        int control = CookieOctets.FindControl(value[start..]);
        ReadOnlySpan<byte> sane = control < 0 ? value[start..] : value.Slice(start, control);
        if (sane.Count((byte)';') >= maxCookies)
        {
            Result = ParseResult.Invalid(ParseError.TooManyCookies, start + FindSemicolon(sane, maxCookies));
        }
        else
        {
            Result = control < 0 ? ParseResult.Done(value.Length) : ParseResult.Invalid(ParseError.BadCookieOctet, start + control);
        }
    }

    /// <summary>What is read, up to its end.</summary>
    public ReadOnlySpan<byte> Value { get; }

    /// <summary>The answer for the whole field, known from the start. Done. InvalidData, and no cookie is handed out: BadCookieOctet; TooManyCookies, Position is
    /// the semicolon behind the last pair that may stand.</summary>
    public ParseResult Result { get; }

    /// <summary>What the cookies read so far did that the grammar does not allow.</summary>
    public CookieDeviations Deviations { get; private set; }

    /// <summary>Offset of the first octet of the first pair that deviates; −1 where none did so far.</summary>
    public int FirstDeviation { get; private set; }

    /// <summary>Reads the next cookie.</summary>
    /// <param name="cookie">Where it stands.</param>
    /// <returns>False when there is none, or the field was refused.</returns>
    public bool Read(out CookiePair cookie)
    {
        cookie = default;
        while (Result.IsDone && _at <= Value.Length && Value.Length > _start)
        {
            int start = _at;
            int length = Value[start..].IndexOf((byte)';');
            int end = length < 0 ? Value.Length : start + length;
            _at = end + 1;
            if (ReadPair(start, end, out cookie))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the first cookie of a name among those not read yet.</summary>
    /// <param name="name">The name; letter case matters.</param>
    /// <param name="cookie">Where it stands.</param>
    /// <returns>False when there is none, or the field was refused.</returns>
    public bool TryFind(ReadOnlySpan<byte> name, out CookiePair cookie)
    {
        while (Read(out cookie))
        {
            if (cookie.NameIn(Value).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadPair(int start, int end, out CookiePair cookie)
    {
        int equals = Value[start..end].IndexOf((byte)'=');
        int nameStart = start;
        int nameEnd = equals < 0 ? start : start + equals;
        CookieOctets.Trim(Value, ref nameStart, ref nameEnd);
        int valueStart = start + equals + 1;
        int valueEnd = end;
        CookieOctets.Trim(Value, ref valueStart, ref valueEnd);
        cookie = new CookiePair(nameStart, nameEnd - nameStart, valueStart, valueEnd - valueStart);
        CookieDeviations deviations = Judge(in cookie, start == _start, start, end, equals >= 0);
        if (deviations != CookieDeviations.None)
        {
            FirstDeviation = FirstDeviation < 0 ? start : FirstDeviation;
            Deviations |= deviations;
        }

        return cookie.NameLength + cookie.ValueLength > 0;
    }

    private readonly CookieDeviations Judge(in CookiePair cookie, bool isFirst, int start, int end, bool hasEquals)
    {
        if (cookie.NameLength + cookie.ValueLength == 0)
        {
            return CookieDeviations.EmptyPair;
        }

        ReadOnlySpan<byte> name = cookie.NameIn(Value);
        CookieDeviations deviations = name.IsEmpty ? CookieDeviations.Nameless : CookieOctets.IsName(name) ? CookieDeviations.None : CookieDeviations.NameOctets;
        if (!CookieOctets.IsValue(cookie.ValueIn(Value)))
        {
            deviations |= CookieDeviations.ValueOctets;
        }

        // One space stands behind a semicolon, no other anywhere.
        int trimmed = end - start - cookie.NameLength - cookie.ValueLength - (hasEquals ? 1 : 0);
        bool spaced = isFirst ? trimmed == 0 : trimmed == 1 && Value[start] == (byte)' ';
        return spaced ? deviations : deviations | CookieDeviations.WhiteSpace;
    }

    private static int FindSemicolon(ReadOnlySpan<byte> value, int count)
    {
        int at = -1;
        for (; count > 0; count--)
        {
            at += 1 + value[(at + 1)..].IndexOf((byte)';');
        }

        return at;
    }
}
