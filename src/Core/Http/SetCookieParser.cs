namespace HiPerf.Http;

/// <summary>Reads a Set-Cookie field value as user agents do, and says where that is more than a server may send.</summary>
/// <remarks>
/// <code>
/// set-cookie-string = BWS cookie-pair *( BWS ";" OWS cookie-av )
/// cookie-pair       = cookie-name BWS "=" BWS cookie-value
/// </code>
/// is the grammar for servers (RFC 6265bis section 4.1.1): outside of it, <see cref="SetCookie.Deviations"/> has flags. What is read is the algorithm for user
/// agents (section 5.6): everything between semicolons, white space trimmed, controls refused, lengths limited, unknown attributes and values ignored.
/// Nothing is decoded. Whether the cookie may be stored is <see cref="CookieAdmission"/>'s question.
/// </remarks>
public static class SetCookieParser
{
    /// <summary>Reads one Set-Cookie field value with the limits of RFC 6265bis.</summary>
    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, out SetCookie, in CookieLimits)"/>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out SetCookie cookie) => Parse(value, out cookie, CookieLimits.Standard);

    /// <summary>Reads one Set-Cookie field value.</summary>
    /// <param name="value">The whole value of one field line: Set-Cookie is no list, a comma separates nothing.</param>
    /// <param name="cookie">The cookie; default unless Done.</param>
    /// <param name="limits">What is too long.</param>
    /// <returns>Done: the whole value is consumed. InvalidData, and the cookie is to be ignored: BadCookieOctet, EmptyCookie, CookieTooLong, SetCookieTooLong;
    /// Position is the first octet that no continuation could make valid.</returns>
    /// <remarks>RFC 6265bis section 5.6.</remarks>
    public static ParseResult Parse(ReadOnlySpan<byte> value, out SetCookie cookie, in CookieLimits limits)
    {
        cookie = default;
        bool cut = value.Length > limits.MaxSetCookie;
        ReadOnlySpan<byte> sane = cut ? value[..limits.MaxSetCookie] : value;
        int control = CookieOctets.FindControl(sane);
        if (control >= 0)
        {
            sane = sane[..control];
        }

        int semicolon = sane.IndexOf((byte)';');
        int pairEnd = semicolon < 0 ? sane.Length : semicolon;
        SetCookie read = default;
        read.FirstDeviation = -1;
        ReadPair(sane[..pairEnd], ref read);
        if (read.NameLength + (long)read.ValueLength > limits.MaxNameAndValue)
        {
            return ParseResult.Invalid(ParseError.CookieTooLong, FindExcess(sane[..pairEnd], limits.MaxNameAndValue));
        }

        if (semicolon >= 0 && read.NameLength + read.ValueLength == 0)
        {
            return ParseResult.Invalid(ParseError.EmptyCookie, semicolon);
        }

        if (control >= 0)
        {
            return ParseResult.Invalid(ParseError.BadCookieOctet, control);
        }

        if (cut)
        {
            return ParseResult.Invalid(ParseError.SetCookieTooLong, limits.MaxSetCookie);
        }

        if (read.NameLength + read.ValueLength == 0)
        {
            return ParseResult.Invalid(ParseError.EmptyCookie, value.Length);
        }

        CheckPair(value, pairEnd, ref read);
        if (semicolon >= 0)
        {
            SetCookieAttributes.Read(value, semicolon, limits.MaxAttributeValue, ref read);
        }

        cookie = read;
        return ParseResult.Done(value.Length);
    }

    private static void ReadPair(ReadOnlySpan<byte> pair, ref SetCookie cookie)
    {
        int equals = pair.IndexOf((byte)'=');
        int start = 0;
        int end = Math.Max(equals, 0);
        CookieOctets.Trim(pair, ref start, ref end);
        cookie.NameStart = start;
        cookie.NameLength = end - start;

        start = equals + 1;
        end = pair.Length;
        CookieOctets.Trim(pair, ref start, ref end);
        cookie.ValueStart = start;
        cookie.ValueLength = end - start;
    }

    private static void CheckPair(ReadOnlySpan<byte> value, int pairEnd, ref SetCookie cookie)
    {
        ReadOnlySpan<byte> name = cookie.NameIn(value);
        if (name.IsEmpty)
        {
            SetCookieAttributes.Deviate(ref cookie, CookieDeviations.Nameless, 0);
        }
        else if (!CookieOctets.IsName(name))
        {
            SetCookieAttributes.Deviate(ref cookie, CookieDeviations.NameOctets, 0);
        }

        if (!CookieOctets.IsValue(cookie.ValueIn(value)))
        {
            SetCookieAttributes.Deviate(ref cookie, CookieDeviations.ValueOctets, cookie.ValueStart);
        }

        // All that was trimmed is white space; what else is in neither name nor value is the equals sign.
        int equals = value[..pairEnd].Contains((byte)'=') ? 1 : 0;
        if (pairEnd - cookie.NameLength - cookie.ValueLength > equals)
        {
            SetCookieAttributes.Deviate(ref cookie, CookieDeviations.WhiteSpace, 0);
        }
    }

    // The first octet with which name and value together have more octets than they may.
    private static int FindExcess(ReadOnlySpan<byte> pair, int most)
    {
        int equals = pair.IndexOf((byte)'=');
        int start = 0;
        int end = equals < 0 ? pair.Length : equals;
        CookieOctets.Trim(pair, ref start, ref end);
        if (end - start <= most)
        {
            most -= end - start;
            start = equals + 1;
            end = pair.Length;
            CookieOctets.Trim(pair, ref start, ref end);
        }

        int at = start + most;
        while (CookieOctets.IsWhiteSpace(pair[at]))
        {
            at++;
        }

        return at;
    }
}
