namespace HiPerf.Facade.Tests;

public class ProxyOptionsTests
{
    [Fact]
    public void List_is_read()
    {
        var options = ProxyOptions.Parse("http=http://a:1 https=b:2\tFTP=ftp://c;gopher=socks4a://d e:5", "*.test;x.test <local>");
        Assert.Equal(ProxyMode.Custom, options.Mode);
        Assert.Equal(("http://a:1", "http://b:2", "ftp://c:21", "socks4a://d:1080", "http://e:5"),
            (options.Http?.ToString(), options.Https?.ToString(), options.Ftp?.ToString(), options.Gopher?.ToString(), options.Default?.ToString()));
        Assert.Equal(["*.test", "x.test", "<local>"], options.Bypass);
        Assert.Null(options.Find(new Uri("http://x.test/")));
        Assert.Equal(options.Http, options.Find(new Uri("http://x.example/")));
    }

    [Fact]
    public void List_of_nothing_is_no_proxy()
    {
        var options = ProxyOptions.Parse(string.Empty, string.Empty);
        Assert.Equal([], options.Bypass);
        Assert.Null(options.Find(new Uri("http://x.example/")));
        Assert.Null(ProxyOptions.Parse("a").Bypass);
    }

    [Fact]
    public void Password_with_an_equals_sign_is_no_protocol() =>
        Assert.Equal("p=w", ProxyOptions.Parse("http://u:p=w@proxy").Default?.Password);

    [Theory]
    [InlineData("socks=p")]
    [InlineData("http=p http=q")]
    [InlineData("p q")]
    [InlineData("http=ftp://u:secret@p")]
    [InlineData("ftp://u:secret@p")]
    [InlineData("http=https://u:secret@p")]
    [InlineData("http=")]
    public void List_with_a_wrong_entry_is_refused_without_being_told(string list) =>
        Assert.DoesNotContain("secret", Assert.ThrowsAny<FormatException>(() => ProxyOptions.Parse(list)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Bypass_list_with_a_wrong_entry_is_refused() => Assert.Throws<FormatException>(() => ProxyOptions.Parse("p", "1.2.3.4/33"));

    [Theory]
    [InlineData(ProxyMode.System)]
    [InlineData(ProxyMode.Direct)]
    [InlineData((ProxyMode)3)]
    public void Servers_without_their_mode_are_refused(ProxyMode mode)
    {
        var options = new ProxyOptions { Mode = mode, Gopher = new ProxyServer(ProxyKind.Http, "p") };
        Assert.Throws<ArgumentException>(() => new InternetSession(new InternetSessionOptions { Proxy = options }));
    }

    [Fact]
    public void Ftp_proxy_is_for_ftp_alone()
    {
        var ftp = new ProxyServer(ProxyKind.FtpUserAtHost, "p");
        foreach (var options in (ProxyOptions[])[new() { Http = ftp }, new() { Https = ftp }, new() { Gopher = ftp }, new() { Default = ftp }])
        {
            Assert.Throws<ArgumentException>(() => new InternetSession(new InternetSessionOptions { Proxy = options with { Mode = ProxyMode.Custom } }));
        }

        using var session = new InternetSession(new InternetSessionOptions { Proxy = new ProxyOptions { Mode = ProxyMode.Custom, Ftp = ftp } });
        Assert.Same(ftp, session.Options.Proxy.Find(new Uri("ftp://x.example/")));
    }

    [Fact]
    public void Find_needs_an_absolute_url() => Assert.Throws<ArgumentException>(() => ProxyOptions.Direct.Find(new Uri("/x", UriKind.Relative)));

    [Fact]
    public void Sample_of_the_page_does_what_it_says()
    {
        var options = new InternetSessionOptions
        {
            Proxy = new ProxyOptions
            {
                Mode = ProxyMode.Custom,
                Default = ProxyServer.Parse("socks5://user:password@gate.example:1080"),
                Ftp = new ProxyServer(ProxyKind.Http, "proxy.example", 3128),
                Bypass = ["*.corp.example", "10.0.0.0/8", "<local>"],
            },
        };

        ProxyOptions listed = ProxyOptions.Parse("http=http://proxy.example:3128 https=proxy.example:3128", "*.corp.example;<local>");
        ProxyServer? used = listed.Find(new Uri("https://www.example.org/"));

        Assert.Equal("http://proxy.example:3128", used?.ToString());
        Assert.Equal("socks5://gate.example:1080", options.Proxy.Find(new Uri("https://www.example.org/"))?.ToString());
        Assert.Equal("http://proxy.example:3128", options.Proxy.Find(new Uri("ftp://ftp.example.org/"))?.ToString());
        Assert.Null(options.Proxy.Find(new Uri("http://10.1.2.3/")));
    }
}
