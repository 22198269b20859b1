using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>Reads one line of MLSD, or the middle line of a reply to MLST; <see cref="FtpListingParser"/> reads such lines by it, too.</summary>
/// <remarks>
/// <code>
/// entry    = [ facts ] SP pathname
/// facts    = 1*( factname "=" value ";" )
/// factname = 1*( ALPHA / DIGIT / "." / "-" / "_" / "/" ... )   ; any visible octet but "=", ";" and SP
/// value    = *( any octet but ";", SP and controls )
/// </code>
/// RFC 3659 section 7.2. Unknown facts are read over. A known one whose value is not of its kind refuses the line; one without value is as absent.
/// The draft's <c>sizd</c>, the size of a directory, is a size.
/// A listing grants its lines two things that this parser does not, because it grants them to the lines of every format: a size up to 2^64-1, told as it was
/// sent, and a name with a NUL or CR, which <see cref="PlainName"/> judges.
/// </remarks>
public static class FactLineParser
{
    private static readonly SearchValues<byte> s_valueEnds = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(i => (byte)i), (byte)';', 0x7F]);
    private static readonly SearchValues<byte> s_nameEnds = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(i => (byte)i), (byte)';', (byte)'=', 0x7F]);

    /// <summary>Reads a whole line.</summary>
    /// <param name="line">The line without its line end; for MLST without the space that begins it.</param>
    /// <param name="facts">What the line says; default unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadFact, RepeatedFact, BadTimeVal, BadSize, MissingPathName; Position is the first offending octet, the length
    /// where the line ends too early; of a value of the wrong kind it lies within the value.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> line, out FactLine facts) => Parse(line, isListed: false, out facts);

    /// <summary>Reads a whole line as one of a listing.</summary>
    internal static bool TryReadListed(ReadOnlySpan<byte> line, out FactLine facts) => Parse(line, isListed: true, out facts).IsDone;

    private static ParseResult Parse(ReadOnlySpan<byte> line, bool isListed, out FactLine facts)
    {
        facts = new FactLine { Size = -1, UnixMode = -1 };
        FtpFactNames seen = FtpFactNames.None;
        int at = 0;
        while (at < line.Length && line[at] != (byte)' ')
        {
            ParseError error = ReadFact(line, isListed, ref at, ref facts, ref seen);
            if (error != ParseError.None)
            {
                facts = default;
                return ParseResult.Invalid(error, at);
            }
        }

        at = Math.Min(at + 1, line.Length);
        ReadOnlySpan<byte> name = line[at..];
        if (name.IsEmpty || (!isListed && !FtpOctets.IsLine(name)))
        {
            facts = default;
            return ParseResult.Invalid(ParseError.MissingPathName, at + Math.Max(0, name.IndexOfAny<byte>(0, (byte)'\r', (byte)'\n')));
        }

        facts.Name = new FtpText(at, name.Length);
        return ParseResult.Done(line.Length);
    }

    private static ParseError ReadFact(ReadOnlySpan<byte> line, bool isListed, ref int at, ref FactLine facts, ref FtpFactNames seen)
    {
        int start = at;
        int length = line[at..].IndexOfAny(s_nameEnds);
        at = length < 0 ? line.Length : at + length;
        if (length <= 0 || line[at] != (byte)'=')
        {
            return ParseError.BadFact;
        }

        FtpFactNames name = FtpFactTable.Find(line[start..at]);
        if (name != FtpFactNames.None && (seen & name) != 0 && name is not (FtpFactNames.UnixOwner or FtpFactNames.UnixGroup))
        {
            return ParseError.RepeatedFact;
        }

        seen |= name;
        at++;
        start = at;
        length = line[at..].IndexOfAny(s_valueEnds);
        at = length < 0 ? line.Length : at + length;
        bool isClosed = length >= 0 && line[at] == (byte)';';
        var value = new FtpText(start, at - start);
        if (value.Length > 0)
        {
            // A value that the line cuts short is judged too: what is wrong in it comes first.
            ParseError error = isListed && name == FtpFactNames.Size ? TakeListedSize(line, value, ref facts) : Take(line, name, value, isClosed, ref at, ref facts);
            if (error != ParseError.None)
            {
                return error;
            }
        }

        at += isClosed ? 1 : 0;
        return isClosed ? ParseError.None : ParseError.BadFact;
    }

    private static ParseError TakeListedSize(ReadOnlySpan<byte> line, FtpText value, ref FactLine facts)
    {
        facts.Present |= FtpFactNames.Size;
        return ListNumbers.TryRead(value.In(line), out facts.UnsignedSize) ? ParseError.None : ParseError.BadSize;
    }

    private static ParseError Take(ReadOnlySpan<byte> line, FtpFactNames name, FtpText value, bool isClosed, ref int at, ref FactLine facts)
    {
        ReadOnlySpan<byte> octets = value.In(line);
        facts.Present |= name;
        switch (name)
        {
            case FtpFactNames.Type:
                facts.Type = FactValues.Type(octets, out int target);
                facts.Target = target < 0 ? default : new FtpText(value.Start + target, value.Length - target);
                return ParseError.None;
            case FtpFactNames.Size:
                ParseResult size = SizeParser.Parse(octets, out long number);
                facts.Size = number;
                return Settle(in size, value, isClosed, ref at);
            case FtpFactNames.Modify:
            case FtpFactNames.Create:
                ParseResult time = TimeValParser.Parse(octets, out TimeVal timeVal);
                if (name == FtpFactNames.Modify)
                {
                    facts.Modify = timeVal;
                }
                else
                {
                    facts.Create = timeVal;
                }

                return Settle(in time, value, isClosed, ref at);
            case FtpFactNames.Perm:
                facts.Permissions = FactValues.Permissions(octets);
                return ParseError.None;
            case FtpFactNames.UnixMode:
                int bad = FactValues.Octal(octets, out int mode);
                facts.UnixMode = mode;
                facts.UnixModeText = value;
                at = bad < 0 ? at : value.Start + bad;
                return bad < 0 ? ParseError.None : ParseError.BadFact;
            case FtpFactNames.Unique:
                facts.Unique = value;
                return ParseError.None;
            case FtpFactNames.Lang:
                facts.Lang = value;
                return ParseError.None;
            case FtpFactNames.MediaType:
                facts.MediaType = value;
                return ParseError.None;
            case FtpFactNames.Charset:
                facts.Charset = value;
                return ParseError.None;
            case FtpFactNames.UnixOwnerName:
            case FtpFactNames.UnixOwner when facts.Owner.Length == 0 || (!IsId(line, value) && (facts.Present & FtpFactNames.UnixOwnerName) == 0):
                facts.Owner = value;
                return ParseError.None;
            case FtpFactNames.UnixGroupName:
            case FtpFactNames.UnixGroup when facts.Group.Length == 0 || (!IsId(line, value) && (facts.Present & FtpFactNames.UnixGroupName) == 0):
                facts.Group = value;
                return ParseError.None;
            default:
                return ParseError.None;
        }
    }

    // UNIX.uid or UNIX.gid, which tell less than UNIX.owner or UNIX.group where both stand.
    private static bool IsId(ReadOnlySpan<byte> line, FtpText value) => (line[value.Start - 2] | 0x20) == 'd';

    // A value that ends too early where its line ends is refused for the line's end, at the same place.
    private static ParseError Settle(in ParseResult result, FtpText value, bool isClosed, ref int at)
    {
        if (result.IsDone || (!isClosed && result.Position == value.Length))
        {
            return ParseError.None;
        }

        at = value.Start + result.Position;
        return result.Error;
    }
}
