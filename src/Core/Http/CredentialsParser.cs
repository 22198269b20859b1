using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Reads Authorization and Proxy-Authorization.</summary>
/// <remarks>
/// <code>
/// credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
/// </code>
/// RFC 9110 section 11.4. The grammar is that of one challenge, and so is the struct that takes it.
/// </remarks>
public static class CredentialsParser
{
    /// <summary>Reads a whole value.</summary>
    /// <param name="value">The field value.</param>
    /// <param name="credentials">Scheme and what follows it; default unless Done.</param>
    /// <param name="maxParameters">Parameters allowed, 1 and up.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadCredentials, BadAuthParameter, BadQuotedString, BadList, RepeatedAuthParameter,
    /// TooManyAuthParameters.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxParameters"/> is below 1.</exception>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out Challenge credentials, int maxParameters = AuthParameterReader.DefaultMaxParameters)
    {
        credentials = default;
        var reader = new ChallengeReader(new FieldValueReader(value), maxParameters, isAlone: true);
        if (value.IsEmpty || !ByteClasses.IsToken(value[0]))
        {
            return ParseResult.Invalid(ParseError.BadCredentials, 0);
        }

        return reader.ReadAlone(out credentials);
    }
}
