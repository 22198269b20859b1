namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class ProxySelectorTests
{
    [Theory]
    [InlineData("http", "http_proxy=http://p:1", "http://p:1")]
    [InlineData("http", "https_proxy=http://p:1", null)]
    [InlineData("https", "https_proxy=http://p:1", "http://p:1")]
    [InlineData("https", "http_proxy=http://p:1", null)]
    [InlineData("ftp", "ftp_proxy=ftp://p:2121", "ftp://p:2121")]
    [InlineData("ftps", "ftp_proxy=socks5h://p", "socks5://p:1080")]
    [InlineData("gopher", "all_proxy=socks4a://p", "socks4a://p:1080")]
    [InlineData("http", "all_proxy=socks5://p", "socks5://p:1080")]
    [InlineData("http", "http_proxy=p:3128 all_proxy=socks5://q", "http://p:3128")]
    [InlineData("http", "HTTP_PROXY=http://p:1", "http://p:1")]
    [InlineData("http", "HTTP_PROXY=http://p:1 REQUEST_METHOD=GET", null)]
    [InlineData("http", "http_proxy=http://p:1 REQUEST_METHOD=GET", "http://p:1")]
    [InlineData("https", "HTTPS_PROXY=http://p:1 REQUEST_METHOD=GET", "http://p:1")]
    [InlineData("http", "HTTP_PROXY=http://p:1 http_proxy=http://q:2", "http://q:2")]
    [InlineData("http", "http_proxy= HTTP_PROXY=http://p:1", "http://p:1")]
    [InlineData("ftp", "ALL_PROXY=http://p:1", "http://p:1")]
    [InlineData("http", "", null)]
    [InlineData("http", "http_proxy=http://p:1 no_proxy=host.test", null)]
    [InlineData("http", "http_proxy=http://p:1 NO_PROXY=.test", null)]
    [InlineData("http", "http_proxy=http://p:1 no_proxy=other,*", null)]
    [InlineData("http", "http_proxy=http://p:1 no_proxy=host.test:81", "http://p:1")]
    [InlineData("http", "http_proxy=http://p:1 no_proxy=host.test:80", null)]
    public void Environment_says_which(string scheme, string environment, string? expected) =>
        Assert.Equal(expected, Selector(ProxyOptions.System, environment).Find(scheme, "host.test", 80)?.ToString());

    [Theory]
    [InlineData("http", "http_proxy=https://user:secret@p")]
    [InlineData("http", "http_proxy=http://user:secret@p:x")]
    [InlineData("http", "all_proxy=ftp://user:secret@p")]
    public void Variable_that_names_no_proxy_fails_rather_than_goes_direct(string scheme, string environment)
    {
        var error = Assert.Throws<ProxyException>(() => Selector(ProxyOptions.System, environment).Find(scheme, "host.test", 80));
        Assert.Equal((InternetErrorKind.ProxyFailed, InternetPhase.ConnectingProxy), (error.Kind, error.Phase));
        Assert.Contains("_proxy", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_that_names_no_proxy_hurts_nobody_who_does_not_need_it()
    {
        var selector = Selector(ProxyOptions.System, "http_proxy=gopher://p no_proxy=host.test");
        Assert.Null(selector.Find("http", "host.test", 80));
        Assert.Null(selector.Find("https", "other.test", 443));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("a.localhost")]
    [InlineData("loopback")]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("::ffff:127.0.0.1")]
    public void Loopback_goes_direct_unless_told_otherwise(string host)
    {
        var custom = new ProxyOptions { Mode = ProxyMode.Custom, Default = ProxyServer.Parse("http://p:1") };
        foreach (var (options, environment) in ((ProxyOptions, string)[])[(ProxyOptions.System, "http_proxy=http://p:1"), (custom, string.Empty)])
        {
            Assert.Null(Selector(options, environment).Find("http", host, 80));
            Assert.NotNull(Selector(options with { BypassLoopback = false }, environment).Find("http", host, 80));
            Assert.NotNull(Selector(options with { Bypass = ["<-loopback>"] }, environment).Find("http", host, 80));
        }
    }

    [Fact]
    public void Options_say_which()
    {
        var options = new ProxyOptions
        {
            Mode = ProxyMode.Custom,
            Http = ProxyServer.Parse("http://h"),
            Ftp = ProxyServer.Parse("ftp://f"),
            Default = ProxyServer.Parse("socks5://d"),
        };
        var selector = Selector(options, "http_proxy=http://other https_proxy=http://other");
        Assert.Equal("http://h:80", selector.Find("http", "x", 80)?.ToString());
        Assert.Equal("ftp://f:21", selector.Find("ftps", "x", 990)?.ToString());
        Assert.Equal("socks5://d:1080", selector.Find("https", "x", 443)?.ToString());
        Assert.Equal("socks5://d:1080", selector.Find("gopher", "x", 70)?.ToString());
        Assert.Null(Selector(options with { Default = null }, string.Empty).Find("https", "x", 443));
        Assert.Null(Selector(ProxyOptions.Direct, "all_proxy=http://other").Find("https", "x", 443));
    }

    [Fact]
    public void List_that_is_not_given_is_the_environments_and_an_empty_one_is_none()
    {
        var options = new ProxyOptions { Mode = ProxyMode.Custom, Default = ProxyServer.Parse("http://p") };
        Assert.Null(Selector(options, "no_proxy=host.test").Find("http", "host.test", 80));
        Assert.NotNull(Selector(options with { Bypass = [] }, "no_proxy=host.test").Find("http", "host.test", 80));
    }

    private static ProxySelector Selector(ProxyOptions options, string environment)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);
        return new ProxySelector(options, name => variables.GetValueOrDefault(name));
    }
}
