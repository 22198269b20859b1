namespace HiPerf.Http;

/// <summary>How much of a cookie is read before it is ignored. All sizes in octets, 1 to 2^30; what is out of range throws
/// <see cref="ArgumentOutOfRangeException"/>. The limits of <c>default</c> are zero and let nothing through.</summary>
/// <remarks>RFC 6265bis section 5.6 and 6.1. What is too long is ignored, never cut.</remarks>
public readonly record struct CookieLimits
{
    private const int Most = 1 << 30;

    /// <summary>Makes the limits of RFC 6265bis.</summary>
    public CookieLimits()
    {
    }

    /// <summary>The limits of RFC 6265bis.</summary>
    public static CookieLimits Standard { get; } = new();

    /// <summary>One Set-Cookie field value; 8 KiB. Beyond: <see cref="ParseError.SetCookieTooLong"/>.</summary>
    public int MaxSetCookie { get; init => field = Within(value); } = 8 * 1024;

    /// <summary>Name and value of a cookie together; 4,096. Beyond: <see cref="ParseError.CookieTooLong"/>.</summary>
    public int MaxNameAndValue { get; init => field = Within(value); } = 4096;

    /// <summary>The value of an attribute; 1,024. Beyond: the attribute is ignored, <see cref="CookieDeviations.IgnoredAttribute"/>.</summary>
    public int MaxAttributeValue { get; init => field = Within(value); } = 1024;

    /// <summary>Set-Cookie fields of one response that are worth reading, 50; whoever walks the field lines counts.</summary>
    public const int CookiesPerResponse = 50;

    /// <summary>Cookies of one Cookie field by default, 150; <see cref="CookieReader"/> counts. Beyond: <see cref="ParseError.TooManyCookies"/>.</summary>
    public const int CookiesPerRequest = 150;

    private static int Within(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        return value;
    }
}
