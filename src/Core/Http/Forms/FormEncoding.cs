using System.Buffers;
using HiPerf.Ascii;

namespace HiPerf.Http;

/// <summary>The coding of one name or value of an application/x-www-form-urlencoded form.</summary>
/// <remarks>
/// WHATWG URL sections 1.3, 5.1 and 5.2: a plus sign is a space, everything but ASCII letters and digits and <c>*-._</c> is percent-encoded.
/// Decode after splitting, never before, and once: <see cref="UrlencodedParser"/> splits. The result is octets; whether they are UTF-8 is the caller's question.
/// </remarks>
public static class FormEncoding
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._"u8);

    private static readonly SearchValues<byte> s_coded = SearchValues.Create("%+"u8);

    /// <summary>Decodes one name or value.</summary>
    /// <param name="encoded">The octets between separators.</param>
    /// <param name="destination">Where the octets go; as long as <paramref name="encoded"/> is always enough. It may be the same place. Any octet can come out, CR, LF and NUL too.</param>
    /// <param name="written">Octets written; 0 unless Done.</param>
    /// <param name="leniency">Whether a percent sign that begins no escape stands for itself.</param>
    /// <returns>Done. InvalidData: BadFormEncoding, Position is the octet that is no hexadecimal digit. DestinationTooSmall: TextTooLong, Position is the octet that did not fit.</returns>
    /// <remarks>WHATWG URL section 5.1.</remarks>
    public static ParseResult Decode(ReadOnlySpan<byte> encoded, Span<byte> destination, out int written, FormLeniency leniency = FormLeniency.None)
    {
        written = 0;
        int at = 0;
        int length = 0;
        int deviation = -1;
        while (true)
        {
            int run = encoded[at..].IndexOfAny(s_coded);
            ReadOnlySpan<byte> plain = run < 0 ? encoded[at..] : encoded.Slice(at, run);
            if (!plain.TryCopyTo(destination[length..]))
            {
                return ParseResult.TooSmall(ParseError.TextTooLong, at + destination.Length - length);
            }

            at += plain.Length;
            length += plain.Length;
            if (run < 0)
            {
                written = length;
                return deviation < 0 ? ParseResult.Done(at) : ParseResult.Done(at, Deviations.BadFormEncoding, deviation);
            }

            byte octet = (byte)' ';
            int taken = 1;
            if (encoded[at] == (byte)'%')
            {
                int bad = FindBadDigit(encoded, at);
                if (bad >= 0 && (leniency & FormLeniency.BadFormEncoding) == 0)
                {
                    return ParseResult.Invalid(ParseError.BadFormEncoding, bad);
                }

                deviation = bad >= 0 && deviation < 0 ? at : deviation;
                taken = bad >= 0 ? 1 : 3;
                octet = bad >= 0 ? (byte)'%' : (byte)((UrlBytes.HexValue(encoded[at + 1]) << 4) | UrlBytes.HexValue(encoded[at + 2]));
            }

            if (length == destination.Length)
            {
                return ParseResult.TooSmall(ParseError.TextTooLong, at);
            }

            destination[length++] = octet;
            at += taken;
        }
    }

    /// <summary>Octets that a name or value takes once encoded: 1 to 3 for each.</summary>
    /// <param name="octets">Any octets.</param>
    public static long EncodedLength(ReadOnlySpan<byte> octets)
    {
        long length = octets.Length;
        for (int bad = octets.IndexOfAnyExcept(s_plain); bad >= 0; bad = octets.IndexOfAnyExcept(s_plain))
        {
            length += octets[bad] == (byte)' ' ? 0 : 2;
            octets = octets[(bad + 1)..];
        }

        return length;
    }

    /// <summary>Encodes one name or value.</summary>
    /// <param name="octets">Any octets; text is UTF-8.</param>
    /// <param name="destination">Where it goes: <see cref="EncodedLength"/> octets, never more than three times <paramref name="octets"/>.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <remarks>WHATWG URL section 5.2.</remarks>
    public static bool TryEncode(ReadOnlySpan<byte> octets, Span<byte> destination, out int written)
    {
        written = 0;
        int length = 0;
        while (true)
        {
            int run = octets.IndexOfAnyExcept(s_plain);
            ReadOnlySpan<byte> plain = run < 0 ? octets : octets[..run];
            if (!plain.TryCopyTo(destination[length..]))
            {
                return false;
            }

            length += plain.Length;
            if (run < 0)
            {
                written = length;
                return true;
            }

            byte octet = octets[run];
            octets = octets[(run + 1)..];
            if (destination.Length - length < (octet == (byte)' ' ? 1 : 3))
            {
                return false;
            }

            if (octet == (byte)' ')
            {
                destination[length++] = (byte)'+';
                continue;
            }

            destination[length++] = (byte)'%';
            destination[length++] = PercentEncoding.HexDigit(octet >> 4);
            destination[length++] = PercentEncoding.HexDigit(octet & 15);
        }
    }

    // Where the escape at the offset wants a digit and has none; −1 when it is whole.
    private static int FindBadDigit(ReadOnlySpan<byte> encoded, int percent)
    {
        for (int digit = percent + 1; digit <= percent + 2; digit++)
        {
            if (digit >= encoded.Length || UrlBytes.HexValue(encoded[digit]) < 0)
            {
                return digit;
            }
        }

        return -1;
    }
}
