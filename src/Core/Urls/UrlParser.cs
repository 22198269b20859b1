using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Reads an absolute URL by the letter: nothing is repaired, nothing is changed, offsets are all it answers.</summary>
/// <remarks>
/// RFC 3986 appendix A:
/// <code>
/// URI       = scheme ":" hier-part [ "?" query ] [ "#" fragment ]
/// hier-part = "//" authority path-abempty / path-absolute / path-rootless / path-empty
/// scheme    = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
/// </code>
/// and over it, by scheme: http, https, ws, wss, ftp, ftps, gopher, gophers need a host; file has neither userinfo nor port, and a path that begins with a slash
/// (RFC 8089 section 2); a port is 0 to 65535. The error's offset is the first octet at which no continuation is a URL; where the URL ends too early, its length.
/// Not here: normalization, relative references, the meaning of a name (<c>0x7f.1</c> is a registered name). See <see cref="UrlNormalizer"/>.
/// </remarks>
public static class UrlParser
{
    /// <summary>How long a URL may be unless the caller says otherwise: 8192 octets. RFC 9110 section 4.1 asks for 8000 at least.</summary>
    public const int DefaultMaxLength = 8192;

    /// <summary>Reads one URL, which is the whole input.</summary>
    /// <param name="url">The octets. What is beyond ASCII is refused.</param>
    /// <param name="parts">Where the parts stand; default unless Done.</param>
    /// <param name="maxLength">Octets allowed, 1 and up.</param>
    /// <returns>Done. InvalidData: MissingScheme, BadScheme, MissingUrlHost, BadUrlHost, BadUrlPort, BadUrlCharacter, BadPercentEncoding, UrlTooLong.</returns>
    /// <remarks>RFC 3986 section 3. Allocates nothing.</remarks>
    public static ParseResult Parse(ReadOnlySpan<byte> url, out UrlParts parts, int maxLength = DefaultMaxLength)
    {
        var readable = url.Length > maxLength ? url[..maxLength] : url;
        var read = UrlParts.Empty;
        var error = Read(readable, ref read, out var position);
        parts = default;

        // Beyond the limit nothing is looked at, so an early end is no error of the URL's own.
        if (url.Length > maxLength && (error == ParseError.None || position >= maxLength))
        {
            return ParseResult.Invalid(ParseError.UrlTooLong, maxLength);
        }

        if (error != ParseError.None)
        {
            return ParseResult.Invalid(error, position);
        }

        read.Length = url.Length;
        parts = read;
        return ParseResult.Done(url.Length);
    }

    private static ParseError Read(ReadOnlySpan<byte> url, ref UrlParts parts, out int at)
    {
        var error = ReadScheme(url, out at);
        if (error != ParseError.None)
        {
            return error;
        }

        parts.SchemeLength = at;
        parts.Scheme = UrlSchemes.Find(url[..at]);
        at++;

        if (url[at..].StartsWith("//"u8))
        {
            at += 2;
            error = parts.Scheme == UrlScheme.File ? UrlAuthorityParser.ReadFileHost(url, ref parts, ref at) : UrlAuthorityParser.Read(url, ref parts, ref at);
            if (error != ParseError.None)
            {
                return error;
            }
        }
        else if (parts.Scheme.RequiresHost())
        {
            if (at < url.Length && url[at] == '/')
            {
                at++;
            }

            return ParseError.MissingUrlHost;
        }
        else if (parts.Scheme == UrlScheme.File && (at == url.Length || url[at] != '/'))
        {
            return ParseError.BadUrlCharacter;
        }

        return ReadPath(url, ref parts, ref at);
    }

    private static ParseError ReadScheme(ReadOnlySpan<byte> url, out int at)
    {
        at = 0;
        while (at < url.Length && UrlBytes.Is(url[at], UrlBytes.SchemeOctet) && (at > 0 || UrlBytes.IsAlpha(url[at])))
        {
            at++;
        }

        if (at == url.Length)
        {
            return ParseError.MissingScheme;
        }

        if (url[at] == ':' && at > 0)
        {
            return ParseError.None;
        }

        // These end or begin the parts of a relative reference.
        return url[at] is (byte)'/' or (byte)'?' or (byte)'#' or (byte)':' ? ParseError.MissingScheme : ParseError.BadScheme;
    }

    private static ParseError ReadPath(ReadOnlySpan<byte> url, ref UrlParts parts, ref int at)
    {
        parts.PathStart = at;
        parts.HasOpaquePath = parts.HostLength < 0 && (at == url.Length || url[at] != '/');
        while (true)
        {
            var error = Skip(url, ref at, UrlBytes.PChar);
            if (error != ParseError.None)
            {
                return error;
            }

            if (at == url.Length || url[at] != '/')
            {
                break;
            }

            at++;
        }

        parts.PathLength = at - parts.PathStart;
        if (at < url.Length && url[at] == '?')
        {
            parts.QueryStart = ++at;
            var error = Skip(url, ref at, UrlBytes.QueryOctet);
            if (error != ParseError.None)
            {
                return error;
            }

            parts.QueryLength = at - parts.QueryStart;
        }

        if (at < url.Length && url[at] == '#')
        {
            parts.FragmentStart = ++at;
            var error = Skip(url, ref at, UrlBytes.QueryOctet);
            if (error != ParseError.None)
            {
                return error;
            }

            parts.FragmentLength = at - parts.FragmentStart;
        }

        return at == url.Length ? ParseError.None : ParseError.BadUrlCharacter;
    }

    /// <summary>Skips octets of the classes and whole escapes.</summary>
    internal static ParseError Skip(ReadOnlySpan<byte> url, ref int at, byte classes)
    {
        var i = at;
        while (i < url.Length)
        {
            if (UrlBytes.Is(url[i], classes))
            {
                i++;
                continue;
            }

            if (url[i] != '%')
            {
                break;
            }

            for (var digit = 0; digit < 2; digit++)
            {
                i++;
                if (i < url.Length && UrlBytes.HexValue(url[i]) >= 0)
                {
                    continue;
                }

                at = i;
                return ParseError.BadPercentEncoding;
            }

            i++;
        }

        at = i;
        return ParseError.None;
    }
}
