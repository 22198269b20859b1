using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf;

/// <summary>Percent-encoding of one part of a URL, and back, so that what was encoded never becomes a separator by being decoded.</summary>
/// <remarks>
/// RFC 3986 section 2.1: <c>pct-encoded = "%" HEXDIG HEXDIG</c>. Decode after splitting, never before, and once:
/// <see cref="DecodeName"/> for one path segment that names a file, <see cref="DecodeSegment"/> where the name need not be text, <see cref="DecodePath"/> for a path that is split or shown afterwards,
/// <see cref="Decode"/> for what is opaque (a password, a Gopher selector). The result is octets; but for names, whether they are UTF-8 is the caller's question.
/// </remarks>
public static class PercentEncoding
{
    /// <summary>Decodes everything.</summary>
    /// <param name="encoded">One part, split off already.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough. Any octet can come out, CR, LF and NUL too.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. InvalidData: BadPercentEncoding, Position is the octet that is no hexadecimal digit. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 2.1.</remarks>
    public static ParseResult Decode(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written) =>
        DecodeAs(Separators.Decoded, encoded, destination, out written);

    /// <summary>Decodes one path segment that is to name a file.</summary>
    /// <param name="encoded">The segment, without slashes.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. InvalidData: BadPercentEncoding, Position is the octet that is no hexadecimal digit, or the percent sign of an escape that stands for a slash,
    /// a backslash or a control octet; BadUrlCharacter, Position is such an octet itself. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 7.3. <c>%2e%2e</c> decodes to <c>..</c> as any other octets do: refuse dot segments behind this, where the name is used.</remarks>
    public static ParseResult DecodeSegment(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written) =>
        DecodeAs(Separators.Refused, encoded, destination, out written);

    /// <summary>Decodes one path segment that is to name a file: what <see cref="DecodeSegment"/> decodes, if it is UTF-8 without control characters.</summary>
    /// <param name="encoded">The segment, without slashes.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>As <see cref="DecodeSegment"/>; also BadUrlCharacter, Position is the octet, or the percent sign of the escape, that no UTF-8 holds there (overlong forms, surrogates,
    /// beyond U+10FFFF), that makes a control character of U+0080 to U+009F, or the end where a character is cut short.</returns>
    /// <remarks>RFC 3986 section 7.3, RFC 3629 section 4. Dot segments are the caller's to refuse, as for <see cref="DecodeSegment"/>.</remarks>
    public static ParseResult DecodeName(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written) =>
        DecodeAs(Separators.RefusedInText, encoded, destination, out written);

    /// <summary>Decodes a whole path and keeps it one: escapes that stand for a slash, a backslash, a percent sign or a control octet stay escapes.</summary>
    /// <param name="encoded">The path.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. InvalidData: BadPercentEncoding, Position is the octet that is no hexadecimal digit. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 sections 2.2, 2.4.</remarks>
    public static ParseResult DecodePath(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written) =>
        DecodeAs(Separators.Kept, encoded, destination, out written);

    /// <summary>Encodes one path segment: everything but unreserved, sub-delims, colon and at sign; so slash, backslash and percent sign too.</summary>
    /// <param name="octets">Any octets.</param>
    /// <param name="destination">Where the segment goes; three times <paramref name="octets"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 3.3. A segment that is <c>.</c> or <c>..</c> has no encoding that keeps it from being a dot segment: refuse it before.</remarks>
    public static ParseResult EncodeSegment(ReadOnlySpan<byte> octets, Span<byte> destination, out int written) =>
        Encode(octets, destination, out written, UrlBytes.SegmentEncode);

    /// <summary>Encodes a path, whose slashes stay slashes.</summary>
    /// <param name="octets">Any octets.</param>
    /// <param name="destination">Where the path goes; three times <paramref name="octets"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 3.3.</remarks>
    public static ParseResult EncodePath(ReadOnlySpan<byte> octets, Span<byte> destination, out int written) =>
        Encode(octets, destination, out written, UrlBytes.SegmentsEncode);

    /// <summary>Encodes everything but unreserved octets: for a user name, a password, a name or value inside a query.</summary>
    /// <param name="octets">Any octets.</param>
    /// <param name="destination">Where the part goes; three times <paramref name="octets"/> is always enough.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <returns>Done. DestinationTooSmall.</returns>
    /// <remarks>RFC 3986 section 2.3.</remarks>
    public static ParseResult EncodeComponent(ReadOnlySpan<byte> octets, Span<byte> destination, out int written) =>
        Encode(octets, destination, out written, UrlBytes.ComponentEncode);

    private enum Separators
    {
        Decoded,
        Kept,
        Refused,
        RefusedInText,
    }

    /// <summary>Whether a whole escape stands at the offset.</summary>
    internal static bool IsEscape(ReadOnlySpan<byte> octets, int offset) => offset + 2 < octets.Length && octets[offset] == '%'
        && UrlBytes.HexValue(octets[offset + 1]) >= 0 && UrlBytes.HexValue(octets[offset + 2]) >= 0;

    /// <summary>Decodes what is an escape and leaves what is not (WHATWG URL section 1.3). The destination is as long as the source.</summary>
    internal static int DecodeAll(ReadOnlySpan<byte> encoded, Span<byte> destination)
    {
        var written = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (IsEscape(encoded, i))
            {
                destination[written++] = (byte)((UrlBytes.HexValue(encoded[i + 1]) << 4) | UrlBytes.HexValue(encoded[i + 2]));
                i += 2;
                continue;
            }

            destination[written++] = encoded[i];
        }

        return written;
    }

    /// <summary>A hexadecimal digit in upper case, as RFC 3986 section 2.1 asks of producers.</summary>
    internal static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private static ParseResult DecodeAs(Separators separators, ReadOnlySpan<byte> encoded, Span<byte> destination, out int written)
    {
        written = 0;
        var length = 0;
        var text = default(Utf8Assembler);
        for (var i = 0; i < encoded.Length; i++)
        {
            var octet = encoded[i];
            var keep = 1;
            if (octet == '%')
            {
                var high = i + 1 < encoded.Length ? UrlBytes.HexValue(encoded[i + 1]) : -1;
                if (high < 0)
                {
                    return ParseResult.Invalid(ParseError.BadPercentEncoding, i + 1);
                }

                var low = i + 2 < encoded.Length ? UrlBytes.HexValue(encoded[i + 2]) : -1;
                if (low < 0)
                {
                    return ParseResult.Invalid(ParseError.BadPercentEncoding, i + 2);
                }

                octet = (byte)((high << 4) | low);
                if (separators >= Separators.Refused && Separates(octet))
                {
                    return ParseResult.Invalid(ParseError.BadPercentEncoding, i);
                }

                if (separators == Separators.Kept && (octet == '%' || Separates(octet)))
                {
                    keep = 3;
                }
            }
            else if (separators >= Separators.Refused && Separates(octet))
            {
                return ParseResult.Invalid(ParseError.BadUrlCharacter, i);
            }

            // Controls of one octet were looked at above; those of two, U+0080 to U+009F, are no part of a name either.
            if (separators == Separators.RefusedInText && text.Push(octet) is Utf8Assembler.Invalid or (>= 0x80 and <= 0x9F))
            {
                return ParseResult.Invalid(ParseError.BadUrlCharacter, i);
            }

            if (destination.Length - length < keep)
            {
                return ParseResult.TooSmall(ParseError.UrlTooLong, i);
            }

            if (keep == 3)
            {
                encoded.Slice(i, 3).CopyTo(destination[length..]);
            }
            else
            {
                destination[length] = octet;
            }

            length += keep;
            if (encoded[i] == '%')
            {
                i += 2;
            }
        }

        if (text.IsWithin)
        {
            return ParseResult.Invalid(ParseError.BadUrlCharacter, encoded.Length);
        }

        written = length;
        return ParseResult.Done(encoded.Length);
    }

    private static bool Separates(byte octet) => octet is (byte)'/' or (byte)'\\' or < 0x20 or 0x7F;

    private static ParseResult Encode(ReadOnlySpan<byte> octets, Span<byte> destination, out int written, SearchValues<byte> encode)
    {
        var builder = new UrlBuilder(destination);
        builder.AppendEncoded(octets, encode);
        written = builder.Overflowed ? 0 : builder.Length;
        return builder.Overflowed ? ParseResult.TooSmall(ParseError.UrlTooLong, 0) : ParseResult.Done(octets.Length);
    }
}
