using System.Net;

namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class Socks4TunnelTests
{
    private static readonly ProxyServer Named = new(ProxyKind.Socks4a, "proxy.test", userName: "user");
    private static readonly ProxyServer Plain = new(ProxyKind.Socks4, "proxy.test");

    private static readonly byte[] Granted = [0, 90, 0x12, 0x34, 127, 0, 0, 1];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Name_is_sent_to_a_4a_proxy_and_what_follows_the_reply_is_the_tunnels(bool bytewise)
    {
        var dial = await ProxyDial.RunAsync(Named, Granted, bytewise: bytewise, behind: "220 hello");
        Assert.Null(dial.Error);
        Assert.Equal("proxy.test:1080", dial.DialedTo);
        Assert.Equal([4, 1, 0x01, 0xBB, 0, 0, 0, 1, .. "user"u8, 0, .. "host.test"u8, 0], dial.Sent);
        Assert.Equal("220 hello"u8.ToArray(), dial.Tunnel);
        Assert.Equal(new DnsEndPoint("host.test", 443), dial.Peer);
    }

    [Fact]
    public async Task Address_is_sent_as_an_address()
    {
        foreach (var proxy in (ProxyServer[])[Plain, new(ProxyKind.Socks4a, "proxy.test")])
        {
            var dial = await ProxyDial.RunAsync(proxy, Granted, "192.0.2.1", 21);
            Assert.Equal([4, 1, 0, 21, 192, 0, 2, 1, 0], dial.Sent);
            Assert.Equal(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 21), dial.Peer);
        }
    }

    [Fact]
    public async Task Name_is_looked_up_for_a_proxy_that_cannot()
    {
        var dial = await ProxyDial.RunAsync(Plain, Granted, "localhost", 80);
        Assert.Null(dial.Error);
        Assert.Equal([4, 1, 0, 80, 127, 0, 0, 1, 0], dial.Sent);
    }

    [Fact]
    public async Task Longest_user_and_name_are_sent_whole()
    {
        var proxy = new ProxyServer(ProxyKind.Socks4a, "proxy.test", userName: new string('u', 255));
        var dial = await ProxyDial.RunAsync(proxy, Granted, new string('a', 255));
        Assert.Null(dial.Error);
        Assert.Equal(8 + 256 + 256, dial.Sent.Length);
    }

    [Fact]
    public async Task Name_beyond_255_octets_is_refused_before_anything_is_sent()
    {
        var dial = await ProxyDial.RunAsync(Named, Granted, new string('a', 256));
        dial.Failed(InternetErrorKind.ProxyFailed, Named);
        Assert.Null(dial.DialedTo);
    }

    [Theory]
    [InlineData(ProxyKind.Socks4)]
    [InlineData(ProxyKind.Socks4a)]
    public async Task Ipv6_address_is_refused_before_anything_is_sent(ProxyKind kind)
    {
        var proxy = new ProxyServer(kind, "proxy.test");
        var dial = await ProxyDial.RunAsync(proxy, Granted, "2001:db8::2");
        dial.Failed(InternetErrorKind.ProxyFailed, proxy);
        Assert.Null(dial.DialedTo);
    }

    [Fact]
    public async Task Answer_that_ends_anywhere_is_truncated()
    {
        for (var length = 0; length < Granted.Length; length++)
        {
            (await ProxyDial.RunAsync(Named, Granted[..length], ends: true)).Failed(InternetErrorKind.Truncated, Named);
        }
    }

    [Fact]
    public async Task Every_code_but_90_fails()
    {
        for (var code = 0; code <= 255; code++)
        {
            if (code != 90)
            {
                var kind = code is 92 or 93 ? InternetErrorKind.AuthenticationFailed : InternetErrorKind.ProxyFailed;
                Assert.Equal(code, (await ProxyDial.RunAsync(Named, [0, (byte)code])).Failed(kind, Named).ReplyCode);
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData((byte)'H')]
    public async Task Answer_of_another_version_is_refused(byte version) =>
        Assert.Equal(0, (await ProxyDial.RunAsync(Named, [version, 90, 0, 0, 0, 0, 0, 0])).Failed(InternetErrorKind.ProtocolViolation, Named).ByteOffset);
}
