using System.Text;
using System.Text.RegularExpressions;
using HiPerf.Html;

namespace HiPerf.Core.Tests.Html;

public class HtmlLinkTests
{
    [Theory]
    [InlineData("a.txt", "./a.txt")]
    [InlineData("javascript:alert(1)", "./javascript%3Aalert%281%29")]
    [InlineData("//evil/x", "./%2F%2Fevil%2Fx")]
    [InlineData("..\\x", "./..%5Cx")]
    [InlineData("a?b#c", "./a%3Fb%23c")]
    [InlineData("%2e%2e", "./%252e%252e")]
    [InlineData("\"'<>&", "./%22%27%3C%3E%26")]
    [InlineData("ü\n", "./%C3%BC%0A")]
    [InlineData("...", "./...")]
    public void Name_is_one_segment_and_nothing_else(string name, string href)
    {
        Assert.Equal(href, Href(HtmlLink.ToFile(new HtmlText(name))));
        Assert.Equal(href + "/", Href(HtmlLink.ToFolder(new HtmlText(Encoding.UTF8.GetBytes(name)))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Dot_segments_lead_nowhere(string name)
    {
        Assert.False(HtmlLink.ToFile(new HtmlText(name)).LeadsSomewhere);
        Assert.False(HtmlLink.ToFolder(new HtmlText(Encoding.UTF8.GetBytes(name))).LeadsSomewhere);
        Assert.False(default(HtmlLink).LeadsSomewhere);
    }

    [Theory]
    [InlineData("http://h/", "http://h/")]
    [InlineData("HTTPS://h/a?b=c&d=%20'#e", "HTTPS://h/a?b=c&amp;d=%20&#39;#e")]
    [InlineData("ftp://h/a b", "ftp://h/a%20b")]
    [InlineData("ftps://h/\"><x>", "ftps://h/%22%3E%3Cx%3E")]
    [InlineData("gopher://[::1]:70/1/a", "gopher://[::1]:70/1/a")]
    [InlineData("gophers://h/0ü`{|}\\^\t", "gophers://h/0%C3%BC%60%7B%7C%7D%5C%5E%09")]
    public void Url_of_a_scheme_that_may_be_followed_is_a_link(string url, string href)
    {
        Assert.Equal(href, Href(HtmlLink.ToUrl(new HtmlText(url))));
        Assert.Equal(href, Href(HtmlLink.ToUrl(new HtmlText(Encoding.UTF8.GetBytes(url)))));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript://http://%0aalert(1)")]
    [InlineData(" http://h/")]
    [InlineData("\thttp://h/")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b")]
    [InlineData("telnet://h")]
    [InlineData("http:h")]
    [InlineData("http:\\\\h")]
    [InlineData("//h/")]
    [InlineData("/a")]
    [InlineData("a")]
    [InlineData("")]
    public void Url_of_another_scheme_leads_nowhere(string url)
    {
        Assert.False(HtmlLink.ToUrl(new HtmlText(url)).LeadsSomewhere);
        Assert.False(HtmlLink.ToUrl(new HtmlText(Encoding.UTF8.GetBytes(url))).LeadsSomewhere);
        Assert.Equal("<tr><td>link</td><td>a</td><td></td><td></td></tr>\n",
            DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText("a"), Link = HtmlLink.ToUrl(new HtmlText(url)), Kind = DirectoryPageKind.Link }));
    }

    [Fact]
    public void Octets_of_a_name_stay_as_they_are() => Assert.Equal("./%FF%C3", Href(HtmlLink.ToFile(new HtmlText([0xFF, 0xC3]))));

    [Fact]
    public void Surrogate_alone_in_a_name_is_replaced() => Assert.Equal("./a%EF%BF%BDb", Href(HtmlLink.ToFile(new HtmlText("a\uD800b"))));

    private static string Href(HtmlLink link) =>
        Regex.Match(DirectoryPageWriterTests.Row(new DirectoryPageEntry { Name = new HtmlText("x"), Link = link }), "<a href=\"([^\"]*)\">").Groups[1].Value;
}
