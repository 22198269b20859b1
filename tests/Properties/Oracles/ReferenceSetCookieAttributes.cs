using HiPerf.Http;

namespace HiPerf.Properties.Oracles;

/// <summary>RFC 6265bis sections 5.6.1 to 5.6.7, one attribute at a time, from their text alone.</summary>
internal static class ReferenceSetCookieAttributes
{
    private static readonly string[] s_names = ["expires", "max-age", "domain", "path", "secure", "httponly", "samesite", "partitioned"];

    public static void Read(ReadOnlySpan<byte> value, int start, int end, int most, ref SetCookie cookie, ref int seen)
    {
        int equals = end;
        for (int i = end - 1; i >= start; i--)
        {
            equals = value[i] == '=' ? i : equals;
        }

        (int nameStart, int nameEnd) = ReferenceSetCookie.Trim(value, start, equals);
        (int valueStart, int valueEnd) = ReferenceSetCookie.Trim(value, Math.Min(equals + 1, end), end);
        for (int i = nameStart; i < valueEnd; i++)
        {
            bool part = i < nameEnd || i >= valueStart;
            if (part && value[i] is not ((>= 0x20 and <= 0x3A) or (>= 0x3C and <= 0x7E)))
            {
                ReferenceSetCookie.Deviate(ref cookie, CookieDeviations.AttributeOctets, nameStart);
            }
        }

        int which = Which(value[nameStart..nameEnd]);
        if (which < 0)
        {
            return;
        }

        bool blank = nameEnd < equals || (equals < end && valueStart > equals + 1) || valueEnd < end;
        Mark(ref cookie, blank, CookieDeviations.WhiteSpace, nameStart);
        Mark(ref cookie, (seen & (1 << which)) != 0, CookieDeviations.RepeatedAttribute, nameStart);
        seen |= 1 << which;
        if (valueEnd - valueStart > most)
        {
            Mark(ref cookie, true, CookieDeviations.IgnoredAttribute, nameStart);
            return;
        }

        ReadOnlySpan<byte> text = value[valueStart..valueEnd];
        CookieDeviations deviation = which switch
        {
            0 => Expires(text, ref cookie),
            1 => MaxAge(text, ref cookie),
            2 => Domain(text, valueStart, ref cookie),
            3 => Path(text, valueStart, ref cookie),
            6 => SameSiteWord(text, ref cookie),
            _ => equals < end ? CookieDeviations.AttributeOctets : CookieDeviations.None,
        };
        if (which is 4 or 5 or 7)
        {
            cookie.Attributes |= which == 4 ? CookieAttributes.Secure : which == 5 ? CookieAttributes.HttpOnly : CookieAttributes.Partitioned;
        }

        Mark(ref cookie, deviation != CookieDeviations.None, deviation, nameStart);
    }

    private static int Which(ReadOnlySpan<byte> text)
    {
        for (int n = 0; n < s_names.Length; n++)
        {
            bool same = text.Length == s_names[n].Length;
            for (int i = 0; same && i < text.Length; i++)
            {
                same = s_names[n][i] == (text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] + 32 : text[i]);
            }

            if (same)
            {
                return n;
            }
        }

        return -1;
    }

    private static CookieDeviations Expires(ReadOnlySpan<byte> text, ref SetCookie cookie)
    {
        if (ReferenceCookieDate.Parse(text) is not { } ticks)
        {
            return CookieDeviations.IgnoredAttribute;
        }

        cookie.Attributes |= CookieAttributes.Expires;
        cookie.ExpiresTicks = ticks;
        return IsFixdate(text) ? CookieDeviations.None : CookieDeviations.LooseDate;
    }

    // Of a text that is a cookie-date: whether it has the form of an IMF-fixdate. A year 0000 is in no calendar.
    private static bool IsFixdate(ReadOnlySpan<byte> text)
    {
        const string Form = "ddd, 00 mmm 0000 00:00:00 GMT";
        if (text.Length != Form.Length || text.Slice(12, 4).SequenceEqual("0000"u8))
        {
            return false;
        }

        for (int i = 0; i < Form.Length; i++)
        {
            if (Form[i] switch { 'd' or 'm' => false, '0' => !ReferenceGrammar.IsDigit((char)text[i]), _ => text[i] != Form[i] })
            {
                return false;
            }
        }

        return OneOf(text[..3], "SunMonTueWedThuFriSat") && OneOf(text.Slice(8, 3), "JanFebMarAprMayJunJulAugSepOctNovDec");
    }

    private static bool OneOf(ReadOnlySpan<byte> text, string names)
    {
        for (int i = 0; i < names.Length; i += 3)
        {
            if (text[0] == names[i] && text[1] == names[i + 1] && text[2] == names[i + 2])
            {
                return true;
            }
        }

        return false;
    }

    private static CookieDeviations MaxAge(ReadOnlySpan<byte> text, ref SetCookie cookie)
    {
        int sign = text.Length > 0 && text[0] == '-' ? 1 : 0;
        UInt128 number = 0;
        for (int i = sign; i < text.Length; i++)
        {
            if (!ReferenceGrammar.IsDigit((char)text[i]))
            {
                return CookieDeviations.IgnoredAttribute;
            }

            // What a long does not hold stays too great.
            number = number > long.MaxValue ? number : (number * 10) + (uint)(text[i] - '0');
        }

        if (text.Length == sign)
        {
            return CookieDeviations.IgnoredAttribute;
        }

        long seconds = (long)UInt128.Min(number, long.MaxValue);
        cookie.Attributes |= CookieAttributes.MaxAge;
        cookie.MaxAgeSeconds = sign == 1 ? -seconds : seconds;
        return text[0] is (byte)'0' or (byte)'-' ? CookieDeviations.LooseMaxAge : CookieDeviations.None;
    }

    private static CookieDeviations Domain(ReadOnlySpan<byte> text, int start, ref SetCookie cookie)
    {
        int dot = text.Length > 0 && text[0] == '.' ? 1 : 0;
        cookie.Attributes |= CookieAttributes.Domain;
        (cookie.DomainStart, cookie.DomainLength) = (start + dot, text.Length - dot);
        return dot == 0 && IsSubdomain(text) ? CookieDeviations.None : CookieDeviations.LooseDomain;
    }

    // <subdomain> ::= <label> | <subdomain> "." <label>, a label of 1 to 63 letters, digits and hyphens, no hyphen at its ends.
    private static bool IsSubdomain(ReadOnlySpan<byte> text)
    {
        int label = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '.')
            {
                if (label is 0 or > 63 || text[i - 1] == '-')
                {
                    return false;
                }

                label = 0;
            }
            else if (ReferenceGrammar.IsAlpha((char)text[i]) || ReferenceGrammar.IsDigit((char)text[i]) || (text[i] == '-' && label > 0))
            {
                label++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static CookieDeviations Path(ReadOnlySpan<byte> text, int start, ref SetCookie cookie)
    {
        bool path = text.Length > 0 && text[0] == '/';
        cookie.Attributes |= CookieAttributes.Path;
        (cookie.PathStart, cookie.PathLength) = (start, path ? text.Length : 0);
        return path ? CookieDeviations.None : CookieDeviations.IgnoredAttribute;
    }

    private static CookieDeviations SameSiteWord(ReadOnlySpan<byte> text, ref SetCookie cookie)
    {
        cookie.Attributes |= CookieAttributes.SameSite;
        string word = text.Length <= 6 ? System.Text.Encoding.Latin1.GetString(text) : "";
        cookie.SameSite = word.ToUpperInvariant() switch { "NONE" => SameSite.None, "LAX" => SameSite.Lax, "STRICT" => SameSite.Strict, _ => SameSite.Default };
        return cookie.SameSite == SameSite.Default ? CookieDeviations.IgnoredAttribute : CookieDeviations.None;
    }

    private static void Mark(ref SetCookie cookie, bool when, CookieDeviations deviation, int start)
    {
        if (when)
        {
            ReferenceSetCookie.Deviate(ref cookie, deviation, start);
        }
    }
}
