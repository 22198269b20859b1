namespace HiPerf.Ftp;

/// <summary>Reads the path name from the text of a 257 reply: to PWD and to MKD.</summary>
/// <remarks>
/// <code>
/// text   = DQUOTE *( any octet but DQUOTE / DQUOTE DQUOTE ) DQUOTE [ SP commentary ]
/// </code>
/// RFC 959 appendix II. The answer is a range; nothing is copied before somebody asks, so a long name costs no more than its line.
/// </remarks>
public static class QuotedPathParser
{
    private const byte Quote = (byte)'"';

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The reply's text, code left out.</param>
    /// <param name="path">What stands between the outer quotes, quotes still doubled, not empty; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadQuotedPath; Position is the first offending octet, the length where the text ends too early.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> text, out FtpText path)
    {
        path = default;
        int at = text.IsEmpty || text[0] != Quote ? 0 : 1;
        while (at > 0 && at < text.Length)
        {
            int plain = text[at..].IndexOf(Quote);
            at = plain < 0 ? text.Length : at + plain;
            if (at + 1 < text.Length && text[at + 1] == Quote)
            {
                at += 2;
                continue;
            }

            if (at < text.Length && at > 1 && (at + 1 == text.Length || text[at + 1] == (byte)' '))
            {
                path = new FtpText(1, at - 1);
                return ParseResult.Done(text.Length);
            }

            at += at < text.Length ? 1 : 0;
            break;
        }

        return ParseResult.Invalid(ParseError.BadQuotedPath, at);
    }

    /// <summary>Copies a path name with its quotes single.</summary>
    /// <param name="path">What <see cref="Parse"/> found, in the text it was found in.</param>
    /// <param name="destination">Never more octets than <paramref name="path"/> has.</param>
    /// <param name="written">Octets of the name; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    public static bool TryUnquote(ReadOnlySpan<byte> path, Span<byte> destination, out int written)
    {
        int count = 0;
        written = 0;
        for (int i = 0; i < path.Length; i++)
        {
            if (count == destination.Length)
            {
                return false;
            }

            destination[count++] = path[i];
            i += path[i] == Quote && i + 1 < path.Length && path[i + 1] == Quote ? 1 : 0;
        }

        written = count;
        return true;
    }
}
