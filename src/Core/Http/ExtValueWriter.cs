using System.Text;

namespace HiPerf.Http;

/// <summary>Writes text in any language as the value of a parameter whose name ends in an asterisk: <c>UTF-8''na%C3%AFve</c>.</summary>
/// <remarks>RFC 8187 section 3.2.1: UTF-8 alone, no language.</remarks>
public static class ExtValueWriter
{
    /// <summary>Writes one ext-value.</summary>
    /// <param name="destination">Takes it; 7 octets and 9 a character are always enough.</param>
    /// <param name="text">Any text; may be empty.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">Half a surrogate pair is in the text: it has no octets.</exception>
    public static bool TryWrite(Span<byte> destination, ReadOnlySpan<char> text, out int written)
    {
        var writer = new FieldValueWriter(destination);
        Write(ref writer, text);
        return writer.TryComplete(out written);
    }

    /// <summary>Writes one ext-value behind what a writer has already.</summary>
    internal static void Write(ref FieldValueWriter writer, ReadOnlySpan<char> text)
    {
        if (!IsText(text))
        {
            DispositionMisuse.BadText();
        }

        writer.UncheckedWrite("UTF-8''"u8);
        Span<byte> octets = stackalloc byte[4];
        Span<byte> escape = stackalloc byte[3];
        foreach (Rune rune in text.EnumerateRunes())
        {
            foreach (byte octet in octets[..rune.EncodeToUtf8(octets)])
            {
                if (ExtValueParser.Plain.Contains(octet))
                {
                    writer.UncheckedWrite([octet]);
                    continue;
                }

                escape[0] = (byte)'%';
                escape[1] = PercentEncoding.HexDigit(octet >> 4);
                escape[2] = PercentEncoding.HexDigit(octet & 0xF);
                writer.UncheckedWrite(escape);
            }
        }
    }

    /// <summary>Whether every surrogate stands in its pair.</summary>
    internal static bool IsText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
        }

        return true;
    }
}
