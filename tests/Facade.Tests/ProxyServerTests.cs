namespace HiPerf.Facade.Tests;

public class ProxyServerTests
{
    [Theory]
    [InlineData("http://proxy.test:3128", ProxyKind.Http, "proxy.test", 3128, null, null)]
    [InlineData("proxy.test:3128", ProxyKind.Http, "proxy.test", 3128, null, null)]
    [InlineData("PROXY.test", ProxyKind.Http, "proxy.test", 80, null, null)]
    [InlineData("HTTP://proxy.test/", ProxyKind.Http, "proxy.test", 80, null, null)]
    [InlineData("http://[2001:DB8::1]:8080", ProxyKind.Http, "2001:db8::1", 8080, null, null)]
    [InlineData("socks4://p", ProxyKind.Socks4, "p", 1080, null, null)]
    [InlineData("socks4a://user@p:80", ProxyKind.Socks4a, "p", 80, "user", null)]
    [InlineData("socks5://user:p%40ss@p:21", ProxyKind.Socks5, "p", 21, "user", "p@ss")]
    [InlineData("socks5h://p", ProxyKind.Socks5, "p", 1080, null, null)]
    [InlineData("ftp://p", ProxyKind.FtpUserAtHost, "p", 21, null, null)]
    [InlineData("user:secret@p:1", ProxyKind.Http, "p", 1, "user", "secret")]
    public void Text_is_read(string text, ProxyKind kind, string host, int port, string? user, string? password)
    {
        var proxy = ProxyServer.Parse(text);
        Assert.Equal(new ProxyServer(kind, host, port, user, password), proxy);
        Assert.Equal((kind, host, port, user, password), (proxy.Kind, proxy.Host, proxy.Port, proxy.UserName, proxy.Password));
        Assert.True(ProxyServer.TryParse(text, out var again));
        Assert.Equal(proxy, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("https://p")]
    [InlineData("gopher://p")]
    [InlineData("://p")]
    [InlineData("http://p/path")]
    [InlineData("http://p?query")]
    [InlineData("http://p#fragment")]
    [InlineData("http://p\\x")]
    [InlineData("http://p:0")]
    [InlineData("http://p:65536")]
    [InlineData("http://p:x")]
    [InlineData("http://p q")]
    [InlineData("http://p\r\nq")]
    [InlineData("http://p\0")]
    [InlineData("http://us%0D%0Aer:secret@p")]
    [InlineData("http://user:se%0Acret@p")]
    [InlineData("http://user:se%00cret@p")]
    [InlineData("http://us%3Aer:secret@p")]
    [InlineData("http://:secret@p")]
    [InlineData("socks4://user:secret@p")]
    [InlineData("socks5://user@p")]
    public void Text_that_names_no_proxy_is_refused_without_being_told(string text)
    {
        var error = Assert.Throws<UriFormatException>(() => ProxyServer.Parse(text));
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Null(ProxyServer.ParseOrNull(text));
        Assert.False(ProxyServer.TryParse(text, out _));
    }

    [Theory]
    [InlineData(ProxyKind.Http, "ho\r\nst", null, null)]
    [InlineData(ProxyKind.Http, "host\0", null, null)]
    [InlineData(ProxyKind.Http, "a@b", null, null)]
    [InlineData(ProxyKind.Http, "a/b", null, null)]
    [InlineData(ProxyKind.Http, "host:80", null, null)]
    [InlineData(ProxyKind.Http, "", null, null)]
    [InlineData(ProxyKind.Http, "host", "us\r\ner", "x")]
    [InlineData(ProxyKind.Http, "host", "us:er", "x")]
    [InlineData(ProxyKind.Http, "host", "user", "x\ny")]
    [InlineData(ProxyKind.Socks4a, "host", "us\0er", null)]
    [InlineData(ProxyKind.Socks4a, "host", "", null)]
    [InlineData(ProxyKind.Socks5, "host", "user", "")]
    [InlineData(ProxyKind.Socks5, "host", "user", "x\0")]
    [InlineData(ProxyKind.FtpUserAtHost, "host", "us\r\ner", "x")]
    [InlineData(ProxyKind.Http, "host", null, "x")]
    [InlineData((ProxyKind)5, "host", null, null)]
    public void What_cannot_be_sent_is_refused(ProxyKind kind, string host, string? user, string? password) =>
        Assert.Throws<ArgumentException>(() => new ProxyServer(kind, host, 0, user, password));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ProxyServer(ProxyKind.Socks5, "p", 0, "us\uD800er", "x"));

    [Theory]
    [InlineData(ProxyKind.Socks5)]
    [InlineData(ProxyKind.Socks4)]
    [InlineData(ProxyKind.Socks4a)]
    public void User_beyond_255_octets_is_refused_for_socks(ProxyKind kind)
    {
        var password = kind == ProxyKind.Socks5 ? "x" : null;
        Assert.Equal(255, new ProxyServer(kind, "p", 0, new string('u', 255), password).UserName?.Length);
        Assert.Throws<ArgumentException>(() => new ProxyServer(kind, "p", 0, new string('u', 256), password));
        Assert.Throws<ArgumentException>(() => new ProxyServer(kind, "p", 0, new string('ü', 128), password));
    }

    [Fact]
    public void Password_beyond_255_octets_is_refused_for_socks5()
    {
        Assert.Equal(255, new ProxyServer(ProxyKind.Socks5, "p", 0, "u", new string('p', 255)).Password?.Length);
        Assert.Throws<ArgumentException>(() => new ProxyServer(ProxyKind.Socks5, "p", 0, "u", new string('p', 256)));
        Assert.Equal(256, new ProxyServer(ProxyKind.Http, "p", 0, "u", new string('p', 256)).Password?.Length);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void Host_beyond_255_octets_is_refused(int length, bool taken)
    {
        var host = new string('a', length);
        if (taken)
        {
            Assert.Equal(host, new ProxyServer(ProxyKind.Http, host).Host);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => new ProxyServer(ProxyKind.Http, host));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public void Port_outside_its_range_is_refused(int port) => Assert.Throws<ArgumentException>(() => new ProxyServer(ProxyKind.Http, "p", port));

    [Fact]
    public void Every_part_counts_and_only_scheme_host_and_port_print()
    {
        var proxy = new ProxyServer(ProxyKind.Http, "p", 1, "user", "secret");
        Assert.Equal("http://p:1", proxy.ToString());
        Assert.Equal(proxy, new ProxyServer(ProxyKind.Http, "P", 1, "user", "secret"));
        Assert.Equal(proxy.GetHashCode(), new ProxyServer(ProxyKind.Http, "P", 1, "user", "secret").GetHashCode());
        ProxyServer[] others = [new(ProxyKind.Socks5, "p", 1, "user", "secret"), new(ProxyKind.Http, "q", 1, "user", "secret"), new(ProxyKind.Http, "p", 2, "user", "secret"),
            new(ProxyKind.Http, "p", 1, "other", "secret"), new(ProxyKind.Http, "p", 1, "user", "other"), new(ProxyKind.Http, "p", 1)];
        Assert.All(others, other => Assert.False(proxy.Equals(other)));
        Assert.False(proxy.Equals((object?)null));
        var key = new ConnectionKey("https", "h", 443, null, proxy);
        Assert.DoesNotContain("secret", key.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("user", key.ToString(), StringComparison.Ordinal);
    }
}
