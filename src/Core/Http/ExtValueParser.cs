using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Reads the value of a parameter whose name ends in an asterisk.</summary>
/// <remarks>
/// <code>
/// ext-value   = charset "'" [ language ] "'" value-chars
/// charset     = 1*( ALPHA / DIGIT / "!" / "#" / "$" / "%" / "&amp;" / "+" / "-" / "^" / "_" / "`" / "{" / "}" / "~" )
/// language    = 1*( ALPHA / DIGIT / "-" )
/// value-chars = *( pct-encoded / attr-char )
/// attr-char   = ALPHA / DIGIT / "!" / "#" / "$" / "&amp;" / "+" / "-" / "." / "^" / "_" / "`" / "|" / "~"
/// </code>
/// RFC 8187 section 3.2.1. A language tag is read by its octets, not by the grammar of RFC 5646. Never between quotes.
/// </remarks>
public static class ExtValueParser
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly SearchValues<byte> s_charset = Octets(Alphanumeric + "!#$%&+-^_`{}~");

    private static readonly SearchValues<byte> s_language = Octets(Alphanumeric + "-");

    /// <summary>What stands in a text as it is.</summary>
    internal static readonly SearchValues<byte> Plain = Octets(Alphanumeric + "!#$&+-.^_`|~");

    /// <summary>Reads one ext-value.</summary>
    /// <param name="value">The whole of it.</param>
    /// <param name="text">What it holds; default unless Done.</param>
    /// <returns>Done. InvalidData: BadExtValue, Position is the first octet that no continuation could make valid.</returns>
    /// <remarks>RFC 8187 section 3.2.1.</remarks>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out ExtValue text)
    {
        text = default;
        int charset = Run(value, 0, s_charset);
        if (charset == 0 || !IsQuote(value, charset))
        {
            return ParseResult.Invalid(ParseError.BadExtValue, charset);
        }

        int language = Run(value, charset + 1, s_language);
        if (!IsQuote(value, language))
        {
            return ParseResult.Invalid(ParseError.BadExtValue, language);
        }

        int start = language + 1;
        int at = Run(value, start, Plain);
        while (at < value.Length)
        {
            if (value[at] != (byte)'%')
            {
                return ParseResult.Invalid(ParseError.BadExtValue, at);
            }

            for (int digit = 1; digit <= 2; digit++)
            {
                if (at + digit >= value.Length || UrlBytes.HexValue(value[at + digit]) < 0)
                {
                    return ParseResult.Invalid(ParseError.BadExtValue, at + digit);
                }
            }

            at = Run(value, at + 3, Plain);
        }

        text = new ExtValue(ExtCharsetTable.Find(value[..charset]), charset + 1, language - charset - 1, start, value.Length - start);
        return ParseResult.Done(value.Length);
    }

    private static bool IsQuote(ReadOnlySpan<byte> value, int at) => at < value.Length && value[at] == (byte)'\'';

    private static int Run(ReadOnlySpan<byte> value, int start, SearchValues<byte> octets)
    {
        int length = value[start..].IndexOfAnyExcept(octets);
        return length < 0 ? value.Length : start + length;
    }

    private static SearchValues<byte> Octets(string octets) => SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(octets));
}
