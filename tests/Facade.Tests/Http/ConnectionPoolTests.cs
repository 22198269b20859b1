using HiPerf.Facade.Tests.Peers;
using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Http;

public class ConnectionPoolTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_exchange_leaves_its_connection_for_the_next()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession();
        for (var i = 0; i < 5; i++)
        {
            await GetAsync(session, peer.Url());
        }

        Assert.Equal(1, peer.Accepted);
        Assert.Equal(1, session.IdleConnections);
    }

    [Fact]
    public async Task Content_that_is_there_already_is_drained_on_dispose()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession();
        await using (await session.OpenAsync(peer.Url(), cancellationToken: Token))
        {
            Assert.Equal(0, session.IdleConnections);
        }

        Assert.Equal(1, session.IdleConnections);
    }

    [Fact]
    public async Task Content_that_is_missing_costs_the_connection()
    {
        await using var peer = ScriptedPeer.Once("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", end: PeerEnd.KeepOpen);
        await using var session = new InternetSession();
        await using (var file = await session.OpenAsync(peer.Url(), cancellationToken: Token))
        {
            Assert.False(file.IsComplete);
        }

        Assert.Equal(0, session.IdleConnections);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\nbytes")]
    public async Task Connection_that_ends_or_says_too_much_is_not_kept(string response)
    {
        await using var peer = ScriptedPeer.Answering(response);
        await using var session = new InternetSession();
        await GetAsync(session, peer.Url());
        Assert.Equal(0, session.IdleConnections);
        await GetAsync(session, peer.Url());
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Http10_with_keep_alive_is_kept()
    {
        await using var peer = ScriptedPeer.Answering("HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok");
        await using var session = new InternetSession();
        await GetAsync(session, peer.Url());
        await GetAsync(session, peer.Url());
        Assert.Equal(1, peer.Accepted);
    }

    [Fact]
    public async Task Idle_connection_with_unasked_octets_is_never_used()
    {
        var speak = new TaskCompletionSource();
        var spoken = new TaskCompletionSource();
        await using var peer = ScriptedPeer.Start(
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
                await speak.Task;
                await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
                spoken.SetResult();
                await connection.ClosedAsync();
            },
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
            });
        await using var session = new InternetSession();
        await GetAsync(session, peer.Url());
        speak.SetResult();
        await spoken.Task;
        Assert.Equal("ok", await GetAsync(session, peer.Url()));
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Parallel_files_have_connections_of_their_own()
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession(new InternetSessionOptions { Pool = new ConnectionPoolOptions { MaxIdlePerOrigin = 2 } });
        var files = new List<InternetFile>();
        for (var i = 0; i < 4; i++)
        {
            files.Add(await session.OpenAsync(peer.Url(), cancellationToken: Token));
        }

        foreach (var file in files)
        {
            await file.CompleteAsync(Token);
            await file.DisposeAsync();
        }

        Assert.Equal(4, peer.Accepted);
        Assert.Equal(2, session.IdleConnections);
    }

    [Fact]
    public async Task Idle_connection_is_closed_when_its_time_is_over()
    {
        var clock = new ManualClock();
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession(new InternetSessionOptions { TimeProvider = clock });
        await GetAsync(session, peer.Url());
        clock.Advance(TimeSpan.FromSeconds(54));
        Assert.Equal(1, session.IdleConnections);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(0, session.IdleConnections);
        await GetAsync(session, peer.Url());
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Disposed_session_closes_idle_connections_and_opens_no_more()
    {
        var closed = new TaskCompletionSource();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(Ok);
            await connection.ClosedAsync();
            closed.SetResult();
        });
        var session = new InternetSession();
        await GetAsync(session, peer.Url());
        await session.DisposeAsync();
        await closed.Task.WaitAsync(Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: Token));
    }

    private static async Task<string> GetAsync(InternetSession session, string url)
    {
        await using var file = await session.OpenAsync(url, cancellationToken: Token);
        return await HttpBodyTests.ReadTextAsync(file);
    }
}
