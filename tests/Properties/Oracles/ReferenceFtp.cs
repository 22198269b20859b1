using System.Buffers;
using HiPerf.Ftp;

namespace HiPerf.Properties.Oracles;

/// <summary>Replies and command lines, octet by octet, written from RFC 959 sections 4.2 and 5.3 alone.</summary>
internal static class ReferenceFtp
{
    internal sealed record Reply(OperationStatus Status, ParseError Error, int Offset)
    {
        public int Code { get; init; }

        public List<(int Start, int Length)> Lines { get; init; } = [];

        public List<(Deviations What, int Where)> Deviations { get; init; } = [];
    }

    internal sealed record Command(OperationStatus Status, ParseError Error, int Offset)
    {
        public string Verb { get; init; } = string.Empty;

        public int ArgumentStart { get; init; }

        public int ArgumentLength { get; init; } = -1;

        public int Telnet { get; init; } = -1;
    }

    public static Reply ReadReply(byte[] octets, int length, in FtpLimits limits)
    {
        var lines = new List<(int Start, int Length)>();
        var deviations = new List<(Deviations What, int Where)>();
        string code = string.Empty;
        bool many = false;
        int at = 0;
        while (true)
        {
            int start = at;
            while (true)
            {
                if (at >= length)
                {
                    return new(OperationStatus.NeedMoreData, ParseError.None, 0);
                }

                if (at >= limits.MaxReply)
                {
                    return Bad(ParseError.ReplyTooLarge, limits.MaxReply);
                }

                char octet = (char)octets[at];
                int column = at - start;
                if (column == 0 && lines.Count == limits.MaxReplyLines)
                {
                    return Bad(ParseError.TooManyReplyLines, at);
                }

                if (lines.Count == 0 && column < 3)
                {
                    if (octet is < '0' or > '9' || (column == 0 && (octet is '0' or > '5')))
                    {
                        return Bad(ParseError.BadReplyCode, at);
                    }

                    code += octet;
                    at++;
                    continue;
                }

                if (lines.Count == 0 && column == 3)
                {
                    many = octet == '-';
                    if (octet is not (' ' or '-' or '\r' or '\n'))
                    {
                        return Bad(ParseError.BadReplySeparator, at);
                    }
                }

                if (octet is '\n' or '\r')
                {
                    break;
                }

                if (column >= limits.MaxReplyLine)
                {
                    return Bad(ParseError.ReplyLineTooLong, start + limits.MaxReplyLine);
                }

                if (octet == '\0')
                {
                    return Bad(ParseError.NulOnControl, at);
                }

                if (octet != 255)
                {
                    at++;
                    continue;
                }

                if (at + 1 >= length)
                {
                    return new(OperationStatus.NeedMoreData, ParseError.None, 0);
                }

                if (at + 1 >= limits.MaxReply)
                {
                    return Bad(ParseError.ReplyTooLarge, limits.MaxReply);
                }

                if (octets[at + 1] == 255)
                {
                    if (column + 1 >= limits.MaxReplyLine)
                    {
                        return Bad(ParseError.ReplyLineTooLong, start + limits.MaxReplyLine);
                    }

                    at += 2;
                    continue;
                }

                deviations.Add((Deviations.TelnetCommand, at));
                at++;
            }

            int end = at;
            if (octets[at] == '\r')
            {
                at++;
                if (at >= length)
                {
                    return new(OperationStatus.NeedMoreData, ParseError.None, 0);
                }

                if (at >= limits.MaxReply)
                {
                    return Bad(ParseError.ReplyTooLarge, limits.MaxReply);
                }

                if (octets[at] != '\n')
                {
                    return Bad(ParseError.CrOnControl, at);
                }
            }
            else
            {
                deviations.Add((Deviations.ReplyBareLf, at));
            }

            at++;
            lines.Add((start, end - start));
            string line = System.Text.Encoding.Latin1.GetString(octets, start, end - start);
            bool last = lines.Count == 1 ? !many : line == code || line.StartsWith(code + " ", StringComparison.Ordinal);
            if (last)
            {
                if (line.Length == 3)
                {
                    deviations.Add((Deviations.MissingReplySpace, end));
                }

                return new(OperationStatus.Done, ParseError.None, at) { Code = int.Parse(code), Lines = lines, Deviations = deviations };
            }
        }

        static Reply Bad(ParseError error, int offset) => new(OperationStatus.InvalidData, error, offset);
    }

    public static Command ReadCommand(byte[] octets, int length, in FtpLimits limits)
    {
        int at = 0;
        int telnet = -1;
        bool option = false;
        string verb = string.Empty;
        int argument = -1;
        for (; ; at++)
        {
            if (at >= length)
            {
                return new(OperationStatus.NeedMoreData, ParseError.None, 0);
            }

            char octet = (char)octets[at];
            if (at >= limits.MaxCommandLine && octet != '\r')
            {
                return Bad(ParseError.CommandLineTooLong, limits.MaxCommandLine);
            }

            if (argument < 0 && verb.Length == 0)
            {
                if (option && octet is not ('\r' or '\n' or '\0'))
                {
                    option = false;
                }
                else if (octet >= 240)
                {
                    telnet = telnet < 0 ? at : telnet;
                    option = octet is >= (char)251 and <= (char)254;
                }
                else if (char.IsAsciiLetter(octet))
                {
                    verb += octet;
                }
                else
                {
                    return Bad(ParseError.BadCommand, at);
                }

                continue;
            }

            if (octet == '\r')
            {
                if (at + 1 >= length)
                {
                    return new(OperationStatus.NeedMoreData, ParseError.None, 0);
                }

                return octets[at + 1] != '\n'
                    ? Bad(ParseError.CrOnControl, at + 1)
                    : new(OperationStatus.Done, ParseError.None, at + 2)
                    {
                        Verb = verb, ArgumentStart = argument < 0 ? at : argument, ArgumentLength = argument < 0 ? -1 : at - argument, Telnet = telnet,
                    };
            }

            if (octet == '\n')
            {
                return Bad(ParseError.LfOnControl, at);
            }

            if (octet == '\0')
            {
                return Bad(ParseError.NulOnControl, at);
            }

            if (argument < 0)
            {
                if (octet == ' ')
                {
                    argument = at + 1;
                }
                else if (!char.IsAsciiLetterOrDigit(octet) || verb.Length == 16)
                {
                    return Bad(ParseError.BadCommand, at);
                }
                else
                {
                    verb += octet;
                }

                continue;
            }

            if (octet == 255)
            {
                if (at + 1 >= length)
                {
                    return new(OperationStatus.NeedMoreData, ParseError.None, 0);
                }

                if (octets[at + 1] != 255)
                {
                    telnet = telnet < 0 ? at : telnet;
                }
                else if (++at >= limits.MaxCommandLine)
                {
                    return Bad(ParseError.CommandLineTooLong, limits.MaxCommandLine);
                }
            }
        }

        static Command Bad(ParseError error, int offset) => new(OperationStatus.InvalidData, error, offset);
    }
}
