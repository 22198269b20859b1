using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads WWW-Authenticate and Proxy-Authenticate, challenge by challenge.</summary>
/// <remarks>
/// <code>
/// WWW-Authenticate = #challenge
/// challenge        = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
/// token68          = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
/// </code>
/// RFC 9110 sections 11.2, 11.3 and 11.6.1. The same comma parts challenges and parameters: a token with an equals sign behind it is a parameter, any other
/// begins a challenge. What stands behind a scheme is a token68 where nothing but the next comma follows it. Each field line is a list of its own: a
/// challenge does not go on in the next line. Credentials are the same grammar without the list: <see cref="CredentialsParser"/>.
/// </remarks>
public ref struct ChallengeReader
{
    private readonly bool _isAlone;
    private readonly ParseError _error;
    private readonly int _maxParameters;
    private FieldValueReader _reader;

    /// <summary>Begins at the first challenge.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    /// <param name="maxParameters">Parameters that a challenge may have, 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParameters"/> is below 1.</exception>
    public ChallengeReader(ReadOnlySpan<byte> value, int maxParameters = AuthParameterReader.DefaultMaxParameters)
        : this(new FieldValueReader(value), maxParameters, isAlone: false)
    {
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    /// <param name="maxParameters">Parameters that a challenge may have, 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParameters"/> is below 1.</exception>
    public ChallengeReader(ReadOnlySpan<byte> buffer, in FieldLine line, int maxParameters = AuthParameterReader.DefaultMaxParameters)
        : this(new FieldValueReader(buffer, in line), maxParameters, isAlone: false)
    {
    }

    internal ChallengeReader(FieldValueReader reader, int maxParameters, bool isAlone)
    {
        _reader = reader;
        _maxParameters = AuthParameterReader.Allowed(maxParameters);
        _isAlone = isAlone;
        _error = isAlone ? ParseError.BadCredentials : ParseError.BadChallenge;
    }

    /// <summary>The answer so far. InvalidData: BadChallenge, BadAuthParameter, BadQuotedString, BadList, RepeatedAuthParameter, TooManyAuthParameters.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next challenge.</summary>
    /// <param name="challenge">Its parts.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out Challenge challenge)
    {
        challenge = default;
        return _reader.NextElement() && ReadHere(out challenge);
    }

    /// <summary>Reads the one challenge that the value is, to its end.</summary>
    internal ParseResult ReadAlone(out Challenge challenge)
    {
        if (!Read(out challenge))
        {
            return _reader.Result;
        }

        _reader.SkipWhitespace();
        if (!_reader.ReadEnd(_error))
        {
            challenge = default;
        }

        return _reader.Result;
    }

    private bool ReadHere(out Challenge challenge)
    {
        challenge = default;
        if (!_reader.ReadToken(out FieldText text, _error))
        {
            return false;
        }

        while (_reader.TrySkip((byte)' '))
        {
        }

        int behindSpaces = _reader.Position;
        bool spaced = behindSpaces > text.End;
        _reader.SkipWhitespace();
        FieldText token68 = default;
        int start = _reader.Position;
        int end = start;
        if (_reader.IsNext((byte)','))
        {
            if (_isAlone && !spaced)
            {
                return _reader.Refuse(_error);
            }
        }
        else if (!_reader.IsAtEnd)
        {
            // Spaces alone part a scheme from what belongs to it; behind an HTAB there can be but a comma.
            if (!spaced || start > behindSpaces)
            {
                return _reader.Refuse(_error);
            }

            if (!ReadToken68(out token68) && !ReadFirstParameter(ref end))
            {
                return false;
            }
        }

        if (spaced && !token68.IsPresent && !ReadParameters(start, ref end))
        {
            return false;
        }

        // Commas before the first parameter are none of it.
        bool parameters = end > start;
        challenge = new Challenge(AuthSchemeTable.Find(text.In(_reader.Value)), text, token68, parameters ? start : text.End, parameters ? end - start : 0);
        return true;
    }

    // The position is moved only over a token68 that is one.
    private bool ReadToken68(out FieldText token68)
    {
        int start = _reader.Position;
        int end = Token68.End(_reader.Value, start);
        int behind = WhitespaceEnd(end);
        bool whole = end > start && (behind == _reader.Value.Length || (!_isAlone && _reader.Value[behind] == (byte)','));
        token68 = whole ? new FieldText(start, end - start, FieldTextForm.Token) : default;
        _reader.MoveTo(whole ? end : start);
        return whole;
    }

    // What is neither a token68 nor a parameter is refused where the longer of the two readings ends.
    private bool ReadFirstParameter(ref int end)
    {
        int start = _reader.Position;
        int token68 = WhitespaceEnd(Token68.End(_reader.Value, start));
        if (AuthParameterReader.Read(ref _reader, start, 0, _maxParameters, out _))
        {
            end = _reader.Position;
            return true;
        }

        if (token68 > _reader.Position)
        {
            _reader.MoveRefusal(_error, token68);
        }

        return false;
    }

    // Goes on over commas as long as parameters come; a new scheme is left for the next call.
    private bool ReadParameters(int start, ref int end)
    {
        for (int count = end > start ? 1 : 0; ; count++)
        {
            FieldValueReader look = _reader;
            if (!look.NextElement())
            {
                _reader = look;
                return look.Error == ParseError.None;
            }

            if (!_isAlone && IsScheme(look))
            {
                return true;
            }

            _reader = look;
            if (!AuthParameterReader.Read(ref _reader, start, count, _maxParameters, out _))
            {
                return false;
            }

            end = _reader.Position;
        }
    }

    // A token without an equals sign behind it, or nothing that could be a parameter: that is for the next call to refuse.
    private static bool IsScheme(FieldValueReader look)
    {
        if (!look.ReadToken(out _))
        {
            return true;
        }

        look.SkipWhitespace();
        return !look.IsNext((byte)'=');
    }

    private readonly int WhitespaceEnd(int at)
    {
        while (at < _reader.Value.Length && _reader.Value[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
