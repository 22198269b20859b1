using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;

namespace HiPerf.Facade.Tests.Http;

public class RedirectPolicyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, true)]
    [InlineData(308, true)]
    [InlineData(300, false)]
    [InlineData(304, false)]
    [InlineData(200, false)]
    public void Redirects_are_five(int status, bool expected) => Assert.Equal(expected, RedirectPolicy.IsRedirect(status));

    [Theory]
    [InlineData(301, "POST", "GET")]
    [InlineData(302, "POST", "GET")]
    [InlineData(303, "POST", "GET")]
    [InlineData(303, "PUT", "GET")]
    [InlineData(303, "HEAD", "HEAD")]
    [InlineData(301, "PUT", "PUT")]
    [InlineData(307, "POST", "POST")]
    [InlineData(308, "POST", "POST")]
    public void Method_after_redirect(int status, string method, string expected) =>
        Assert.Equal(expected, RedirectPolicy.MethodAfter(status, method));

    [Theory]
    [InlineData("http", "http", true)]
    [InlineData("http", "https", true)]
    [InlineData("https", "https", true)]
    [InlineData("https", "http", false)]
    [InlineData("http", "file", false)]
    [InlineData("http", "ftp", false)]
    [InlineData("http", "gopher", false)]
    [InlineData("http", "javascript", false)]
    public void Scheme_may_rise_but_neither_fall_nor_leave_the_family(string from, string to, bool expected) =>
        Assert.Equal(expected, RedirectPolicy.MayFollow(from, to));

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://[zz/")]
    public async Task Redirect_where_none_is_followed_is_refused(string location)
    {
        await using var peer = ScriptedPeer.Answering($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAnyAsync<HttpException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.RedirectRefused, error.Kind);
        Assert.Equal(302, error.StatusCode);
    }

    [Fact]
    public async Task Chain_on_one_origin_is_followed_on_one_connection()
    {
        await using var peer = Counting();
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url("/1"), cancellationToken: Token);
        Assert.Equal("done", await HttpBodyTests.ReadTextAsync(file));
        Assert.Equal(peer.Url("/5"), file.Url.Href);
        Assert.Equal(peer.Url("/1"), file.RequestUrl.Href);
        Assert.Equal(["/2", "/3", "/4", "/5"], file.Redirects.Select(hop => hop.To.Path));
        Assert.Equal(1, peer.Accepted);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    public async Task Redirects_are_counted(int limit, bool passes)
    {
        await using var peer = Counting();
        await using var session = new InternetSession(new InternetSessionOptions { MaxRedirects = limit });
        if (passes)
        {
            await using var file = await session.OpenHttpAsync(peer.Url("/1"), cancellationToken: Token);
            Assert.Equal(200, file.StatusCode);
            return;
        }

        var error = await Assert.ThrowsAnyAsync<HttpException>(async () => await session.OpenAsync(peer.Url("/1"), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.TooManyRedirects, error.Kind);
    }

    [Fact]
    public async Task Loop_ends_at_the_limit_of_twenty()
    {
        var answered = 0;
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            while (await connection.TryReadHeadAsync() is not null)
            {
                answered++;
                await connection.SendAsync("HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Length: 4\r\n\r\nbody");
            }
        });
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAnyAsync<HttpException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: Token));
        Assert.Equal(InternetErrorKind.TooManyRedirects, error.Kind);
        Assert.Equal(21, answered);
    }

    [Fact]
    public async Task Redirect_is_handed_out_when_none_is_to_be_followed()
    {
        await using var peer = Counting();
        await using var session = new InternetSession(new InternetSessionOptions { AutoRedirect = false });
        await using var file = await session.OpenHttpAsync(peer.Url("/1"), cancellationToken: Token);
        Assert.Equal(302, file.StatusCode);
        Assert.Equal("/2", file.Headers.GetValue("Location"));
        Assert.Empty(file.Redirects);
    }

    [Fact]
    public async Task Credentials_stay_with_their_origin()
    {
        var heads = new List<string>();
        await using var other = ScriptedPeer.Start(async connection =>
        {
            heads.Add(await connection.ReadHeadAsync());
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        var first = new List<string>();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            first.Add(await connection.ReadHeadAsync());
            await connection.SendAsync("HTTP/1.1 307 Temporary\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
            first.Add(await connection.ReadHeadAsync());
            await connection.SendAsync($"HTTP/1.1 307 Temporary\r\nLocation: http://evil:pw@127.0.0.1:{other.Port}/x\r\nContent-Length: 0\r\n\r\n");
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync($"http://user:p%40ss@127.0.0.1:{peer.Port}/",
            new OpenOptions { Headers = [new("Cookie", "a=b"), new("X-Kept", "1")] }, Token);

        Assert.All(first, head => Assert.Contains("Authorization: Basic dXNlcjpwQHNz\r\n", head));
        Assert.All(first, head => Assert.Contains("Cookie: a=b\r\n", head));
        var head = Assert.Single(heads);
        Assert.DoesNotContain("Authorization", head);
        Assert.DoesNotContain("Cookie", head);
        Assert.Contains("X-Kept: 1\r\n", head);
        Assert.Contains($"Host: 127.0.0.1:{other.Port}\r\n", head);
    }

    // Answers /n with a redirect to /n+1, and /5 with content.
    private static ScriptedPeer Counting() => ScriptedPeer.Start(async connection =>
    {
        while (await connection.TryReadHeadAsync() is { } head)
        {
            var at = head[5] - '0';
            await connection.SendAsync(at == 5
                ? "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone"
                : $"HTTP/1.1 302 Found\r\nLocation: /{at + 1}\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbye\r\n0\r\n\r\n");
        }
    });

    [Fact]
    public async Task Location_keeps_its_octets()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 302 Found\r\nLocation: /caf\u00C3\u00A9\r\nContent-Length: 0\r\n\r\n");
            var target = (await connection.ReadHeadAsync()).Split(' ')[1];
            await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {target.Length}\r\n\r\n{target}");
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal("/caf%C3%A9", await HttpBodyTests.ReadTextAsync(file));
    }
}
