using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Reads one reply, of one line or many, up to and with its last line end.</summary>
/// <remarks>
/// <code>
/// reply      = code SP text CRLF
///            / code "-" text CRLF *( text CRLF ) code SP text CRLF    ; the same code
/// code       = %x31-35 2DIGIT
/// text       = *( any octet but NUL, CR, LF )
/// </code>
/// RFC 959 section 4.2. A line between that bears another code, or the same with a hyphen, is text. Let pass as deviations: LF alone as a line end; a last line of the
/// code alone; Telnet commands. Lines are parted before Telnet is looked at: no Telnet option hides a line end.
/// Codes 6yz (RFC 2228 section 5.1) are refused: nobody here asks for protected replies.
/// </remarks>
public static class FtpReplyParser
{
    private const byte Iac = 0xFF;

    private static readonly SearchValues<byte> s_stops = SearchValues.Create([0, (byte)'\n', (byte)'\r', Iac]);

    /// <summary>Reads one reply.</summary>
    /// <param name="buffer">The reply from its first octet; more may follow.</param>
    /// <param name="reply">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="limits">MaxReplyLine, MaxReply, MaxReplyLines.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData for the same, since longer, buffer.</param>
    /// <returns>Done: the reply is whole, Consumed counts its octets; Position is the first deviation's offset or −1.
    /// NeedMoreData: it may go on. InvalidData: BadReplyCode, BadReplySeparator, NulOnControl, CrOnControl, ReplyLineTooLong, ReplyTooLarge, TooManyReplyLines;
    /// Position is the first octet behind which nothing could be valid.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, ref FtpReply reply, in FtpLimits limits, int examined = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examined);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(examined, buffer.Length);
        if (examined == 0)
        {
            reply = new FtpReply { FirstDeviation = -1 };
        }

        ReadOnlySpan<byte> clipped = buffer.Length > limits.MaxReply ? buffer[..limits.MaxReply] : buffer;
        int at = Math.Min(examined, clipped.Length);
        while (true)
        {
            ParseResult line = ReadLine(clipped, ref reply, ref at, in limits);
            if (!line.IsDone)
            {
                return line.NeedsMoreData && buffer.Length > limits.MaxReply ? ParseResult.Invalid(ParseError.ReplyTooLarge, limits.MaxReply) : line;
            }

            if (EndsReply(clipped, ref reply))
            {
                return ParseResult.Done(at, reply.Deviations, reply.FirstDeviation);
            }

            reply.LineStart = at;
        }
    }

    /// <summary>Whether a line begins with a code.</summary>
    internal static bool BeginsWith(ReadOnlySpan<byte> line, int code) =>
        line.Length >= 3 && line[0] == '0' + (code / 100) && line[1] == '0' + (code / 10 % 10) && line[2] == '0' + (code % 10);

    // From wherever the last call stopped up to and with the line end.
    private static ParseResult ReadLine(ReadOnlySpan<byte> buffer, ref FtpReply reply, ref int at, in FtpLimits limits)
    {
        if (at < buffer.Length && at == reply.LineStart && reply.LineCount == limits.MaxReplyLines)
        {
            return ParseResult.Invalid(ParseError.TooManyReplyLines, at);
        }

        int most = reply.LineStart + limits.MaxReplyLine;
        while (at < buffer.Length)
        {
            if (reply.LineCount == 0 && at < 4)
            {
                ParseError error = CheckStart(buffer[at], at, ref reply);
                if (error != ParseError.None)
                {
                    return ParseResult.Invalid(error, at);
                }

                if (at < 3 || buffer[at] is (byte)' ' or (byte)'-')
                {
                    at++;
                    continue;
                }
            }

            int length = buffer[at..].IndexOfAny(s_stops);
            int stop = length < 0 ? buffer.Length : at + length;
            if (stop > most || (stop == most && stop < buffer.Length && buffer[stop] is not ((byte)'\r' or (byte)'\n')))
            {
                return ParseResult.Invalid(ParseError.ReplyLineTooLong, most);
            }

            at = stop;
            if (at == buffer.Length)
            {
                break;
            }

            switch (buffer[at])
            {
                case 0:
                    return ParseResult.Invalid(ParseError.NulOnControl, at);
                case (byte)'\n':
                    Let(ref reply, Deviations.ReplyBareLf, at);
                    reply.LineEnd = at++;
                    return ParseResult.Done(at);
                case (byte)'\r' when at + 1 == buffer.Length:
                    return ParseResult.NeedMoreData(at);
                case (byte)'\r' when buffer[at + 1] == (byte)'\n':
                    reply.LineEnd = at;
                    at += 2;
                    return ParseResult.Done(at);
                case (byte)'\r':
                    return ParseResult.Invalid(ParseError.CrOnControl, at + 1);
                default:
                    if (at + 1 == buffer.Length)
                    {
                        return ParseResult.NeedMoreData(at);
                    }

                    if (buffer[at + 1] == Iac)
                    {
                        // Both octets belong to the line; that they fit it was seen of the first alone.
                        if (at + 1 >= most)
                        {
                            return ParseResult.Invalid(ParseError.ReplyLineTooLong, most);
                        }

                        at++;
                    }
                    else
                    {
                        Let(ref reply, Deviations.TelnetCommand, at);
                    }

                    at++;
                    break;
            }
        }

        return ParseResult.NeedMoreData(at);
    }

    // Code and separator of the first line, octet by octet: whatever is no FTP is told as soon as it arrives.
    private static ParseError CheckStart(byte octet, int at, ref FtpReply reply)
    {
        if (at < 3)
        {
            int digit = octet - '0';
            if (digit is < 0 or > 9 || (at == 0 && digit is 0 or > 5))
            {
                return ParseError.BadReplyCode;
            }

            reply.Code = (reply.Code * 10) + digit;
            return ParseError.None;
        }

        reply.IsOpen = octet == (byte)'-';
        return octet is (byte)' ' or (byte)'-' or (byte)'\r' or (byte)'\n' ? ParseError.None : ParseError.BadReplySeparator;
    }

    private static bool EndsReply(ReadOnlySpan<byte> buffer, ref FtpReply reply)
    {
        ReadOnlySpan<byte> line = buffer[reply.LineStart..reply.LineEnd];
        reply.LineCount++;
        if (reply.LineCount == 1)
        {
            reply.Text = new FtpText(Math.Min(4, line.Length), Math.Max(0, line.Length - 4));
            if (reply.IsOpen)
            {
                return false;
            }
        }
        else if (!BeginsWith(line, reply.Code) || (line.Length > 3 && line[3] != (byte)' '))
        {
            return false;
        }

        if (line.Length == 3)
        {
            Let(ref reply, Deviations.MissingReplySpace, reply.LineEnd);
        }

        return true;
    }

    private static void Let(ref FtpReply reply, Deviations deviation, int at)
    {
        reply.Deviations |= deviation;
        reply.FirstDeviation = reply.FirstDeviation < 0 ? at : Math.Min(reply.FirstDeviation, at);
    }
}
