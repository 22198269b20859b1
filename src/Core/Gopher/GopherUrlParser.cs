using HiPerf.Ascii;

namespace HiPerf.Gopher;

/// <summary>Reads the path of a Gopher URL, and its query where there is one, into the parts of a request.</summary>
/// <remarks>
/// <code>
/// gopher-path = [ "/" [ gophertype selector [ "%09" search [ "%09" gopher-plus ] ] ] ]
/// gopher-plus = ( "+" / "!" / "$" ) *octet
/// </code>
/// RFC 4266 section 2.1, with the percent-encoding of RFC 3986 section 2.1. Decoding comes last, once: what decodes to CR, LF or NUL is refused, a third tab too. The words search and selector have
/// may hold <c>?</c> and anything a query holds: Gopher has no query, so path and query are read as one. A gopher-plus string that is empty is as absent.
/// </remarks>
public static class GopherUrlParser
{
    /// <summary>Reads the path.</summary>
    /// <param name="path">The URL behind its authority and before its fragment.</param>
    /// <param name="destination">Takes the decoded octets, to which the offsets of <paramref name="url"/> point; as long as <paramref name="path"/> is always enough.</param>
    /// <param name="url">What the path names; default unless Done.</param>
    /// <param name="written">Octets decoded; 0 unless Done.</param>
    /// <returns>Done: all octets consumed. InvalidData: BadGopherType, BadGopherSelector, BadPercentEncoding, BadUrlCharacter; Position is the first offending octet, the percent sign where it is encoded,
    /// the octet that is no hexadecimal digit for BadPercentEncoding. DestinationTooSmall.</returns>
    public static ParseResult Parse(ReadOnlySpan<byte> path, Span<byte> destination, out GopherUrl url, out int written)
    {
        url = default;
        written = 0;
        var read = new GopherUrl { TypeOctet = (byte)'1' };
        int at = 0;
        if (path.Length > 0 && path[0] != (byte)'/')
        {
            return ParseResult.Invalid(ParseError.BadUrlCharacter, 0);
        }

        at += path.Length > 0 ? 1 : 0;
        bool hasType = false;
        int count = 0;
        int tabs = 0;
        int start = 0;
        while (at < path.Length)
        {
            int from = at;
            ParseError error = Take(path, ref at, out byte octet);
            if (error != ParseError.None)
            {
                return ParseResult.Invalid(error, at);
            }

            if (octet is 0 or (byte)'\r' or (byte)'\n' || (octet == (byte)'\t' && tabs == 2))
            {
                return ParseResult.Invalid(ParseError.BadGopherSelector, from);
            }

            if (!hasType)
            {
                if (!GopherOctets.IsType(octet))
                {
                    return ParseResult.Invalid(ParseError.BadGopherType, from);
                }

                read.TypeOctet = octet;
                hasType = true;
                continue;
            }

            if (tabs == 2 && count == start && octet is not ((byte)'+' or (byte)'!' or (byte)'$'))
            {
                return ParseResult.Invalid(ParseError.BadGopherSelector, from);
            }

            if (octet == (byte)'\t')
            {
                Settle(destination, ref read, tabs++, start, count);
                start = count;
                continue;
            }

            if (count == destination.Length)
            {
                return ParseResult.TooSmall(ParseError.UrlTooLong, from);
            }

            destination[count++] = octet;
        }

        Settle(destination, ref read, tabs, start, count);
        url = read;
        written = count;
        return ParseResult.Done(path.Length);
    }

    private static void Settle(ReadOnlySpan<byte> decoded, ref GopherUrl url, int field, int start, int end)
    {
        switch (field)
        {
            case 0:
                url.Selector = new GopherText(start, end - start);
                break;
            case 1:
                url.HasSearch = true;
                url.Search = new GopherText(start, end - start);
                break;
            case 2 when end > start:
                // With no words before the second tab, the item is asked for and not searched.
                url.HasSearch = url.Search.Length > 0;
                url.Kind = (GopherRequestKind)decoded[start];
                url.Argument = new GopherText(start + 1, end - start - 1);
                break;
        }
    }

    // One octet of the URL, decoded; the offset then stands behind it, or at what spoils it.
    private static ParseError Take(ReadOnlySpan<byte> path, ref int at, out byte octet)
    {
        octet = path[at];
        if (octet != (byte)'%')
        {
            bool isUrl = octet is > (byte)' ' and < 0x7F && octet is not ((byte)'"' or (byte)'#' or (byte)'<' or (byte)'>');
            at += isUrl ? 1 : 0;
            return isUrl ? ParseError.None : ParseError.BadUrlCharacter;
        }

        int value = 0;
        for (int i = 1; i <= 2; i++)
        {
            int digit = at + i < path.Length ? UrlBytes.HexValue(path[at + i]) : -1;
            if (digit < 0)
            {
                at += i;
                return ParseError.BadPercentEncoding;
            }

            value = (value << 4) | digit;
        }

        at += 3;
        octet = (byte)value;
        return ParseError.None;
    }
}
