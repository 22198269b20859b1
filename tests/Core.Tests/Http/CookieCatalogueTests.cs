using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

/// <summary>The attacks on cookies of the catalogue, as far as a parser and pure functions answer them: every stimulus a row, what becomes of it, and how many rows there are.</summary>
public class CookieCatalogueTests
{
    // Set-Cookie from https://www.example.com/dir/page: what is read or refused.
    public static TheoryData<string, string, string> Rows { get; } = new()
    {
        // CK-02: Domain.
        { "CK-02", "a=b; Domain=192.168.0.1", "ForeignDomain" },
        { "CK-02", "a=b; Domain=[::1]", "ForeignDomain" },
        { "CK-02", "a=b; Domain=ample.com", "ForeignDomain" },
        { "CK-02", "a=b; Domain=w.example.com", "ForeignDomain" },
        { "CK-02", "a=b; Domain=other.com", "ForeignDomain" },
        { "CK-02", "a=b; Domain=x.www.example.com", "ForeignDomain" },
        { "CK-02", "a=b; Domain=", "a=b; Domain=" },
        { "CK-02", "a=b; Domain=.", "a=b; Domain=" },
        { "CK-02", "a=b; Domain=.example.com", "a=b; Domain=example.com" },
        { "CK-02", "a=b; Domain=..example.com", "ForeignDomain" },
        { "CK-02", "a=b; Domain=example.com.", "ForeignDomain" },
        { "CK-02", "a=b; Domain=www.example.com.", "ForeignDomain" },

        // CK-04: prefixes.
        { "CK-04", "__Secure-x=1", "SecurePrefix" },
        { "CK-04", "__SeCuRe-x=1", "SecurePrefix" },
        { "CK-04", "__Secure-x=1; Secure", "__Secure-x=1; Secure" },
        { "CK-04", "__Host-x=1", "HostPrefix" },
        { "CK-04", "__Host-x=1; Secure", "HostPrefix" },
        { "CK-04", "__Host-x=1; Path=/", "HostPrefix" },
        { "CK-04", "__Host-x=1; Secure; Path=/dir", "HostPrefix" },
        { "CK-04", "__Host-x=1; Secure; Path=/; Domain=www.example.com", "HostPrefix" },
        { "CK-04", "__HOST-x=1; Secure; Path=/; Domain=example.com", "HostPrefix" },
        { "CK-04", "__host-x=1; Path=/", "HostPrefix" },
        { "CK-04", "__Host-x=1; Secure; Path=/", "__Host-x=1; Path=/; Secure" },
        { "CK-04", "=__Host-x=1", "NamelessPrefix" },
        { "CK-04", "__Host-x", "NamelessPrefix" },
        { "CK-04", "= __HOST-x=1; Secure; Path=/", "NamelessPrefix" },
        { "CK-04", "=__Secure-x=1; Secure", "NamelessPrefix" },
        { "CK-04", "=__Http-x=1; Secure; HttpOnly", "NamelessPrefix" },
        { "CK-04", "__Http-x=1; Secure", "HttpPrefix" },
        { "CK-04", "__Http-x=1; HttpOnly", "HttpPrefix" },
        { "CK-04", "__http-x=1; Secure; HttpOnly", "__http-x=1; Secure; HttpOnly" },
        { "CK-04", "__Host-Http-x=1; Secure; HttpOnly", "HostPrefix" },
        { "CK-04", "__Host-Http-x=1; Secure; Path=/", "HttpPrefix" },
        { "CK-04", "__Host-Http-x=1; Secure; HttpOnly; Path=/", "__Host-Http-x=1; Path=/; Secure; HttpOnly" },

        // CK-08: octets and numbers. NUL to US, DEL: see the theory below.
        { "CK-08", "a=b\r\nSet-Cookie: c=d", "BadCookieOctet at 3" },
        { "CK-08", "a=b\nSet-Cookie: c=d", "BadCookieOctet at 3" },
        { "CK-08", "a=b; Path=/\0; Secure", "BadCookieOctet at 11" },
        { "CK-08", ";a=b", "EmptyCookie at 0" },
        { "CK-08", "=;a=b", "EmptyCookie at 1" },
        { "CK-08", "a=b;;;;Secure;", "a=b; Secure" },
        { "CK-08", "a=\"b;c\"; Secure", "a=\"b; Secure" },
        { "CK-08", "a=b; Expires=nonsense", "a=b" },
        { "CK-08", "a=b; Expires=99 Foo 20xx 99:99:99", "a=b" },
        { "CK-08", "a=b; Expires=Sat, 01 Jan 1600 00:00:00 GMT", "a=b" },
        { "CK-08", "a=b; Expires=Mon, 01 Jan 1601 00:00:00 GMT", "a=b; Expires=1601-01-01T00:00:00" },
        { "CK-08", "a=b; Expires=Fri, 31 Dec 9999 23:59:59 GMT", "a=b; Expires=9999-12-31T23:59:59" },
        { "CK-08", "a=b; Expires=Sat, 01 Jan 10000 00:00:00 GMT", "a=b" },
        { "CK-08", "a=b; Max-Age=0", "a=b; Max-Age=0" },
        { "CK-08", "a=b; Max-Age=-1", "a=b; Max-Age=-1" },
        { "CK-08", "a=b; Max-Age=1000000000000000000000000000000", "a=b; Max-Age=9223372036854775807" },
    };

    [Fact]
    public void Every_row_is_there() =>
        Assert.Equal([("CK-02", 12), ("CK-04", 22), ("CK-08", 16)], Rows.Select(r => r.Data.Item1).CountBy(id => id).Select(p => (p.Key, p.Value)));

    [Theory, MemberData(nameof(Rows))]
    public void Set_cookie_is_read_or_refused(string id, string text, string expected) => Assert.Equal((id, expected), (id, Answer(text)));

    [Fact]
    public void CK_08_every_control_ignores_the_whole_cookie_wherever_it_stands()
    {
        string text = "a=b; Path=/x; HttpOnly";
        for (int control = 0; control < 128; control++)
        {
            if (control is < 32 or 127 && control != '\t')
            {
                for (int at = 0; at <= text.Length; at++)
                {
                    Assert.Equal($"BadCookieOctet at {at}", Answer(text.Insert(at, ((char)control).ToString())));
                }
            }
        }
    }

    // Host of the request, Domain, whether it may be stored.
    [Theory]
    [InlineData("192.168.0.1", "192.168.0.1", true)]
    [InlineData("192.168.0.1", "168.0.1", false)]
    [InlineData("192.168.0.1", "0.1", false)]
    [InlineData("[::1]", "[::1]", true)]
    [InlineData("[::1]", "::1", false)]
    [InlineData("example.com", "ample.com", false)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("example.com.", "example.com", false)]
    [InlineData("EXAMPLE.com", "example.COM", true)]
    public void CK_02_domain_stands_for_whole_labels_and_never_for_part_of_an_address(string host, string domain, bool stored) =>
        Assert.Equal(stored ? CookieRefusal.None : CookieRefusal.ForeignDomain, CookieAdmissionTests.Decide("a=b; Domain=" + domain, host, "/", isSecure: true));

    // Path of the cookie, path of the request, whether it is sent.
    [Theory]
    [InlineData("/foo", "/foo", true)]
    [InlineData("/foo", "/foobar", false)]
    [InlineData("/foo", "/foo/bar", true)]
    [InlineData("/foo/", "/foo", false)]
    [InlineData("/", "/foobar", true)]
    [InlineData("/", "", true)]
    [InlineData("", "/foo", false)]
    [InlineData("/foo", "/foo%2fbar", false)]
    [InlineData("/foo%2f", "/foo/", false)]
    [InlineData("/foo%2F", "/foo%2f", false)]
    [InlineData("/foo/bar/much/longer", "/foo", false)]
    [InlineData("//", "/", false)]
    public void CK_03_path_stands_for_whole_segments_undecoded(string cookiePath, string requestPath, bool sent) =>
        Assert.Equal(sent, CookiePath.Matches(Encoding.Latin1.GetBytes(requestPath), Encoding.Latin1.GetBytes(cookiePath)));

    [Fact]
    public void CK_05_insecure_origin_neither_sets_nor_overlays_a_secure_cookie()
    {
        var jar = new CookieJarModel(new DateTime(2026, 11, 20));
        Assert.Equal(CookieRefusal.InsecureOrigin, jar.Set("http://example.com/", "a=1; Secure"u8));
        Assert.Equal(CookieRefusal.None, jar.Set("https://example.com/login", "a=2; Secure; Path=/login"u8));
        Assert.Equal(CookieRefusal.InsecureOrigin, jar.Set("http://example.com/", "a=3; Path=/login"u8));
        Assert.Equal(CookieRefusal.InsecureOrigin, jar.Set("http://www.example.com/", "a=3; Path=/login/en; Domain=example.com"u8));
        Assert.Equal(CookieRefusal.None, jar.Set("http://example.com/", "a=4; Path=/"u8));
        Assert.Equal("a=2; a=4", jar.Get("https://example.com/login"));
        Assert.Equal("a=4", jar.Get("http://example.com/login"));
    }

    [Fact]
    public void CK_06_sizes_ignore_and_never_cut()
    {
        Assert.Equal(new string('n', 4096) + "=", Answer(new string('n', 4096) + "="));
        Assert.Equal("CookieTooLong at 4096", Answer(new string('n', 4097) + "="));
        Assert.Equal("n=" + new string('v', 4095), Answer("n=" + new string('v', 4095)));
        Assert.Equal("CookieTooLong at 4097", Answer("n=" + new string('v', 4096)));
        string path = "/" + new string('p', 1023);
        Assert.Equal("a=b; Path=" + path, Answer("a=b; Path=" + path));
        Assert.Equal("a=b", Answer("a=b; Path=" + path + "p"));
        Assert.Equal("a=b; Path=/", Answer("a=b; Path=/; Path=" + path + "p"));
        string filled = "a=b; " + new string('x', 8187);
        Assert.Equal("a=b", Answer(filled));
        Assert.Equal("SetCookieTooLong at 8192", Answer(filled + "x"));
        Assert.Equal(50, CookieLimits.CookiesPerResponse);
    }

    private static string Answer(string text)
    {
        byte[] value = Encoding.Latin1.GetBytes(text);
        ParseResult result = SetCookieParser.Parse(value, out SetCookie cookie);
        if (!result.IsDone)
        {
            return $"{result.Error} at {result.Position}";
        }

        CookieRefusal refusal = CookieAdmission.Decide(value, in cookie, "www.example.com"u8, "/dir/page"u8, isSecure: true);
        return refusal == CookieRefusal.None ? Samples.SetCookies.Describe(value, in cookie) : refusal.ToString();
    }
}
