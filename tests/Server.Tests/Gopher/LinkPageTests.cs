namespace HiPerf.Server.Tests.Gopher;

public sealed class LinkPageTests : GopherFixture
{
    [Theory]
    [InlineData("URL:https://example.org/?a&b", "https://example.org/?a&amp;b")]
    [InlineData("/URL:http://example.org/", "http://example.org/")]
    [InlineData("url:gopher://example.org", "gopher://example.org")]
    [InlineData("URL:http://a/\"><script>", "http://a/&quot;&gt;&lt;script&gt;")]
    public async Task Link_is_answered_by_a_page_that_leads_there(string selector, string link) =>
        Assert.Contains($"<a href=\"{link}\" rel=\"noreferrer\">{link}</a>", await AskAsync(selector), StringComparison.Ordinal);

    [Theory]
    [InlineData("URL:javascript:alert(1)")]
    [InlineData("URL:file:///etc/passwd")]
    [InlineData("URL:example.org")]
    [InlineData("URL:")]
    public async Task Link_that_is_not_followed_is_nothing(string selector) => Assert.Equal(NotFound, await AskAsync(selector));
}
