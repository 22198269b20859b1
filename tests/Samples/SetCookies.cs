using System.Text;
using HiPerf.Http;

namespace HiPerf.Samples;

/// <summary>One Set-Cookie field value that is read.</summary>
/// <param name="Text">The octets, ISO-8859-1.</param>
/// <param name="Reads">What is read, as <see cref="SetCookies.Describe"/> words it.</param>
/// <param name="Deviations">What a server may not send.</param>
/// <param name="FirstDeviation">Where the first such part begins.</param>
public sealed record SetCookieSample(string Text, string Reads, CookieDeviations Deviations = CookieDeviations.None, int FirstDeviation = -1)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>The sample table of Set-Cookie, for tests, laws and fuzz seeds alike. RFC 6265bis sections 4.1.1 and 5.6.</summary>
public static class SetCookies
{
    /// <summary>Values that are read.</summary>
    public static IReadOnlyList<SetCookieSample> Valid { get; } =
    [
        // What a server may send.
        new("SID=31d4d96e407aad42", "SID=31d4d96e407aad42"),
        new("SID=31d4d96e407aad42; Path=/; Secure; HttpOnly", "SID=31d4d96e407aad42; Path=/; Secure; HttpOnly"),
        new("lang=en-US; Path=/; Domain=site.example", "lang=en-US; Domain=site.example; Path=/"),
        new("lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "lang=; Expires=1994-11-06T08:49:37"),
        new("a=\"b\"; max-age=34560000; SAMESITE=lax", "a=\"b\"; Max-Age=34560000; SameSite=Lax"),
        new("a=\"\";SameSite=Strict;Secure;Partitioned", "a=\"\"; Secure; SameSite=Strict; Partitioned"),
        new("a=b; SameSite=None; Secure", "a=b; Secure; SameSite=None"),
        new("a=b;\t  Path=/x y", "a=b; Path=/x y"),
        new("a=b; Version=1; \"quoted\"; ;", "a=b"),
        new("a=b=c=d", "a=b=c=d"),
        new("a=b;", "a=b"),

        // The pair, as user agents let it pass.
        new("abc", "=abc", CookieDeviations.Nameless, 0),
        new("=abc", "=abc", CookieDeviations.Nameless, 0),
        new("===a", "===a", CookieDeviations.Nameless, 0),
        new(" \ta \t= b ; Path=/", "a=b; Path=/", CookieDeviations.WhiteSpace, 0),
        new("a b=c", "a b=c", CookieDeviations.NameOctets, 0),
        new("\"a\"=b", "\"a\"=b", CookieDeviations.NameOctets, 0),
        new("\x80=b", "\x80=b", CookieDeviations.NameOctets, 0),
        new("a=b,c", "a=b,c", CookieDeviations.ValueOctets, 2),
        new("a=b c", "a=b c", CookieDeviations.ValueOctets, 2),
        new("a=\"b", "a=\"b", CookieDeviations.ValueOctets, 2),
        new("a=b\"", "a=b\"", CookieDeviations.ValueOctets, 2),
        new("a=\"", "a=\"", CookieDeviations.ValueOctets, 2),
        new("a=\\", "a=\\", CookieDeviations.ValueOctets, 2),
        new("a=\xFF", "a=\xFF", CookieDeviations.ValueOctets, 2),
        new("a=\"x;y\"", "a=\"x", CookieDeviations.ValueOctets, 2),

        // Expires.
        new("a=b; Expires=Sunday, 06-Nov-94 08:49:37 GMT", "a=b; Expires=1994-11-06T08:49:37", CookieDeviations.LooseDate, 5),
        new("a=b; Expires=06 Nov 1994 08:49:37", "a=b; Expires=1994-11-06T08:49:37", CookieDeviations.LooseDate, 5),
        new("a=b; Expires=Tue, 06 Nov 1599 08:49:37 GMT", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Expires=soon", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Expires=", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Expires=x", "a=b; Expires=1994-11-06T08:49:37", CookieDeviations.RepeatedAttribute | CookieDeviations.IgnoredAttribute, 44),

        // Max-Age.
        new("a=b; Max-Age=0", "a=b; Max-Age=0", CookieDeviations.LooseMaxAge, 5),
        new("a=b; Max-Age=-1", "a=b; Max-Age=-1", CookieDeviations.LooseMaxAge, 5),
        new("a=b; Max-Age=-0", "a=b; Max-Age=0", CookieDeviations.LooseMaxAge, 5),
        new("a=b; Max-Age=007", "a=b; Max-Age=7", CookieDeviations.LooseMaxAge, 5),
        new("a=b; Max-Age=9223372036854775807", "a=b; Max-Age=9223372036854775807"),
        new("a=b; Max-Age=9223372036854775808", "a=b; Max-Age=9223372036854775807"),
        new("a=b; Max-Age=-99999999999999999999", "a=b; Max-Age=-9223372036854775807", CookieDeviations.LooseMaxAge, 5),
        new("a=b; Max-Age=", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age=-", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age=+1", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age=--1", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age=1.5", "a=b", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Max-Age=5; Max-Age=x; Max-Age=7", "a=b; Max-Age=7", CookieDeviations.RepeatedAttribute | CookieDeviations.IgnoredAttribute, 16),

        // Domain and Path.
        new("a=b; Domain=.site.example", "a=b; Domain=site.example", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=..site.example", "a=b; Domain=.site.example", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=site.example.", "a=b; Domain=site.example.", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=-x.example", "a=b; Domain=-x.example", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=x_y.example", "a=b; Domain=x_y.example", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=", "a=b; Domain=", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=.", "a=b; Domain=", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain", "a=b; Domain=", CookieDeviations.LooseDomain, 5),
        new("a=b; Domain=x.example; Domain=", "a=b; Domain=", CookieDeviations.RepeatedAttribute | CookieDeviations.LooseDomain, 23),
        new("a=b; Domain=\xE9.example", "a=b; Domain=\xE9.example", CookieDeviations.AttributeOctets | CookieDeviations.LooseDomain, 5),
        new("a=b; Path=", "a=b; Path=", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Path=x", "a=b; Path=", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Path=\"/x\"", "a=b; Path=", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; Path=/x; Path=y", "a=b; Path=", CookieDeviations.RepeatedAttribute | CookieDeviations.IgnoredAttribute, 14),
        new("a=b; Path=/x\xE9", "a=b; Path=/x\xE9", CookieDeviations.AttributeOctets, 5),
        new("a=b; path = /x ;", "a=b; Path=/x", CookieDeviations.WhiteSpace, 5),

        // Flags, SameSite, others.
        new("a=b; Secure=no", "a=b; Secure", CookieDeviations.AttributeOctets, 5),
        new("a=b; HttpOnly=", "a=b; HttpOnly", CookieDeviations.AttributeOctets, 5),
        new("a=b; Secure ", "a=b; Secure", CookieDeviations.WhiteSpace, 5),
        new("a=b; Secure; secure", "a=b; Secure", CookieDeviations.RepeatedAttribute, 13),
        new("a=b; SameSite=Maybe", "a=b; SameSite=Default", CookieDeviations.IgnoredAttribute, 5),
        new("a=b; SameSite=Strict; SameSite", "a=b; SameSite=Default", CookieDeviations.RepeatedAttribute | CookieDeviations.IgnoredAttribute, 22),
        new("a=b; x\xE9", "a=b", CookieDeviations.AttributeOctets, 5),
        new("a=b; x=\ty\tz", "a=b", CookieDeviations.AttributeOctets, 5),
    ];

    /// <summary>Values that are ignored, why, and at which octet.</summary>
    public static IReadOnlyList<(string Text, ParseError Error, int Position)> Refused { get; } =
    [
        ("", ParseError.EmptyCookie, 0),
        ("=", ParseError.EmptyCookie, 1),
        (" \t", ParseError.EmptyCookie, 2),
        (" = ;a=b", ParseError.EmptyCookie, 3),
        (";", ParseError.EmptyCookie, 0),
        ("; Path=/", ParseError.EmptyCookie, 0),
        (";\0", ParseError.EmptyCookie, 0),
        ("a=b\0", ParseError.BadCookieOctet, 3),
        ("\ra=b", ParseError.BadCookieOctet, 0),
        ("a=b\nSet-Cookie: c=d", ParseError.BadCookieOctet, 3),
        ("a=b; Path=/\x1F", ParseError.BadCookieOctet, 11),
        ("a=b; x\x7F; y\x01", ParseError.BadCookieOctet, 6),
        (new string('a', 4097), ParseError.CookieTooLong, 4096),
        (new string('a', 4096) + "=b", ParseError.CookieTooLong, 4097),
        (new string('a', 4096) + "= \tb\0", ParseError.CookieTooLong, 4099),
        (new string('a', 4095) + "  b=", ParseError.CookieTooLong, 4097),
        (" a=" + new string('b', 4095) + "  \0", ParseError.BadCookieOctet, 4100),
        (" a=" + new string('b', 4095) + "  c", ParseError.CookieTooLong, 4100),
        ("a=b;" + new string(' ', 8188) + "x", ParseError.SetCookieTooLong, 8192),
        ("a" + new string(' ', 8191) + "=", ParseError.SetCookieTooLong, 8192),
    ];

    /// <summary>Words a cookie: name, equals sign, value, then the attributes that count, in one order.</summary>
    public static string Describe(ReadOnlySpan<byte> value, in SetCookie cookie)
    {
        var text = new StringBuilder(Latin1(cookie.NameIn(value)) + "=" + Latin1(cookie.ValueIn(value)));
        Add(text, cookie, CookieAttributes.Expires, "Expires=" + new DateTime(cookie.ExpiresTicks).ToString("s"));
        Add(text, cookie, CookieAttributes.MaxAge, "Max-Age=" + cookie.MaxAgeSeconds);
        Add(text, cookie, CookieAttributes.Domain, "Domain=" + Latin1(cookie.DomainIn(value)));
        Add(text, cookie, CookieAttributes.Path, "Path=" + Latin1(cookie.PathIn(value)));
        Add(text, cookie, CookieAttributes.Secure, "Secure");
        Add(text, cookie, CookieAttributes.HttpOnly, "HttpOnly");
        Add(text, cookie, CookieAttributes.SameSite, "SameSite=" + cookie.SameSite);
        Add(text, cookie, CookieAttributes.Partitioned, "Partitioned");
        return text.ToString();
    }

    private static void Add(StringBuilder text, in SetCookie cookie, CookieAttributes attribute, string words)
    {
        if ((cookie.Attributes & attribute) != CookieAttributes.None)
        {
            text.Append("; ").Append(words);
        }
    }

    private static string Latin1(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
