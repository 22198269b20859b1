namespace HiPerf.Gopher;

/// <summary>Reads the status line that begins an answer by Gopher+, and a data block.</summary>
/// <remarks>
/// <code>
/// status-line = ( "+" / "-" ) ( 1*19DIGIT / "-1" / "-2" ) CRLF
/// </code>
/// Gopher+ section 2.3. LF alone ends it as a deviation. A server without Gopher+ answers without the line: what is refused at offset 0 is then the item itself.
/// </remarks>
public static class GopherStatusLineParser
{
    /// <summary>Octets of the longest line, its end counted.</summary>
    public const int MaxLength = 22;

    /// <summary>Reads the line.</summary>
    /// <param name="buffer">The answer from its first octet.</param>
    /// <param name="status">What the line says; default unless Done.</param>
    /// <returns>Done: Consumed octets are the line's. NeedMoreData. InvalidData: BadGopherStatus, Position is the first octet that no status line has there.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, out GopherStatusLine status)
    {
        status = default;
        if (buffer.IsEmpty)
        {
            return ParseResult.NeedMoreData(0);
        }

        if (buffer[0] is not ((byte)'+' or (byte)'-'))
        {
            return ParseResult.Invalid(ParseError.BadGopherStatus, 0);
        }

        bool isError = buffer[0] == (byte)'-';
        if (buffer.Length > 1 && buffer[1] == (byte)'-')
        {
            if (buffer.Length > 2 && buffer[2] is not ((byte)'1' or (byte)'2'))
            {
                return ParseResult.Invalid(ParseError.BadGopherStatus, 2);
            }

            return buffer.Length < 3
                ? ParseResult.NeedMoreData(buffer.Length)
                : End(buffer, 3, new(isError, buffer[2] == (byte)'1' ? GopherFraming.DotTerminated : GopherFraming.UntilClose, -1), out status);
        }

        long length = 0;
        int at = 1;
        while (at < buffer.Length && char.IsAsciiDigit((char)buffer[at]))
        {
            int digit = buffer[at] - '0';
            if (at == 20 || length > (long.MaxValue - digit) / 10)
            {
                return ParseResult.Invalid(ParseError.BadGopherStatus, at);
            }

            length = (length * 10) + digit;
            at++;
        }

        if (at == 1)
        {
            return buffer.Length == 1 ? ParseResult.NeedMoreData(1) : ParseResult.Invalid(ParseError.BadGopherStatus, 1);
        }

        return End(buffer, at, new(isError, GopherFraming.Counted, length), out status);
    }

    private static ParseResult End(ReadOnlySpan<byte> buffer, int at, GopherStatusLine read, out GopherStatusLine status)
    {
        status = default;
        int end = at;
        if (end < buffer.Length && buffer[end] == (byte)'\r')
        {
            end++;
        }

        if (end == buffer.Length)
        {
            return ParseResult.NeedMoreData(end);
        }

        if (buffer[end] != (byte)'\n')
        {
            return ParseResult.Invalid(ParseError.BadGopherStatus, end);
        }

        status = read;
        return end > at ? ParseResult.Done(end + 1) : ParseResult.Done(end + 1, Deviations.GopherBareLf, end);
    }
}
