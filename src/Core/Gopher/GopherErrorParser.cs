namespace HiPerf.Gopher;

/// <summary>Reads the first line of an error by Gopher+, its end taken off.</summary>
/// <remarks>
/// <code>
/// error-line = 1*9DIGIT [ SP administrator ]
/// </code>
/// Gopher+ section 2.3.
/// </remarks>
public static class GopherErrorParser
{
    /// <summary>Reads the line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="error">What it says; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadGopherError, Position is the first offending octet, the length where the line ends too early.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> line, out GopherError error)
    {
        error = default;
        int code = 0;
        int at = 0;
        while (at < line.Length && at < 9 && char.IsAsciiDigit((char)line[at]))
        {
            code = (code * 10) + line[at++] - '0';
        }

        if (at == 0 || (at < line.Length && line[at] != (byte)' '))
        {
            return ParseResult.Invalid(ParseError.BadGopherError, at);
        }

        error = new GopherError(code, GopherAdministrator.Read(line, new GopherText(at, line.Length - at)));
        return ParseResult.Done(line.Length);
    }
}
