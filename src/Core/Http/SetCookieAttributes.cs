namespace HiPerf.Http;

/// <summary>Reads the attributes of a set-cookie-string, of which the last of a kind counts.</summary>
/// <remarks>
/// <code>
/// expires-av  = "Expires" BWS "=" BWS IMF-fixdate      max-age-av = "Max-Age" BWS "=" BWS %x31-39 *DIGIT
/// domain-av   = "Domain" BWS "=" BWS domain-value      path-av    = "Path" BWS "=" BWS *av-octet
/// samesite-av = "SameSite" BWS "=" BWS ( "Strict" / "Lax" / "None" )
/// secure-av   = "Secure"      httponly-av = "HttpOnly"      extension-av = *av-octet
/// </code>
/// RFC 6265bis sections 4.1.1 and 5.6.1 to 5.6.7; Partitioned by Cookies Having Independent Partitioned State. No attribute spoils a cookie: at worst it is ignored.
/// </remarks>
internal static class SetCookieAttributes
{
    /// <summary>Reads all of them.</summary>
    /// <param name="value">The field value, free of controls.</param>
    /// <param name="semicolon">Where the first attribute's semicolon stands.</param>
    /// <param name="maxValue">Octets from which on a value is ignored.</param>
    /// <param name="cookie">Takes what they say.</param>
    public static void Read(ReadOnlySpan<byte> value, int semicolon, int maxValue, ref SetCookie cookie)
    {
        CookieAttributes seen = CookieAttributes.None;
        while (semicolon < value.Length)
        {
            int start = semicolon + 1;
            int length = value[start..].IndexOf((byte)';');
            int end = length < 0 ? value.Length : start + length;
            ReadOne(value, start, end, maxValue, ref cookie, ref seen);
            semicolon = end;
        }
    }

    /// <summary>Notes what a server may not send, and where the first such part begins.</summary>
    public static void Deviate(ref SetCookie cookie, CookieDeviations deviation, int start)
    {
        cookie.FirstDeviation = cookie.FirstDeviation < 0 ? start : Math.Min(cookie.FirstDeviation, start);
        cookie.Deviations |= deviation;
    }

    private static void ReadOne(ReadOnlySpan<byte> value, int start, int end, int maxValue, ref SetCookie cookie, ref CookieAttributes seen)
    {
        int equals = value[start..end].IndexOf((byte)'=');
        int nameStart = start;
        int nameEnd = equals < 0 ? end : start + equals;
        CookieOctets.Trim(value, ref nameStart, ref nameEnd);
        int valueStart = equals < 0 ? end : start + equals + 1;
        int valueEnd = end;
        CookieOctets.Trim(value, ref valueStart, ref valueEnd);
        CookieAttribute attribute = CookieAttributeTable.Find(value[nameStart..nameEnd]);

        // White space behind the semicolon is a server's choice; all else has a meaning, or may be part of an unknown attribute.
        if (!CookieOctets.IsAttribute(value[nameStart..nameEnd]) || !CookieOctets.IsAttribute(value[valueStart..valueEnd]))
        {
            Deviate(ref cookie, CookieDeviations.AttributeOctets, nameStart);
        }

        if (attribute == CookieAttribute.Unknown)
        {
            return;
        }

        if (nameEnd < (equals < 0 ? end : start + equals) || (equals >= 0 && valueStart > start + equals + 1) || valueEnd < end)
        {
            Deviate(ref cookie, CookieDeviations.WhiteSpace, nameStart);
        }

        CookieAttributes flag = (CookieAttributes)(1 << ((int)attribute - 1));
        if ((seen & flag) != CookieAttributes.None)
        {
            Deviate(ref cookie, CookieDeviations.RepeatedAttribute, nameStart);
        }

        seen |= flag;
        if (valueEnd - valueStart > maxValue)
        {
            Deviate(ref cookie, CookieDeviations.IgnoredAttribute, nameStart);
            return;
        }

        CookieDeviations deviation = Apply(attribute, value, valueStart, valueEnd, hasValue: equals >= 0, ref cookie);
        if (deviation != CookieDeviations.None)
        {
            Deviate(ref cookie, deviation, nameStart);
        }
    }

    private static CookieDeviations Apply(CookieAttribute attribute, ReadOnlySpan<byte> value, int start, int end, bool hasValue, ref SetCookie cookie)
    {
        switch (attribute)
        {
            case CookieAttribute.Expires:
                return ApplyExpires(value[start..end], ref cookie);
            case CookieAttribute.MaxAge:
                return ApplyMaxAge(value[start..end], ref cookie);
            case CookieAttribute.Domain:
                return ApplyDomain(value, start, end, ref cookie);
            case CookieAttribute.Path:
                return ApplyPath(value, start, end, ref cookie);
            case CookieAttribute.SameSite:
                cookie.Attributes |= CookieAttributes.SameSite;
                cookie.SameSite = ReadSameSite(value[start..end]);
                return cookie.SameSite == SameSite.Default ? CookieDeviations.IgnoredAttribute : CookieDeviations.None;
            default:
                // Secure, HttpOnly, Partitioned: a value is passed over.
                cookie.Attributes |= (CookieAttributes)(1 << ((int)attribute - 1));
                return hasValue ? CookieDeviations.AttributeOctets : CookieDeviations.None;
        }
    }

    private static SameSite ReadSameSite(ReadOnlySpan<byte> word) =>
        System.Text.Ascii.EqualsIgnoreCase(word, "Lax"u8) ? SameSite.Lax
        : System.Text.Ascii.EqualsIgnoreCase(word, "Strict"u8) ? SameSite.Strict
        : System.Text.Ascii.EqualsIgnoreCase(word, "None"u8) ? SameSite.None
        : SameSite.Default;

    private static CookieDeviations ApplyExpires(ReadOnlySpan<byte> date, ref SetCookie cookie)
    {
        if (!CookieDate.TryParse(date, out long ticks))
        {
            return CookieDeviations.IgnoredAttribute;
        }

        cookie.Attributes |= CookieAttributes.Expires;
        cookie.ExpiresTicks = ticks;

        // Of the three forms of an HTTP-date only IMF-fixdate has this length, and it needs no present time.
        return date.Length == HttpDate.Length && HttpDate.TryParse(date, 0, out _) ? CookieDeviations.None : CookieDeviations.LooseDate;
    }

    private static CookieDeviations ApplyMaxAge(ReadOnlySpan<byte> number, ref SetCookie cookie)
    {
        bool negative = number.Length > 1 && number[0] == (byte)'-';
        ReadOnlySpan<byte> digits = negative ? number[1..] : number;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return CookieDeviations.IgnoredAttribute;
        }

        long seconds = 0;
        foreach (byte octet in digits)
        {
            int digit = octet - '0';
            if (seconds > (long.MaxValue - digit) / 10)
            {
                seconds = long.MaxValue;
                break;
            }

            seconds = (seconds * 10) + digit;
        }

        cookie.Attributes |= CookieAttributes.MaxAge;
        cookie.MaxAgeSeconds = negative ? -seconds : seconds;
        return negative || digits[0] == (byte)'0' ? CookieDeviations.LooseMaxAge : CookieDeviations.None;
    }

    private static CookieDeviations ApplyDomain(ReadOnlySpan<byte> value, int start, int end, ref SetCookie cookie)
    {
        bool dot = start < end && value[start] == (byte)'.';
        start += dot ? 1 : 0;
        cookie.Attributes |= CookieAttributes.Domain;
        cookie.DomainStart = start;
        cookie.DomainLength = end - start;
        return dot || !CookieOctets.IsDomain(value[start..end]) ? CookieDeviations.LooseDomain : CookieDeviations.None;
    }

    private static CookieDeviations ApplyPath(ReadOnlySpan<byte> value, int start, int end, ref SetCookie cookie)
    {
        bool path = start < end && value[start] == (byte)'/';
        cookie.Attributes |= CookieAttributes.Path;
        cookie.PathStart = start;
        cookie.PathLength = path ? end - start : 0;
        return path ? CookieDeviations.None : CookieDeviations.IgnoredAttribute;
    }
}
