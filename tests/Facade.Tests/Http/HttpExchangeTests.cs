using System.Net.Sockets;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Http;

namespace HiPerf.Facade.Tests.Http;

public class HttpExchangeTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_carries_its_line_and_fields_in_order()
    {
        var seen = new TaskCompletionSource<string>();
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            seen.SetResult(await connection.ReadHeadAsync());
            await connection.SendAsync(Ok);
        });
        await using var session = new InternetSession(new InternetSessionOptions { UserAgent = "test/1" });
        await using var file = await session.OpenHttpAsync(peer.Url("/a b?q#f"), new OpenOptions { Headers = [new("X-A", "1"), new("accept", "text/plain")] }, Token);

        Assert.Equal($"GET /a%20b?q HTTP/1.1\r\nHost: 127.0.0.1:{peer.Port}\r\nUser-Agent: test/1\r\nX-A: 1\r\naccept: text/plain\r\n\r\n", await seen.Task);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task End_that_was_made_here_is_not_the_end_of_content_until_close(bool isCancelled)
    {
        var stream = new EndsWhenClosed("HTTP/1.1 200 OK\r\n\r\nabc");
        await using var session = new InternetSession(new InternetSessionOptions { Connector = (_, _, _) => ValueTask.FromResult<Stream>(stream) });
        await using var file = await session.OpenAsync("http://host.test/", cancellationToken: Token);
        Assert.Equal(3, await file.ReadAsync(new byte[3], Token));
        using var source = new CancellationTokenSource();
        var reading = file.ReadAsync(new byte[10_000], source.Token).AsTask();
        if (isCancelled)
        {
            await source.CancelAsync();
        }
        else
        {
            file.Abort();
        }

        var error = await Assert.ThrowsAnyAsync<Exception>(() => reading);
        Assert.True(isCancelled ? error is OperationCanceledException : error is HttpException { Kind: InternetErrorKind.ConnectionAborted }, error.ToString());
        Assert.False(file.IsComplete);
    }

    [Theory]
    [InlineData("X: y", "v")]
    [InlineData("X", "a\r\nInjected: 1")]
    [InlineData("Content-Length", "5")]
    [InlineData("Host", "evil")]
    public async Task Field_that_may_not_be_written_is_refused_before_any_traffic(string name, string value)
    {
        await using var peer = ScriptedPeer.Answering(Ok);
        await using var session = new InternetSession();
        await Assert.ThrowsAnyAsync<ArgumentException>(async () =>
            await session.OpenAsync(peer.Url(), new OpenOptions { Headers = [new(name, value)] }, Token));
        Assert.Equal(0, peer.Accepted);
    }

    [Fact]
    public async Task Response_parts_are_readable()
    {
        await using var peer = ScriptedPeer.Once("HTTP/1.1 404 Not  Here\r\nA: 1\r\nb: x\r\na: 2\r\nContent-Length: 0\r\n\r\n");
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url("/x"), cancellationToken: Token);

        Assert.Equal(404, file.StatusCode);
        Assert.Equal("Not  Here", file.ReasonPhrase);
        Assert.Equal(Http1.HttpVersion.Http11, file.Version);
        Assert.Equal(4, file.Headers.Count);
        Assert.Equal(["A", "b", "a", "Content-Length"], file.Headers.Select(field => field.Name));
        Assert.Equal("1", file.Headers.GetValue("a"));
        Assert.Equal(["1", "2"], file.Headers.GetValues("A"));
        Assert.Equal("1, 2", file.Headers.GetCombined("a"));
        Assert.Null(file.Headers.GetValue("zz"));
        Assert.Empty(file.Headers.GetValues("zz"));
        var error = Assert.Throws<HttpException>(() => file.EnsureSuccess());
        Assert.Equal(404, error.StatusCode);
        Assert.Equal(InternetErrorKind.NotFound, error.Kind);
        Assert.Equal(peer.Url("/x"), file.Url.Href);
    }

    [Fact]
    public async Task Many_fields_grow_the_table()
    {
        var fields = string.Concat(Enumerable.Range(0, 200).Select(i => $"F{i}: {i}\r\n"));
        await using var peer = ScriptedPeer.Once($"HTTP/1.1 200 OK\r\n{fields}Content-Length: 0\r\n\r\n", split: 97);
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal(201, file.Headers.Count);
        Assert.Equal("199", file.Headers.GetValue("F199"));
    }

    [Fact]
    public async Task Too_many_fields_are_a_limit()
    {
        var fields = string.Concat(Enumerable.Range(0, 300).Select(i => $"F{i}: {i}\r\n"));
        await using var peer = ScriptedPeer.Once($"HTTP/1.1 200 OK\r\n{fields}\r\n");
        var error = await FailAsync(peer);
        Assert.Equal(InternetErrorKind.LimitExceeded, error.Kind);
        Assert.Equal(ParseError.TooManyFields, error.ParseError);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nA: b\n\n", ParseError.BareLf)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", ParseError.RepeatedContentLength)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", ParseError.LengthWithTransferEncoding)]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", ParseError.ObsFold)]
    [InlineData("ICY 200 OK\r\n\r\n", ParseError.BadVersion)]
    public async Task Response_that_breaks_the_protocol_says_how_and_where(string response, ParseError expected)
    {
        await using var peer = ScriptedPeer.Once(response);
        var error = await FailAsync(peer);
        Assert.Equal(InternetErrorKind.ProtocolViolation, error.Kind);
        Assert.Equal(expected, error.ParseError);
        Assert.Equal(InternetPhase.ReceivingHead, error.Phase);
        Assert.NotNull(error.ByteOffset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n")]
    public async Task End_before_or_inside_the_head_is_truncated(string response)
    {
        await using var peer = ScriptedPeer.Once(response);
        var error = await FailAsync(peer);
        Assert.Equal(InternetErrorKind.Truncated, error.Kind);
        Assert.Equal(response.Length, error.ByteOffset);
        Assert.Equal(1, peer.Accepted);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public async Task Interim_responses_are_passed_over_up_to_a_limit(int count, bool passes)
    {
        await using var peer = ScriptedPeer.Once(string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n", count)) + Ok, split: 11);
        if (!passes)
        {
            Assert.Equal(InternetErrorKind.LimitExceeded, (await FailAsync(peer)).Kind);
            return;
        }

        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        Assert.Equal(200, file.StatusCode);
        Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
    }

    [Fact]
    public async Task Protocol_switch_that_nobody_offered_fails()
    {
        await using var peer = ScriptedPeer.Once("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n");
        Assert.Equal(InternetErrorKind.ProtocolViolation, (await FailAsync(peer)).Kind);
    }

    [Fact]
    public async Task Reused_connection_that_was_closed_is_replaced_once()
    {
        // The first connection takes a second request and closes without a word: a server whose idle time ran out meanwhile.
        await using var peer = ScriptedPeer.Start(
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
                await connection.ReadHeadAsync();
            },
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
            });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        await file.CompleteAsync(Token);
        await file.ReopenAsync(Token);
        Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Post_is_never_repeated()
    {
        await using var peer = ScriptedPeer.Start(
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
                await connection.ReadHeadAsync();
            },
            connection => connection.SendAsync(Ok));
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), new OpenOptions { Method = "POST" }, Token);
        await file.CompleteAsync(Token);
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () => await file.ReopenAsync(Token));
        Assert.True(error.Kind is InternetErrorKind.Truncated or InternetErrorKind.ConnectionReset);
        Assert.Equal(1, peer.Accepted);
    }

    [Fact]
    public async Task Reopening_another_target_keeps_connection_and_object()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            while (await connection.TryReadHeadAsync() is { } head)
            {
                var target = head.Split(' ')[1];
                await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {target.Length}\r\n\r\n{target}");
            }
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url("/one"), cancellationToken: Token);
        Assert.Equal("/one", await HttpBodyTests.ReadTextAsync(file));
        Assert.Same(file, await file.ReopenAsync("/second?x", Token));
        Assert.Equal("/second?x", await HttpBodyTests.ReadTextAsync(file));
        Assert.Equal(peer.Url("/second?x"), file.Url.Href);
        await file.ReopenAsync("/3", Token);
        await file.ReopenAsync(Token);
        Assert.Equal("/3", await HttpBodyTests.ReadTextAsync(file));
        Assert.Equal(1, peer.Accepted);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await file.ReopenAsync("http://evil/", Token));
    }

    [Fact]
    public async Task Reopening_that_fails_leaves_nothing_to_read_and_may_be_tried_again()
    {
        await using var peer = ScriptedPeer.Start(
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
                await connection.ReadHeadAsync();
                await connection.SendAsync("nonsense\r\n\r\n");
                await connection.ClosedAsync();
            },
            async connection =>
            {
                await connection.ReadHeadAsync();
                await connection.SendAsync(Ok);
            });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        await file.CompleteAsync(Token);
        await Assert.ThrowsAsync<HttpException>(async () => await file.ReopenAsync(Token));
        Assert.False(file.IsComplete);
        await Assert.ThrowsAsync<HttpException>(() => file.CompleteAsync(Token).AsTask());
        Assert.Throws<HttpException>(() => file.ReadByte());
        await file.ReopenAsync(Token);
        Assert.Equal("ok", await HttpBodyTests.ReadTextAsync(file));
    }

    [Fact]
    public async Task Reopening_with_content_unread_reads_what_is_little()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            while (await connection.TryReadHeadAsync() is not null)
            {
                await connection.SendAsync(HttpBodyTests.Response("chunked", new string('x', 20_000)), split: 5_000);
            }
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await file.ReadAtLeastAsync(new byte[10], 1, cancellationToken: Token) > 0);
            await file.ReopenAsync(Token);
        }

        Assert.Equal(1, peer.Accepted);
    }

    [Fact]
    public async Task Reopening_with_much_content_unread_takes_another_connection()
    {
        await using var peer = ScriptedPeer.Start(async connection =>
        {
            while (await connection.TryReadHeadAsync() is not null)
            {
                await connection.SendAsync(HttpBodyTests.Response("length", new string('x', 1_000_000)));
            }
        });
        await using var session = new InternetSession();
        await using var file = await session.OpenHttpAsync(peer.Url(), cancellationToken: Token);
        await file.ReopenAsync(Token);
        Assert.Equal(1_000_000, (await HttpBodyTests.ReadTextAsync(file)).Length);
        Assert.Equal(2, peer.Accepted);
    }

    [Fact]
    public async Task Refused_port_says_so()
    {
        int port;
        await using (var peer = ScriptedPeer.Answering(Ok))
        {
            port = peer.Port;
        }

        await using var session = new InternetSession();
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync($"http://127.0.0.1:{port}/", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.CannotConnect, error.Kind);
        Assert.Equal(InternetPhase.Connecting, error.Phase);
        Assert.Equal($"127.0.0.1:{port}", error.EndPoint);
        Assert.Equal(12029, error.NativeCode);
    }

    [Fact]
    public async Task Unknown_host_says_so()
    {
        await using var session = new InternetSession();
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync("http://no-such-host.invalid/", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.NameNotResolved, error.Kind);
        Assert.Equal(InternetPhase.ResolvingName, error.Phase);
    }

    private static async Task<InternetException> FailAsync(ScriptedPeer peer)
    {
        await using var session = new InternetSession();
        return await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync(peer.Url(), cancellationToken: Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connector_that_fails_is_a_failure_to_connect(bool fromSocket)
    {
        Exception failure = fromSocket ? new SocketException((int)SocketError.ConnectionRefused) : new IOException("no way");
        await using var session = new InternetSession(new InternetSessionOptions { Connector = (_, _, _) => throw failure });
        var error = await Assert.ThrowsAnyAsync<InternetException>(async () => await session.OpenAsync("http://host.test/", cancellationToken: Token));
        Assert.Equal(InternetErrorKind.CannotConnect, error.Kind);
        Assert.Equal(InternetPhase.Connecting, error.Phase);
        Assert.Same(failure, error.InnerException);
    }
}
