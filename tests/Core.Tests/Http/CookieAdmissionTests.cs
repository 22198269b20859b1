using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class CookieAdmissionTests
{
    [Theory]
    [InlineData("a=b", CookieRefusal.None)]
    [InlineData("a=b; Domain=site.example", CookieRefusal.None)]
    [InlineData("a=b; Domain=www.site.example", CookieRefusal.None)]
    [InlineData("a=b; Domain=", CookieRefusal.None)]
    [InlineData("a=b; Domain=x.www.site.example", CookieRefusal.ForeignDomain)]
    [InlineData("a=b; Domain=te.example", CookieRefusal.ForeignDomain)]
    [InlineData("a=b; Domain=\u00E9.example", CookieRefusal.ForeignDomain)]
    [InlineData("a=b; SameSite=None", CookieRefusal.SameSiteNone)]
    [InlineData("a=b; SameSite=None; Secure", CookieRefusal.None)]
    [InlineData("a=b; Partitioned", CookieRefusal.Partitioned)]
    [InlineData("a=b; Partitioned; Secure", CookieRefusal.None)]
    [InlineData("__Secure-a=b; Secure; Domain=site.example", CookieRefusal.None)]
    [InlineData("__Secure-a=b", CookieRefusal.SecurePrefix)]
    [InlineData("__Host-a=b; Secure; Path=/", CookieRefusal.None)]
    [InlineData("__Host-a=b; Secure; Path=/; Domain=", CookieRefusal.None)]
    [InlineData("__Host-a=b; Secure", CookieRefusal.HostPrefix)]
    [InlineData("__Host-a=b; Secure; Path=/; Path=", CookieRefusal.HostPrefix)]
    [InlineData("__Http-a=b; Secure; HttpOnly", CookieRefusal.None)]
    [InlineData("__Host-Http-a=b; Secure; HttpOnly; Path=/", CookieRefusal.None)]
    [InlineData("__Host-Http-a=b; Secure; HttpOnly", CookieRefusal.HostPrefix)]
    [InlineData("__Host-Http-a=b; Secure; Path=/", CookieRefusal.HttpPrefix)]
    [InlineData("__Hos-a=b", CookieRefusal.None)]
    [InlineData("x__Host-a=b", CookieRefusal.None)]
    public void Cookie_over_a_secure_protocol_is_admitted_or_refused(string text, CookieRefusal expected) =>
        Assert.Equal(expected, Decide(text, "www.site.example", "/dir/page", isSecure: true));

    [Fact]
    public void Insecure_origin_sets_no_secure_cookie()
    {
        Assert.Equal(CookieRefusal.InsecureOrigin, Decide("a=b; Secure", "site.example", "/", isSecure: false));
        Assert.Equal(CookieRefusal.None, Decide("a=b", "site.example", "/", isSecure: false));
    }

    [Fact]
    public void Path_attribute_without_a_path_is_the_default_one_for_host_prefix_too()
    {
        Assert.Equal(CookieRefusal.None, Decide("__Host-a=b; Secure; Path", "site.example", "/page", isSecure: true));
        Assert.Equal(CookieRefusal.HostPrefix, Decide("__Host-a=b; Secure", "site.example", "/page", isSecure: true));
    }

    [Theory]
    [InlineData("site.example", "/login", "site.example", "/login", true)]
    [InlineData("site.example", "/login/en", "site.example", "/login", true)]
    [InlineData("site.example", "/", "site.example", "/login", false)]
    [InlineData("site.example", "/loginx", "site.example", "/login", false)]
    [InlineData("www.site.example", "/login", "site.example", "/login", true)]
    [InlineData("site.example", "/login", "www.site.example", "/login", true)]
    [InlineData("other.example", "/login", "site.example", "/login", false)]
    public void Overlay_is_told_by_domain_either_way_and_path_one_way(string domain, string path, string secureDomain, string securePath, bool overlays) =>
        Assert.Equal(overlays, CookieAdmission.Overlays(Octets(domain), Octets(path), Octets(secureDomain), Octets(securePath)));

    internal static CookieRefusal Decide(string text, string host, string path, bool isSecure)
    {
        byte[] value = Octets(text);
        Assert.True(SetCookieParser.Parse(value, out SetCookie cookie).IsDone);
        return CookieAdmission.Decide(value, in cookie, Octets(host), Octets(path), isSecure);
    }

    private static byte[] Octets(string text) => Encoding.Latin1.GetBytes(text);
}
