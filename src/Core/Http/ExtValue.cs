using System.Text;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>Text in any language inside a parameter: offsets into the octets it was read from.</summary>
/// <remarks>RFC 8187 section 3.2.1. Read by <see cref="ExtValueParser"/>, written by <see cref="ExtValueWriter"/>.</remarks>
/// <param name="Charset">The character encoding that is named.</param>
/// <param name="LanguageStart">Offset of the language tag.</param>
/// <param name="LanguageLength">Octets of the language tag; 0 where there is none.</param>
/// <param name="TextStart">Offset of the text, percent-encoded.</param>
/// <param name="TextLength">Octets of the text, percent-encoded; may be 0.</param>
public readonly record struct ExtValue(ExtCharset Charset, int LanguageStart, int LanguageLength, int TextStart, int TextLength)
{
    /// <summary>The language tag.</summary>
    /// <param name="value">The octets it was read from.</param>
    public ReadOnlySpan<byte> LanguageIn(ReadOnlySpan<byte> value) => value.Slice(LanguageStart, LanguageLength);

    /// <summary>The text, percent-encoded.</summary>
    /// <param name="value">The octets it was read from.</param>
    public ReadOnlySpan<byte> TextIn(ReadOnlySpan<byte> value) => value.Slice(TextStart, TextLength);

    /// <summary>Decodes the text.</summary>
    /// <param name="value">The octets it was read from.</param>
    /// <param name="destination">Takes the characters; <see cref="TextLength"/> are always enough. Any character can come out, NUL and slashes too.</param>
    /// <param name="written">Characters written; 0 unless Done.</param>
    /// <returns>Done. InvalidData: UnsupportedCharset; BadExtValue, Position is the octet, or its escape, that is not of the encoding. DestinationTooSmall: TextTooLong.</returns>
    /// <remarks>RFC 8187 section 3.2.1.</remarks>
    public ParseResult Decode(ReadOnlySpan<byte> value, Span<char> destination, out int written)
    {
        written = 0;
        if (Charset == ExtCharset.Unknown)
        {
            return ParseResult.Invalid(ParseError.UnsupportedCharset, 0);
        }

        int length = 0;
        int end = TextStart + TextLength;
        var assembler = default(Utf8Assembler);
        for (int at = TextStart; at < end;)
        {
            bool escaped = value[at] == (byte)'%';
            byte octet = escaped ? (byte)((UrlBytes.HexValue(value[at + 1]) << 4) | UrlBytes.HexValue(value[at + 2])) : value[at];
            int point = Charset == ExtCharset.Latin1 ? octet : assembler.Push(octet);
            if (point == Utf8Assembler.Invalid)
            {
                return ParseResult.Invalid(ParseError.BadExtValue, at);
            }

            if (point >= 0)
            {
                if (!new Rune(point).TryEncodeToUtf16(destination[length..], out int count))
                {
                    return ParseResult.TooSmall(ParseError.TextTooLong, at);
                }

                length += count;
            }

            at += escaped ? 3 : 1;
        }

        if (assembler.IsWithin)
        {
            return ParseResult.Invalid(ParseError.BadExtValue, end);
        }

        written = length;
        return ParseResult.Done(TextLength);
    }
}
