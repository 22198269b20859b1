using System.Buffers;
using System.Globalization;
using System.Text;

namespace HiPerf;

/// <summary>Turns a domain with characters beyond ASCII into its ASCII form (<c>é</c> to <c>xn--9ca</c>).</summary>
/// <remarks>
/// The WHATWG URL standard, section 3.3, and UTS 46, non-transitional. The mapping is what the base library can do in every globalization mode: case, full-width
/// forms, the ideographic full stops, characters that are dropped, and NFKC where the runtime has it; Punycode and the bidi rule are <see cref="IdnMapping"/>'s.
/// Not the whole UTS 46 table: a character that needs a mapping unknown here is refused, never passed on unmapped. This path allocates.
/// </remarks>
internal static class UrlDomain
{
    private static readonly IdnMapping s_idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    // In invariant mode normalization changes nothing beyond ASCII.
    private static readonly bool s_normalizes = string.Equals("\uFF21".Normalize(NormalizationForm.FormKC), "A", StringComparison.Ordinal);

    /// <summary>Maps and encodes a domain.</summary>
    /// <param name="domain">UTF-8, percent-decoded.</param>
    /// <returns>The ASCII form, <see langword="null"/> when there is none.</returns>
    internal static string? ToAscii(ReadOnlySpan<byte> domain)
    {
        var mapped = new StringBuilder(domain.Length);
        while (!domain.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(domain, out var rune, out var consumed) != OperationStatus.Done) return null;
            domain = domain[consumed..];
            if (!TryMap(rune, mapped)) return null;
        }

        try
        {
            var text = mapped.ToString();
            if (s_normalizes) text = text.Normalize(NormalizationForm.FormKC);
            return text.Length == 0 ? null : Encode(text);
        }
        catch (ArgumentException)
        {
            // A label that is empty, longer than 63 octets, or breaks the bidi rule: IdnMapping has no other way to say so.
            return null;
        }
    }

    // ASCII labels go past IdnMapping: it refuses empty ones, which a domain may hold here.
    private static string Encode(string text)
    {
        var labels = text.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (!System.Text.Ascii.IsValid(labels[i])) labels[i] = s_idn.GetAscii(labels[i]);
        }

        return string.Join('.', labels).ToLowerInvariant();
    }

    private static bool TryMap(Rune rune, StringBuilder mapped)
    {
        var value = rune.Value;
        if (value is 0x3002 or 0xFF0E or 0xFF61)
        {
            mapped.Append('.');
            return true;
        }

        if (IsDropped(value)) return true;
        if (value is >= 0xFF01 and <= 0xFF5E)
        {
            value -= 0xFEE0;
            rune = new Rune(value);
        }

        if (!rune.IsAscii && (IsRefused(rune) || (!s_normalizes && NeedsNormalization(value)))) return false;
        mapped.Append(Rune.ToLowerInvariant(rune).ToString());
        return true;
    }

    // UTS 46 status "ignored": soft hyphen, zero-width space, word joiner, byte order mark, variation selectors and their like.
    private static bool IsDropped(int value) => value is 0xAD or 0x34F or 0x200B or 0x2060 or 0x2064 or 0xFEFF
        or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsRefused(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    // Blocks that NFKC changes, and the combining marks it would compose. Refused where it cannot be done.
    private static bool NeedsNormalization(int value) => value is 0xAA or 0xB2 or 0xB3 or 0xB5 or 0xB9 or 0xBA or 0x130
        or (>= 0xBC and <= 0xBE) or 0xA8 or 0xAF or 0xB4 or 0xB8
        or (>= 0x132 and <= 0x133) or (>= 0x13F and <= 0x140) or 0x149 or 0x17F or (>= 0x1C4 and <= 0x1CC) or (>= 0x1F1 and <= 0x1F3)
        or (>= 0x2B0 and <= 0x2B8) or (>= 0x2D8 and <= 0x2DD) or (>= 0x2E0 and <= 0x2E4) or (>= 0x300 and <= 0x36F) or (>= 0x1D2C and <= 0x1D6A)
        or (>= 0x2000 and <= 0x20CF) or (>= 0x2100 and <= 0x218F) or (>= 0x2460 and <= 0x24FF) or (>= 0x1100 and <= 0x11FF)
        or (>= 0x3131 and <= 0x318E) or (>= 0x3200 and <= 0x33FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFB00 and <= 0xFDFF)
        or (>= 0xFE10 and <= 0xFEFE) or (>= 0xFF5F and <= 0xFFEF) or (>= 0x1D400 and <= 0x1D7FF) or (>= 0x1F100 and <= 0x1F2FF) or (>= 0x2F800 and <= 0x2FA1F);
}
