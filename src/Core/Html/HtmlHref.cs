using HiPerf.Ascii;

namespace HiPerf.Html;

/// <summary>Writes what stands in an <c>href</c>: one segment of a path, or a URL of a scheme that may be followed.</summary>
/// <remarks>RFC 3986 sections 2.1 and 3.3. What is written holds no quote, angle bracket, space, control or octet beyond ASCII, and no ampersand but those of references.</remarks>
internal static class HtmlHref
{
    /// <summary>Whether a link to a URL is written: http, https, ftp, ftps, gopher, gophers, each with an authority.</summary>
    public static bool MayFollow(in HtmlText url) => url.BeginsWith("http://"u8) || url.BeginsWith("https://"u8) || url.BeginsWith("ftp://"u8) || url.BeginsWith("ftps://"u8)
        || url.BeginsWith("gopher://"u8) || url.BeginsWith("gophers://"u8);

    /// <summary>Whether relative links may begin at a URL: those that may be followed, and file.</summary>
    public static bool MayBeBase(in HtmlText url) => MayFollow(in url) || url.BeginsWith("file://"u8);

    /// <summary>Writes one segment: everything but unreserved octets is encoded.</summary>
    public static void WriteSegment(ref HtmlOutput output, in HtmlText name) => WriteEncoded(ref output, in name, isUrl: false);

    /// <summary>Writes a URL: what stands in none is encoded, percent signs stay.</summary>
    public static void WriteUrl(ref HtmlOutput output, in HtmlText url) => WriteEncoded(ref output, in url, isUrl: true);

    private static void WriteEncoded(ref HtmlOutput output, in HtmlText text, bool isUrl)
    {
        WriteOctets(ref output, text.Octets, isUrl);
        ReadOnlySpan<char> characters = text.Characters;
        Span<byte> octets = stackalloc byte[256];
        while (!characters.IsEmpty)
        {
            // Never without progress: there is room for more than one character.
            _ = System.Text.Unicode.Utf8.FromUtf16(characters, octets, out int read, out int written, replaceInvalidSequences: true);
            WriteOctets(ref output, octets[..written], isUrl);
            characters = characters[read..];
        }
    }

    private static void WriteOctets(ref HtmlOutput output, scoped ReadOnlySpan<byte> octets, bool isUrl)
    {
        while (!octets.IsEmpty)
        {
            int stop = octets.IndexOfAny(UrlBytes.ComponentEncode);
            output.Append(stop < 0 ? octets : octets[..stop]);
            if (stop < 0)
            {
                return;
            }

            WriteOctet(ref output, octets[stop], isUrl);
            octets = octets[(stop + 1)..];
        }
    }

    private static void WriteOctet(ref HtmlOutput output, byte octet, bool isUrl)
    {
        if (!isUrl || !(octet == '%' || UrlBytes.IsUriOctet(octet)))
        {
            output.Append((byte)'%');
            output.Append(PercentEncoding.HexDigit(octet >> 4));
            output.Append(PercentEncoding.HexDigit(octet & 15));
            return;
        }

        switch (octet)
        {
            case (byte)'&':
                output.Append("&amp;"u8);
                break;
            case (byte)'\'':
                output.Append("&#39;"u8);
                break;
            default:
                output.Append(octet);
                break;
        }
    }
}
