using System.Text;
using HiPerf.Http;

namespace HiPerf.Core.Tests.Http;

public class CookieDomainTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("EXAMPLE.com", "example.COM", true)]
    [InlineData("www.example.com", "example.com", true)]
    [InlineData("a.b.example.com", "example.com", true)]
    [InlineData("example.com", "com", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("example.com", "other.com", false)]
    [InlineData("wwwexample.com", "example.com", false)]
    [InlineData("example.com", "", false)]
    [InlineData("", "", false)]
    [InlineData("", "com", false)]
    [InlineData("example.com.", "example.com.", true)]
    [InlineData("www.example.com", "..example.com", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "0.0.1", false)]
    [InlineData("127.0.0.1", "1", false)]
    [InlineData("www.0x7f", "0x7f", false)]
    [InlineData("[::1]", "[::1]", true)]
    [InlineData("[2001:db8::1.2.3.4]", "2.3.4]", false)]
    [InlineData("::ffff:1.2.3.4", "2.3.4", false)]
    [InlineData("1.2.3.4.example", "example", true)]
    [InlineData("\u00E9.example", "\u00E9.example", false)]
    public void Host_matches_domain_by_whole_labels(string host, string domain, bool matches) =>
        Assert.Equal(matches, CookieDomain.Matches(Encoding.Latin1.GetBytes(host), Encoding.Latin1.GetBytes(domain)));

    [Theory]
    [InlineData("", false)]
    [InlineData("example.com", false)]
    [InlineData("1.example", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.1.", true)]
    [InlineData("1", true)]
    [InlineData("[::1]", true)]
    [InlineData("::1", true)]
    public void Address_is_told_from_a_name(string host, bool address) => Assert.Equal(address, CookieDomain.IsAddress(Encoding.Latin1.GetBytes(host)));
}
