using System.Net;
using System.Text;

namespace HiPerf.Facade.Tests.Dialing.Proxies;

public class HttpTunnelTests
{
    private const string Established = "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n";

    private static readonly ProxyServer Open = new(ProxyKind.Http, "proxy.test", 3128);
    private static readonly ProxyServer Closed = new(ProxyKind.Http, "proxy.test", 3128, "Aladdin", "open secret");

    [Theory]
    [InlineData("host.test", 443, "host.test:443")]
    [InlineData("192.0.2.1", 21, "192.0.2.1:21")]
    [InlineData("2001:db8::2", 8443, "[2001:db8::2]:8443")]
    public async Task Request_names_the_host_and_nothing_else(string host, int port, string authority)
    {
        var dial = await RunAsync(Open, Established, host, port);
        Assert.Null(dial.Error);
        Assert.Equal("proxy.test:3128", dial.DialedTo);
        Assert.Equal($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n", Encoding.ASCII.GetString(dial.Sent));
    }

    [Fact]
    public async Task Credentials_are_basic()
    {
        var dial = await RunAsync(Closed, Established);
        Assert.Equal("CONNECT host.test:443 HTTP/1.1\r\nHost: host.test:443\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlY3JldA==\r\n\r\n",
            Encoding.ASCII.GetString(dial.Sent));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.0 200 Connection established\r\n\r\n")]
    [InlineData("HTTP/1.1 299 \r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")]
    public async Task Octets_behind_a_2xx_are_the_tunnels_whatever_it_says_of_its_length(string head)
    {
        foreach (var bytewise in (bool[])[false, true])
        {
            var dial = await RunAsync(Open, head, bytewise: bytewise, behind: "220 hello\r\n");
            Assert.Null(dial.Error);
            Assert.Equal("220 hello\r\n", Encoding.ASCII.GetString(dial.Tunnel));
            Assert.Equal(new DnsEndPoint("host.test", 443), dial.Peer);
        }
    }

    [Theory]
    [InlineData(401, InternetErrorKind.AuthenticationFailed)]
    [InlineData(407, InternetErrorKind.AuthenticationFailed)]
    [InlineData(403, InternetErrorKind.AccessDenied)]
    [InlineData(101, InternetErrorKind.ProxyFailed)]
    [InlineData(302, InternetErrorKind.ProxyFailed)]
    [InlineData(400, InternetErrorKind.ProxyFailed)]
    [InlineData(502, InternetErrorKind.ProxyFailed)]
    [InlineData(599, InternetErrorKind.ProxyFailed)]
    public async Task Other_statuses_fail_with_the_status(int status, InternetErrorKind kind)
    {
        var dial = await RunAsync(Closed, $"HTTP/1.1 {status} Be gone\r\nContent-Length: 5\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\nhello");
        var error = dial.Failed(kind, Closed);
        Assert.Equal(status, error.ReplyCode);
        Assert.Equal("Be gone", error.ReplyText);
        Assert.Contains("host.test:443", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_ends_anywhere_is_truncated()
    {
        for (var length = 0; length < Established.Length; length++)
        {
            (await RunAsync(Open, Established[..length], ends: true)).Failed(InternetErrorKind.Truncated, Open);
        }
    }

    [Theory]
    [InlineData("SSH-2.0-x\r\n", 0)]
    [InlineData("HTTP/1.1 20x OK\r\n\r\n", 11)]
    [InlineData("HTTP/1.1 200 OK\nA: b\n\n", 15)]
    [InlineData("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", 18)]
    public async Task Answer_that_is_no_http_is_refused_where_it_is_not(string answer, int offset)
    {
        var error = (await RunAsync(Open, answer)).Failed(InternetErrorKind.ProtocolViolation, Open);
        Assert.Equal(offset, error.ByteOffset);
        Assert.NotEqual(ParseError.None, error.ParseError);
    }

    [Theory]
    [InlineData(ProxyOptions.MaxConnectHead, true)]
    [InlineData(ProxyOptions.MaxConnectHead + 1, false)]
    public async Task Head_beyond_its_limit_is_refused(int length, bool taken)
    {
        // Lines of 1,024 octets, and a last one of what is left.
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        for (var left = length - 2 - head.Length; left > 0; left = length - 2 - head.Length)
        {
            head.Append("A: ").Append('x', (left > 2_048 ? 1_024 : left) - 5).Append("\r\n");
        }

        head.Append("\r\n");
        Assert.Equal(length, head.Length);
        var dial = await RunAsync(Open, head.ToString());
        if (taken)
        {
            Assert.Null(dial.Error);
        }
        else
        {
            dial.Failed(InternetErrorKind.LimitExceeded, Open);
        }
    }

    [Fact]
    public async Task Head_without_end_is_refused_at_its_limit() =>
        (await RunAsync(Open, "HTTP/1.1 200 OK\r\n" + new StringBuilder().Insert(0, "A: b\r\n", 5_000))).Failed(InternetErrorKind.LimitExceeded, Open);

    [Fact]
    public async Task Interim_responses_beyond_their_limit_are_refused()
    {
        var limit = Http1.Http1Limits.Client.MaxInterimResponses;
        var interim = "HTTP/1.1 100 Continue\r\n\r\n";
        Assert.Null((await RunAsync(Open, new StringBuilder().Insert(0, interim, limit) + Established)).Error);
        (await RunAsync(Open, new StringBuilder().Insert(0, interim, limit + 1) + Established)).Failed(InternetErrorKind.LimitExceeded, Open);
    }

    private static Task<ProxyDial> RunAsync(ProxyServer proxy, string answer, string host = "host.test", int port = 443, bool bytewise = false,
        bool ends = false, string behind = "") => ProxyDial.RunAsync(proxy, Encoding.Latin1.GetBytes(answer), host, port, bytewise, ends, behind);
}
