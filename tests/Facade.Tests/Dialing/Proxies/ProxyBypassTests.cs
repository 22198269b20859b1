namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class ProxyBypassTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "EXAMPLE.com.", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*example.com", "badexample.com", true)]
    [InlineData("10.1.*", "10.1.2.3", true)]
    [InlineData("10.1.*", "10.10.2.3", false)]
    [InlineData("*", "anything", true)]
    [InlineData("*", "2001:db8::1", true)]
    [InlineData("<local>", "printer", true)]
    [InlineData("<LOCAL>", "printer", true)]
    [InlineData("<local>", "printer.example", false)]
    [InlineData("<local>", "2001:db8::1", false)]
    [InlineData("example.com:8080", "example.com", false)]
    [InlineData("example.com:80", "example.com", true)]
    public void Entry_of_the_options_holds(string entry, string host, bool holds) =>
        Assert.Equal(holds, new ProxyBypass([entry], local: false, loopback: false).Holds(host, 80));

    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "www.example.com", true)]
    [InlineData("example.com", "WWW.Example.COM", true)]
    [InlineData("example.com", "badexample.com", false)]
    [InlineData(".example.com", "example.com", true)]
    [InlineData(".example.com", "www.example.com", true)]
    [InlineData(".example.com", "badexample.com", false)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("example.com.", "example.com", true)]
    [InlineData("a.test, example.com", "example.com", true)]
    [InlineData("a.test example.com", "example.com", true)]
    [InlineData("example.com:80", "www.example.com", true)]
    [InlineData("example.com:81", "www.example.com", false)]
    [InlineData("1.2.3.4", "1.2.3.4", true)]
    [InlineData("2.3.4", "1.2.3.4", false)]
    [InlineData("1.2.3.4:80", "1.2.3.4", true)]
    [InlineData("1.2.3.4", "::ffff:1.2.3.4", true)]
    [InlineData("2001:DB8:0::1", "2001:db8::1", true)]
    [InlineData("[2001:db8::1]", "2001:db8::1", true)]
    [InlineData("[2001:db8::1]:80", "[2001:db8::1]", true)]
    [InlineData("[2001:db8::1]:81", "2001:db8::1", false)]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.0.0.0/8", "10.example", false)]
    [InlineData("192.168.1.130/25", "192.168.1.129", true)]
    [InlineData("192.168.1.130/25", "192.168.1.127", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("1.2.3.4/32", "1.2.3.4", true)]
    [InlineData("1.2.3.4/32", "1.2.3.5", false)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("", "example.com", false)]
    [InlineData(",,. ,1.2.3.4/33,a:b:c,x:0,x:65536,http://example.com", "example.com", false)]
    public void Entry_of_no_proxy_holds(string variable, string host, bool holds) =>
        Assert.Equal(holds, new ProxyBypass(variable, local: false, loopback: false).Holds(host, 80));

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3.4/33")]
    [InlineData("1.2.3.4/-1")]
    [InlineData("2001:db8::/129")]
    [InlineData("host:0")]
    [InlineData("host:65536")]
    [InlineData("http://host")]
    [InlineData("<other>")]
    [InlineData("a,b")]
    public void Entry_of_the_options_that_is_none_is_refused(string entry)
    {
        Assert.Throws<ArgumentException>(() => new ProxyBypass([entry], local: false, loopback: false));
        Assert.Throws<ArgumentException>(() => new InternetSession(new InternetSessionOptions { Proxy = new ProxyOptions { Bypass = [entry] } }));
    }
}
