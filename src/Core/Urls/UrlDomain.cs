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
            if (Rune.DecodeFromUtf8(domain, out var rune, out var consumed) != OperationStatus.Done)
            {
                return null;
            }

            domain = domain[consumed..];
            if (!TryMap(rune, mapped))
            {
                return null;
            }
        }

        try
        {
            var text = mapped.ToString();
            if (s_normalizes)
            {
                text = text.Normalize(NormalizationForm.FormKC);
            }

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
            if (!System.Text.Ascii.IsValid(labels[i]))
            {
                labels[i] = s_idn.GetAscii(labels[i]);
            }
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

        if (IsDropped(value))
        {
            return true;
        }

        if (value is >= 0xFF01 and <= 0xFF5E)
        {
            value -= 0xFEE0;
            rune = new Rune(value);
        }

        if (!rune.IsAscii && (IsRefused(rune) || (!s_normalizes && UrlDomainRefusals.Contains(value))))
        {
            return false;
        }

        mapped.Append(Rune.ToLowerInvariant(rune).ToString());
        return true;
    }

    // UTS 46 status "ignored": soft hyphen, zero-width space, word joiner, byte order mark, variation selectors and their like.
    private static bool IsDropped(int value) => value is 0xAD or 0x34F or 0x200B or 0x2060 or 0x2064 or 0xFEFF
        or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsRefused(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;
}
