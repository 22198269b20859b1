namespace HiPerf.Http;

/// <summary>Writes the value of a Set-Cookie field, by the grammar for servers.</summary>
/// <remarks>
/// <code>
/// set-cookie-string = cookie-pair *( ";" SP cookie-av )
/// </code>
/// RFC 6265bis section 4.1.1. All is checked before the first octet is written: also what every user agent would ignore the cookie for, such as
/// <c>__Host-</c> without its attributes. Every attribute stands once at most, and in one order.
/// </remarks>
public static class SetCookieWriter
{
    private static readonly long s_firstYear = new DateTime(1601, 1, 1).Ticks;

    /// <summary>Writes one cookie; a response has a field line for each.</summary>
    /// <param name="destination">Takes the field value.</param>
    /// <param name="cookie">The cookie.</param>
    /// <param name="written">Octets written; 0 when they did not fit.</param>
    /// <returns>False when the destination is too short.</returns>
    /// <exception cref="ArgumentException">The cookie may not be sent, or would be ignored. RFC 6265bis sections 4.1 and 5.7.</exception>
    public static bool TryWrite(Span<byte> destination, in CookieToSet cookie, out int written)
    {
        CheckPair(in cookie);
        CheckAttributes(in cookie);
        CheckPromises(in cookie);
        var value = new FieldValueWriter(destination);
        value.UncheckedWrite(cookie.Name);
        value.UncheckedWrite("="u8);
        value.UncheckedWrite(cookie.Value);
        if (cookie.ExpiresTicks is { } ticks)
        {
            Span<byte> date = stackalloc byte[HttpDate.Length];
            HttpDate.TryWrite(date, ticks, out _);
            value.UncheckedWrite("; Expires="u8);
            value.UncheckedWrite(date);
        }

        if (cookie.MaxAgeSeconds is { } seconds)
        {
            value.UncheckedWrite("; Max-Age="u8);
            value.WriteNumber(seconds);
        }

        WriteAttribute(ref value, "; Domain="u8, cookie.Domain, !cookie.Domain.IsEmpty);
        WriteAttribute(ref value, "; Path="u8, cookie.Path, !cookie.Path.IsEmpty);
        WriteAttribute(ref value, "; Secure"u8, default, cookie.IsSecure);
        WriteAttribute(ref value, "; HttpOnly"u8, default, cookie.IsHttpOnly);
        WriteAttribute(ref value, "; SameSite="u8, Word(cookie.SameSite), cookie.SameSite != SameSite.Default);
        WriteAttribute(ref value, "; Partitioned"u8, default, cookie.IsPartitioned);
        return value.TryComplete(out written);
    }

    private static void WriteAttribute(ref FieldValueWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool isThere)
    {
        if (isThere)
        {
            writer.UncheckedWrite(name);
            writer.UncheckedWrite(value);
        }
    }

    private static void CheckPair(in CookieToSet cookie)
    {
        if (!CookieOctets.IsName(cookie.Name))
        {
            CookieMisuse.BadName();
        }

        if (!CookieOctets.IsValue(cookie.Value))
        {
            CookieMisuse.BadValue();
        }

        CookieLimits limits = CookieLimits.Standard;
        if (cookie.Name.Length + (long)cookie.Value.Length > limits.MaxNameAndValue
            || cookie.Domain.Length > limits.MaxAttributeValue || cookie.Path.Length > limits.MaxAttributeValue)
        {
            CookieMisuse.TooLong();
        }
    }

    private static void CheckAttributes(in CookieToSet cookie)
    {
        if (cookie.ExpiresTicks is { } ticks && (ticks < s_firstYear || ticks > DateTime.MaxValue.Ticks))
        {
            CookieMisuse.BadExpires();
        }

        if (cookie.MaxAgeSeconds < 1)
        {
            CookieMisuse.BadMaxAge();
        }

        if (!cookie.Domain.IsEmpty && !CookieOctets.IsDomain(cookie.Domain))
        {
            CookieMisuse.BadDomain();
        }

        if (!cookie.Path.IsEmpty && (cookie.Path[0] != (byte)'/' || cookie.Path[^1] == (byte)' ' || !CookieOctets.IsAttribute(cookie.Path)))
        {
            CookieMisuse.BadPath();
        }
    }

    private static void CheckPromises(in CookieToSet cookie)
    {
        if (cookie.SameSite > SameSite.Strict || (cookie.SameSite == SameSite.None && !cookie.IsSecure))
        {
            CookieMisuse.BadSameSite();
        }

        if (cookie.IsPartitioned && !cookie.IsSecure)
        {
            CookieMisuse.BadPartition();
        }

        CookiePrefix prefix = CookiePrefixes.Of(cookie.Name);
        bool isHostBound = cookie.Domain.IsEmpty && cookie.Path.SequenceEqual("/"u8);
        if (((prefix & CookiePrefix.Secure) != CookiePrefix.None && !cookie.IsSecure)
            || ((prefix & CookiePrefix.Host) != CookiePrefix.None && !isHostBound)
            || ((prefix & CookiePrefix.Http) != CookiePrefix.None && !cookie.IsHttpOnly))
        {
            CookieMisuse.BadPrefix();
        }
    }

    private static ReadOnlySpan<byte> Word(SameSite sameSite) => sameSite switch
    {
        SameSite.None => "None"u8,
        SameSite.Lax => "Lax"u8,
        _ => "Strict"u8,
    };
}
