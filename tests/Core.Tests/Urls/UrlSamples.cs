using System.Text;

namespace HiPerf.Core.Tests.Urls;

/// <summary>Sample URLs, and the shortest way to read one.</summary>
internal static class UrlSamples
{
    /// <summary>RFC 3986 section 1.1.2.</summary>
    internal static readonly string[] Rfc3986Examples =
    [
        "ftp://ftp.is.co.za/rfc/rfc1808.txt",
        "http://www.ietf.org/rfc/rfc2396.txt",
        "ldap://[2001:db8::7]/c=GB?objectClass?one",
        "mailto:John.Doe@example.com",
        "news:comp.infosystems.www.servers.unix",
        "tel:+1-816-555-1212",
        "telnet://192.0.2.16:80/",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
    ];

    /// <summary>URLs that the strict parser accepts.</summary>
    internal static readonly string[] Valid =
    [
        .. Rfc3986Examples,
        "http://a",
        "http://a/",
        "http://a?",
        "http://a#",
        "http://a:/",
        "http://a:0/",
        "http://a:65535/",
        "http://a:000080/",
        "https://user:pass@example.com:8443/a/b;c=d/e?f=g&h=/?#i/?",
        "https://@example.com/",
        "https://:@example.com/",
        "https://u@example.com/",
        "https://a:b:c@example.com/",
        "https://a:99999@example.com/",
        "https://ex%41mple.com/%7e/%C3%A9?%00#%ff",
        "ftp://u:p@h/%2Fetc/motd;type=a",
        "ftps://h:990/",
        "gopher://h:70/1/a%09b",
        "gophers://h/0x",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "file:/etc/passwd",
        "file://[::1]/x",
        "http://1.2.3.4/",
        "http://256.1.1.1/",
        "http://[::]/",
        "http://[::1]:80/",
        "http://[1:2:3:4:5:6:7:8]/",
        "http://[1:2:3:4:5:6:7::]/",
        "http://[::2:3:4:5:6:7:8]/",
        "http://[1::3:4:5:6:7:8]/",
        "http://[ABCD:ef01::255.255.255.255]",
        "http://[1:2:3:4:5:6:1.2.3.4]",
        "http://u@[::ffff:0.0.0.0]:1/",
        "http://[v1.a:b]/",
        "x:",
        "x:/",
        "x:?q",
        "x:#f",
        "x:a//b",
        "x://",
        "x:///p",
        "x://:80",
        "a+b-c.d://h",
    ];

    /// <summary>URLs that the strict parser refuses: with what, and where.</summary>
    internal static readonly (string Url, ParseError Error, int Position)[] Invalid =
    [
        ("", ParseError.MissingScheme, 0),
        ("http", ParseError.MissingScheme, 4),
        ("/a", ParseError.MissingScheme, 0),
        ("a/b:c", ParseError.MissingScheme, 1),
        ("?q", ParseError.MissingScheme, 0),
        (":a", ParseError.MissingScheme, 0),
        ("1http://a", ParseError.BadScheme, 0),
        ("ht_tp://a", ParseError.BadScheme, 2),
        (" http://a", ParseError.BadScheme, 0),
        ("http:", ParseError.MissingUrlHost, 5),
        ("http:a", ParseError.MissingUrlHost, 5),
        ("http:/", ParseError.MissingUrlHost, 6),
        ("http:/a", ParseError.MissingUrlHost, 6),
        ("http://", ParseError.MissingUrlHost, 7),
        ("http:///a", ParseError.MissingUrlHost, 7),
        ("http://?a", ParseError.MissingUrlHost, 7),
        ("http://:80/", ParseError.MissingUrlHost, 10),
        ("http://u@/", ParseError.MissingUrlHost, 9),
        ("http://u@:80/", ParseError.MissingUrlHost, 9),
        ("gopher:/a", ParseError.MissingUrlHost, 8),
        ("http://a b/", ParseError.BadUrlCharacter, 8),
        ("http://a\\b/", ParseError.BadUrlCharacter, 8),
        ("http://a\0/", ParseError.BadUrlCharacter, 8),
        ("http://é/", ParseError.BadUrlCharacter, 7),
        ("http://a[b]/", ParseError.BadUrlHost, 8),
        ("http://u@v@h/", ParseError.BadUrlHost, 10),
        ("http://u@[::1/", ParseError.BadUrlHost, 13),
        ("http://[", ParseError.BadUrlHost, 8),
        ("http://[]/", ParseError.BadUrlHost, 8),
        ("http://[:1]/", ParseError.BadUrlHost, 9),
        ("http://[1:]/", ParseError.BadUrlHost, 10),
        ("http://[1::2::3]/", ParseError.BadUrlHost, 13),
        ("http://[:::1]/", ParseError.BadUrlHost, 10),
        ("http://[12345::]/", ParseError.BadUrlHost, 12),
        ("http://[1:2:3:4:5:6:7]/", ParseError.BadUrlHost, 21),
        ("http://[1:2:3:4:5:6:7:8:9]/", ParseError.BadUrlHost, 23),
        ("http://[1:2:3:4:5:6:7:8::]/", ParseError.BadUrlHost, 23),
        ("http://[1::3:4:5:6:7:8:9]/", ParseError.BadUrlHost, 22),
        ("http://[::256.1.1.1]/", ParseError.BadUrlHost, 13),
        ("http://[::01.1.1.1]/", ParseError.BadUrlHost, 12),
        ("http://[::1.01.1.1]/", ParseError.BadUrlHost, 13),
        ("http://[::1.1.1]/", ParseError.BadUrlHost, 15),
        ("http://[::1.1.1.1.1]/", ParseError.BadUrlHost, 17),
        ("http://[1:2:3:4:5:6:7:1.2.3.4]/", ParseError.BadUrlHost, 23),
        ("http://[::1%25eth0]/", ParseError.BadUrlHost, 11),
        ("http://[::1]a/", ParseError.BadUrlHost, 12),
        ("http://[v.a]/", ParseError.BadUrlHost, 9),
        ("http://[v1.]/", ParseError.BadUrlHost, 11),
        ("http://a:b/", ParseError.BadUrlPort, 10),
        ("http://a:65536/", ParseError.BadUrlPort, 14),
        ("http://u@a:65536/", ParseError.BadUrlPort, 15),
        ("http://u@a:8x/", ParseError.BadUrlPort, 12),
        ("http://[::1]:x/", ParseError.BadUrlPort, 13),
        ("http://a/ b", ParseError.BadUrlCharacter, 9),
        ("http://a/\r\n", ParseError.BadUrlCharacter, 9),
        ("http://a/\"", ParseError.BadUrlCharacter, 9),
        ("http://a/[", ParseError.BadUrlCharacter, 9),
        ("http://a/?<", ParseError.BadUrlCharacter, 10),
        ("http://a/#a#b", ParseError.BadUrlCharacter, 11),
        ("http://a/%", ParseError.BadPercentEncoding, 10),
        ("http://a/%4", ParseError.BadPercentEncoding, 11),
        ("http://a/%4g", ParseError.BadPercentEncoding, 11),
        ("http://a%g0/", ParseError.BadPercentEncoding, 9),
        ("http://a/?%zz", ParseError.BadPercentEncoding, 11),
        ("file:etc", ParseError.BadUrlCharacter, 5),
        ("file://h", ParseError.BadUrlCharacter, 8),
        ("file://h:1/", ParseError.BadUrlPort, 8),
        ("file://u@h/", ParseError.BadUrlHost, 8),
    ];

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Reads as browsers do, relative to a base when there is one.</summary>
    internal static ParseResult Run(string input, string? baseUrl, Span<byte> destination, out UrlParts parts)
    {
        if (baseUrl is null)
        {
            return UrlNormalizer.Normalize(Utf8(input), destination, out parts);
        }

        var written = new byte[4096];
        Assert.True(UrlNormalizer.Normalize(Utf8(baseUrl), written, out var baseParts).IsDone);
        return UrlNormalizer.Resolve(Utf8(input), written, baseParts, destination, out parts);
    }

    /// <summary>The normal form, or the error's name.</summary>
    internal static string Normalize(string input, string? baseUrl = null)
    {
        var destination = new byte[4096];
        var result = Run(input, baseUrl, destination, out var parts);
        return result.IsDone ? Encoding.ASCII.GetString(destination, 0, parts.Length) : result.Error.ToString();
    }
}
