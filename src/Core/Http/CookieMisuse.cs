using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Http;

/// <summary>What the cookie writers throw at a caller. Names and values stay out of the text: they may be secrets.</summary>
internal static class CookieMisuse
{
    [DoesNotReturn]
    public static void BadSentName() =>
        throw new ArgumentException("A cookie's name holds no control, semicolon or equals sign, and no white space at its ends (RFC 6265bis section 5.6).", "name");

    [DoesNotReturn]
    public static void BadSentValue() =>
        throw new ArgumentException("A cookie's value holds no control or semicolon, and no white space at its ends; it is not empty where the name is (RFC 6265bis section 5.6).", "value");

    [DoesNotReturn]
    public static void BadName() => throw new ArgumentException("A cookie's name is a token (RFC 6265bis section 4.1.1).", "cookie");

    [DoesNotReturn]
    public static void BadValue() =>
        throw new ArgumentException("A cookie's value is made of cookie-octets, between double quotes or not (RFC 6265bis section 4.1.1).", "cookie");

    [DoesNotReturn]
    public static void TooLong() =>
        throw new ArgumentException("Name and value of a cookie have at most 4,096 octets together, an attribute's value 1,024 (RFC 6265bis section 5.6).", "cookie");

    [DoesNotReturn]
    public static void BadDomain() => throw new ArgumentException("A cookie's domain is a domain name without a leading dot (RFC 6265bis section 4.1.1).", "cookie");

    [DoesNotReturn]
    public static void BadPath() =>
        throw new ArgumentException("A cookie's path begins with a slash, holds printable ASCII other than the semicolon, and does not end in a space (RFC 6265bis section 4.1.1).", "cookie");

    [DoesNotReturn]
    public static void BadExpires() => throw new ArgumentException("A cookie's date is of a year from 1601 to 9999 (RFC 6265bis section 5.1.1).", "cookie");

    [DoesNotReturn]
    public static void BadMaxAge() =>
        throw new ArgumentException("Max-Age is above zero (RFC 6265bis section 4.1.1); to delete a cookie, send an Expires that is past.", "cookie");

    [DoesNotReturn]
    public static void BadSameSite() => throw new ArgumentException("SameSite is Default, None, Lax or Strict, and None needs Secure (RFC 6265bis section 5.7).", "cookie");

    [DoesNotReturn]
    public static void BadPartition() => throw new ArgumentException("A partitioned cookie needs Secure.", "cookie");

    [DoesNotReturn]
    public static void BadPrefix() =>
        throw new ArgumentException("The prefix of this name needs Secure, and for __Host- Path=/ and no Domain, for __Http- HttpOnly (RFC 6265bis section 4.1.3).", "cookie");
}
