using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>Reads a list of authentication parameters: those of a challenge or of credentials, Authentication-Info, Proxy-Authentication-Info.</summary>
/// <remarks>
/// <code>
/// #auth-param
/// auth-param = token BWS "=" BWS ( token / quoted-string )
/// </code>
/// RFC 9110 sections 11.2 and 11.6.3. A name may stand once.
/// </remarks>
public ref struct AuthParameterReader
{
    /// <summary>Parameters that are allowed where the caller says nothing.</summary>
    public const int DefaultMaxParameters = 32;

    // Instead of a limit: the parameters were counted and compared before.
    private const int Counted = -1;

    private readonly int _start;
    private readonly int _maxParameters;
    private FieldValueReader _reader;
    private int _count;

    /// <summary>Begins at the first parameter.</summary>
    /// <param name="value">The field value; offsets are relative to it.</param>
    /// <param name="maxParameters">Parameters allowed, 1 and up: the search for repeated names takes the square of it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParameters"/> is below 1.</exception>
    public AuthParameterReader(ReadOnlySpan<byte> value, int maxParameters = DefaultMaxParameters)
        : this(new FieldValueReader(value), Allowed(maxParameters))
    {
    }

    /// <summary>Begins at the value of a field line.</summary>
    /// <param name="buffer">The buffer the head was parsed from; offsets are relative to it.</param>
    /// <param name="line">The field line.</param>
    /// <param name="maxParameters">Parameters allowed, 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParameters"/> is below 1.</exception>
    public AuthParameterReader(ReadOnlySpan<byte> buffer, in FieldLine line, int maxParameters = DefaultMaxParameters)
        : this(new FieldValueReader(buffer, in line), Allowed(maxParameters))
    {
    }

    private AuthParameterReader(FieldValueReader reader, int maxParameters)
    {
        _reader = reader;
        _start = reader.Position;
        _maxParameters = maxParameters;
    }

    /// <summary>The answer so far. InvalidData: BadAuthParameter, BadQuotedString, BadList, RepeatedAuthParameter, TooManyAuthParameters.</summary>
    public readonly ParseResult Result => _reader.Result;

    /// <summary>Reads the next parameter.</summary>
    /// <param name="parameter">Name and value.</param>
    /// <returns>False: the list has ended or was refused, as <see cref="Result"/> tells.</returns>
    public bool Read(out FieldParameter parameter)
    {
        parameter = default;
        return _reader.NextElement() && Read(ref _reader, _start, _count++, _maxParameters, out parameter);
    }

    /// <summary>Finds a parameter among those that are left.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="text">Its value.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryFind(ReadOnlySpan<byte> name, out FieldText text)
    {
        while (Read(out FieldParameter parameter))
        {
            if (parameter.IsNamed(_reader.Value, name))
            {
                text = parameter.Value;
                return true;
            }
        }

        text = default;
        return false;
    }

    /// <summary>Begins within a value, at parameters that were counted and compared when their challenge was read.</summary>
    internal static AuthParameterReader At(ReadOnlySpan<byte> value, int start) => new(new FieldValueReader(value, start), Counted);

    /// <summary>The limit, where it is one.</summary>
    internal static int Allowed(int maxParameters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxParameters, 1);
        return maxParameters;
    }

    /// <summary>Reads one parameter and compares its name with those before it.</summary>
    /// <param name="reader">Stands where the parameter begins.</param>
    /// <param name="start">Where the first parameter began.</param>
    /// <param name="count">Parameters before this one.</param>
    /// <param name="maxParameters">Parameters allowed.</param>
    /// <param name="parameter">Name and value.</param>
    internal static bool Read(ref FieldValueReader reader, int start, int count, int maxParameters, out FieldParameter parameter)
    {
        parameter = default;
        if (count == maxParameters)
        {
            return reader.Refuse(ParseError.TooManyAuthParameters);
        }

        int first = reader.Position;
        if (!reader.ReadToken(out FieldText name, ParseError.BadAuthParameter))
        {
            return false;
        }

        reader.SkipWhitespace();
        if (!reader.IsNext((byte)'='))
        {
            return reader.Refuse(ParseError.BadAuthParameter);
        }

        // The equals sign shows that the name is whole.
        if (maxParameters != Counted && IsRepeated(reader.Value[..first], start, name.In(reader.Value)))
        {
            return reader.Refuse(ParseError.RepeatedAuthParameter);
        }

        _ = reader.TrySkip((byte)'=');
        reader.SkipWhitespace();
        bool valid = reader.ReadTokenOrQuotedString(out FieldText value, ParseError.BadAuthParameter);
        parameter = valid ? new FieldParameter(name, value) : default;
        return valid;
    }

    /// <summary>Whether a name stands among parameters.</summary>
    /// <param name="before">Octets that end with the last of them.</param>
    /// <param name="start">Where the first of them begins.</param>
    /// <param name="name">The name, in any case.</param>
    internal static bool IsRepeated(ReadOnlySpan<byte> before, int start, ReadOnlySpan<byte> name)
    {
        var reader = new FieldValueReader(before, start);
        while (reader.NextElement() && Read(ref reader, start, 0, Counted, out FieldParameter parameter))
        {
            if (parameter.IsNamed(before, name))
            {
                return true;
            }
        }

        return false;
    }
}
