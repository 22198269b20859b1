using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Reads one command line, as a server does.</summary>
/// <remarks>
/// <code>
/// command-line = *telnet verb [ SP argument ] CRLF
/// verb         = ALPHA 0*15( ALPHA / DIGIT )
/// argument     = *( any octet but NUL, CR, LF )
/// telnet       = %xF0-FF [ option ]     ; IAC IP IAC DM before ABOR, also with an IAC lost as urgent data
/// </code>
/// RFC 959 sections 5.3 and 4.1.3 (the Synch before ABOR). Lines end in CRLF and in nothing else. What a command may have as its argument is not judged here.
/// </remarks>
public static class FtpCommandParser
{
    /// <summary>Octets of the longest verb.</summary>
    public const int MaxVerb = 16;

    private const byte Start = 0, Option = 1, InVerb = 2, InArgument = 3;
    private const byte Iac = 0xFF;

    private static readonly SearchValues<byte> s_stops = SearchValues.Create([0, (byte)'\n', (byte)'\r', Iac]);

    /// <summary>Reads one command line.</summary>
    /// <param name="buffer">The line from its first octet; more may follow.</param>
    /// <param name="line">Where the parts stand. When going on after NeedMoreData, what the last call left.</param>
    /// <param name="limits">MaxCommandLine.</param>
    /// <param name="examined">0, or the <see cref="ParseResult.Position"/> of the last NeedMoreData for the same, since longer, buffer.</param>
    /// <returns>Done: the line is whole, Consumed counts its octets; Position is the offset of the first Telnet command or −1.
    /// NeedMoreData: it may go on. InvalidData: BadCommand, CommandLineTooLong, NulOnControl, CrOnControl, LfOnControl; Position is the first octet behind which
    /// nothing could be valid: close, for what follows may be another protocol's.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="examined"/> lies outside the buffer.</exception>
    public static ParseResult Parse(ReadOnlySpan<byte> buffer, ref FtpCommandLine line, in FtpLimits limits, int examined = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examined);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(examined, buffer.Length);
        if (examined == 0)
        {
            line = new FtpCommandLine { FirstDeviation = -1 };
        }

        int at = examined;
        ParseError error = ParseError.None;
        while (at < buffer.Length && at <= limits.MaxCommandLine && line.Stage < InArgument && error == ParseError.None)
        {
            byte octet = buffer[at];
            if (at == limits.MaxCommandLine && octet != (byte)'\r')
            {
                return ParseResult.Invalid(ParseError.CommandLineTooLong, at);
            }

            bool isDone = line.Stage == InVerb ? ReadVerb(octet, at, ref line, buffer, out error) : ReadTelnet(octet, at, ref line, out error);
            if (isDone)
            {
                break;
            }

            at += error == ParseError.None ? 1 : 0;
        }

        return error != ParseError.None ? ParseResult.Invalid(error, at) : line.Stage < InArgument ? ParseResult.NeedMoreData(at) : ReadArgument(buffer, at, ref line, limits.MaxCommandLine);
    }

    private static bool ReadTelnet(byte octet, int at, ref FtpCommandLine line, out ParseError error)
    {
        error = ParseError.None;
        if (line.Stage == Option && octet is not ((byte)'\r' or (byte)'\n' or 0))
        {
            line.Stage = Start;
        }
        else if (octet >= 0xF0)
        {
            line.FirstDeviation = line.FirstDeviation < 0 ? at : line.FirstDeviation;
            line.Stage = octet is > 250 and < Iac ? Option : Start;
        }
        else if (char.IsAsciiLetter((char)octet))
        {
            line.Verb = new FtpText(at, 1);
            line.Stage = InVerb;
        }
        else
        {
            error = ParseError.BadCommand;
        }

        return false;
    }

    private static bool ReadVerb(byte octet, int at, ref FtpCommandLine line, ReadOnlySpan<byte> buffer, out ParseError error)
    {
        error = ParseError.None;
        if (octet is (byte)' ' or (byte)'\r')
        {
            line.Command = FtpCommands.Find(line.Verb.In(buffer));
            line.HasArgument = octet == (byte)' ';
            line.Argument = new FtpText(at + (line.HasArgument ? 1 : 0), 0);
            line.Stage = InArgument;
            return true;
        }

        if (line.Verb.Length == MaxVerb || !char.IsAsciiLetterOrDigit((char)octet))
        {
            error = octet switch { (byte)'\n' => ParseError.LfOnControl, 0 => ParseError.NulOnControl, _ => ParseError.BadCommand };
        }
        else
        {
            line.Verb = new FtpText(line.Verb.Start, line.Verb.Length + 1);
        }

        return false;
    }

    private static ParseResult ReadArgument(ReadOnlySpan<byte> buffer, int at, ref FtpCommandLine line, int most)
    {
        at = Math.Max(at, line.Argument.Start);
        while (true)
        {
            int length = at < buffer.Length ? buffer[at..].IndexOfAny(s_stops) : -1;
            int stop = length < 0 ? buffer.Length : at + length;
            if (stop > most || (stop == most && stop < buffer.Length && buffer[stop] != (byte)'\r'))
            {
                return ParseResult.Invalid(ParseError.CommandLineTooLong, most);
            }

            at = stop;
            if (at == buffer.Length)
            {
                return ParseResult.NeedMoreData(at);
            }

            switch (buffer[at])
            {
                case 0:
                    return ParseResult.Invalid(ParseError.NulOnControl, at);
                case (byte)'\n':
                    return ParseResult.Invalid(ParseError.LfOnControl, at);
                case Iac when at + 1 == buffer.Length:
                case (byte)'\r' when at + 1 == buffer.Length:
                    return ParseResult.NeedMoreData(at);
                case (byte)'\r' when buffer[at + 1] == (byte)'\n':
                    line.Argument = new FtpText(line.Argument.Start, at - line.Argument.Start);
                    return ParseResult.Done(at + 2, line.FirstDeviation < 0 ? Deviations.None : Deviations.TelnetCommand, line.FirstDeviation);
                case (byte)'\r':
                    return ParseResult.Invalid(ParseError.CrOnControl, at + 1);
                case Iac when buffer[at + 1] == Iac && at + 1 >= most:
                    return ParseResult.Invalid(ParseError.CommandLineTooLong, most);
                case Iac when buffer[at + 1] == Iac:
                    at += 2;
                    break;
                default:
                    line.FirstDeviation = line.FirstDeviation < 0 ? at : line.FirstDeviation;
                    at++;
                    break;
            }
        }
    }
}
