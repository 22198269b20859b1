using System.Net;
using System.Text;

namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class Socks5TunnelTests
{
    private static readonly ProxyServer Open = new(ProxyKind.Socks5, "proxy.test");
    private static readonly ProxyServer Closed = new(ProxyKind.Socks5, "proxy.test", 1081, "user", "secret");

    private static readonly byte[] Granted = [5, 0, 5, 0, 0, 1, 127, 0, 0, 1, 0x12, 0x34];
    private static readonly byte[] GrantedToUser = [5, 2, 1, 0, 5, 0, 0, 1, 127, 0, 0, 1, 0x12, 0x34];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Name_is_sent_to_the_proxy_and_what_follows_the_reply_is_the_tunnels(bool bytewise)
    {
        var dial = await ProxyDial.RunAsync(Open, Granted, bytewise: bytewise, behind: "220 hello");
        Assert.Null(dial.Error);
        Assert.Equal("proxy.test:1080", dial.DialedTo);
        Assert.Equal([5, 1, 0, 5, 1, 0, 3, 9, .. "host.test"u8, 0x01, 0xBB], dial.Sent);
        Assert.Equal("220 hello", Encoding.ASCII.GetString(dial.Tunnel));
        Assert.Equal(new DnsEndPoint("host.test", 443), dial.Peer);
    }

    [Fact]
    public async Task Addresses_are_sent_as_addresses()
    {
        var four = await ProxyDial.RunAsync(Open, Granted, "192.0.2.1", 21);
        Assert.Equal([5, 1, 0, 5, 1, 0, 1, 192, 0, 2, 1, 0, 21], four.Sent);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 21), four.Peer);
        var six = await ProxyDial.RunAsync(Open, Granted, "2001:db8::2", 65535);
        Assert.Equal([5, 1, 0, 5, 1, 0, 4, 0x20, 1, 0xD, 0xB8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 255, 255], six.Sent);
        Assert.Equal(new IPEndPoint(IPAddress.Parse("2001:db8::2"), 65535), six.Peer);
    }

    [Theory]
    [InlineData(new byte[] { 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 3, 0 })]
    [InlineData(new byte[] { 3, 3, 97, 98, 99 })]
    public async Task Reply_is_read_to_its_end_by_its_address(byte[] address)
    {
        var dial = await ProxyDial.RunAsync(Open, [5, 0, 5, 0, 0, .. address, 0, 80], behind: "x");
        Assert.Null(dial.Error);
        Assert.Equal("x"u8.ToArray(), dial.Tunnel);
    }

    [Fact]
    public async Task Longest_name_in_a_reply_is_read()
    {
        var dial = await ProxyDial.RunAsync(Open, [5, 0, 5, 0, 0, 3, 255, .. new byte[255], 0, 80], behind: "x");
        Assert.Null(dial.Error);
        Assert.Equal("x"u8.ToArray(), dial.Tunnel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task User_and_password_are_sent_where_they_are_asked_for(bool bytewise)
    {
        var dial = await ProxyDial.RunAsync(Closed, GrantedToUser, bytewise: bytewise, behind: "x");
        Assert.Null(dial.Error);
        Assert.Equal([5, 2, 0, 2, 1, 4, .. "user"u8, 6, .. "secret"u8, 5, 1, 0, 3, 9, .. "host.test"u8, 0x01, 0xBB], dial.Sent);
    }

    [Fact]
    public async Task Password_is_not_sent_where_nobody_asks()
    {
        var dial = await ProxyDial.RunAsync(Closed, Granted, behind: "x");
        Assert.Null(dial.Error);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(dial.Sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Longest_user_and_password_are_sent_whole()
    {
        string user = new('u', ProxyServer.MaxNameLength), password = new('p', ProxyServer.MaxNameLength);
        var dial = await ProxyDial.RunAsync(new ProxyServer(ProxyKind.Socks5, "proxy.test", 0, user, password), GrantedToUser);
        Assert.Null(dial.Error);
        Assert.Equal([1, 255, .. Encoding.ASCII.GetBytes(user), 255, .. Encoding.ASCII.GetBytes(password), 5, 1, 0], dial.Sent[4..(4 + 3 + 255 + 255 + 3)]);
    }

    [Fact]
    public async Task Answer_that_ends_anywhere_is_truncated()
    {
        for (var length = 0; length < GrantedToUser.Length; length++)
        {
            var dial = await ProxyDial.RunAsync(Closed, GrantedToUser[..length], ends: true);
            dial.Failed(InternetErrorKind.Truncated, Closed);
            Assert.Null(dial.Peer);
        }
    }

    [Theory]
    [InlineData(1, InternetErrorKind.ProxyFailed)]
    [InlineData(2, InternetErrorKind.AccessDenied)]
    [InlineData(3, InternetErrorKind.CannotConnect)]
    [InlineData(4, InternetErrorKind.CannotConnect)]
    [InlineData(5, InternetErrorKind.CannotConnect)]
    [InlineData(6, InternetErrorKind.CannotConnect)]
    [InlineData(7, InternetErrorKind.ProxyFailed)]
    [InlineData(8, InternetErrorKind.ProxyFailed)]
    [InlineData(9, InternetErrorKind.ProxyFailed)]
    [InlineData(255, InternetErrorKind.ProxyFailed)]
    public async Task Reply_code_says_what_failed_whether_an_address_follows_or_not(byte code, InternetErrorKind kind)
    {
        Assert.Equal(code, (await ProxyDial.RunAsync(Open, [5, 0, 5, code, 0, 1, 0, 0, 0, 0, 0, 0])).Failed(kind, Open).ReplyCode);
        Assert.Equal(code, (await ProxyDial.RunAsync(Open, [5, 0, 5, code], ends: true)).Failed(kind, Open).ReplyCode);
    }

    [Fact]
    public async Task Every_code_but_0_fails()
    {
        for (var code = 1; code <= 255; code++)
        {
            Assert.Equal(code, Assert.IsType<ProxyException>((await ProxyDial.RunAsync(Open, [5, 0, 5, (byte)code])).Error).ReplyCode);
        }
    }

    [Theory]
    [InlineData(new byte[] { 4, 0 }, 0)]
    [InlineData(new byte[] { 0, 90 }, 0)]
    [InlineData(new byte[] { (byte)'H', (byte)'T' }, 0)]
    [InlineData(new byte[] { 5, 2 }, 1)]
    [InlineData(new byte[] { 5, 1 }, 1)]
    [InlineData(new byte[] { 5, 0x80 }, 1)]
    [InlineData(new byte[] { 5, 0, 4, 0, 0, 1 }, 0)]
    [InlineData(new byte[] { 5, 0, 0, 0, 0, 1 }, 0)]
    [InlineData(new byte[] { 5, 0, 5, 0, 1, 1 }, 2)]
    [InlineData(new byte[] { 5, 0, 5, 0, 0, 0 }, 3)]
    [InlineData(new byte[] { 5, 0, 5, 0, 0, 2 }, 3)]
    [InlineData(new byte[] { 5, 0, 5, 0, 0, 255 }, 3)]
    public async Task Answer_that_breaks_the_protocol_is_refused_where_it_does(byte[] answer, int offset) =>
        Assert.Equal(offset, (await ProxyDial.RunAsync(Open, answer)).Failed(InternetErrorKind.ProtocolViolation, Open).ByteOffset);

    [Theory]
    [InlineData(new byte[] { 5, 2, 5, 0 })]
    [InlineData(new byte[] { 5, 2, 0, 0 })]
    public async Task Answer_to_the_password_in_another_version_is_refused(byte[] answer) =>
        (await ProxyDial.RunAsync(Closed, answer)).Failed(InternetErrorKind.ProtocolViolation, Closed);

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public async Task Wrong_password_fails_the_authentication_and_nothing_more_is_sent(byte status)
    {
        var dial = await ProxyDial.RunAsync(Closed, [5, 2, 1, status]);
        Assert.Equal(status, dial.Failed(InternetErrorKind.AuthenticationFailed, Closed).ReplyCode);
        Assert.Equal(4 + 3 + 4 + 6, dial.Sent.Length);
    }

    [Fact]
    public async Task Refused_methods_fail_the_authentication()
    {
        (await ProxyDial.RunAsync(Open, [5, 255])).Failed(InternetErrorKind.AuthenticationFailed, Open);
        var dial = await ProxyDial.RunAsync(Closed, [5, 255]);
        dial.Failed(InternetErrorKind.AuthenticationFailed, Closed);
        Assert.Equal([5, 2, 0, 2], dial.Sent);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task Name_beyond_255_octets_is_refused_before_anything_is_sent(int length, bool sent)
    {
        var dial = await ProxyDial.RunAsync(Open, Granted, new string('a', length));
        Assert.Equal(sent, dial.Error is null);
        Assert.Equal(sent, dial.DialedTo is not null);
        if (!sent)
        {
            dial.Failed(InternetErrorKind.ProxyFailed, Open);
            Assert.Empty(dial.Sent);
        }
    }
}
