using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;

namespace HiPerf.Server.Tests.Hosting;

public sealed class InternetServerTests
{
    private const string Get = "GET /hello.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static readonly byte[] s_get = Encoding.ASCII.GetBytes(Get);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task HttpClient_gets_a_large_file_whole(string scheme)
    {
        await using var running = await RunningServer.StartAsync();
        var content = RandomNumberGenerator.GetBytes(8 * 1024 * 1024 + 1);
        _ = running.Folder.Add("large.bin", content);
        using var client = running.NewHttpClient();
        var url = scheme == "http" ? running.Http : running.Https;
        for (var round = 0; round < 2; round++)
        {
            using var response = await client.GetAsync(new Uri(url, "large.bin"), HttpCompletionOption.ResponseHeadersRead, Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(SHA256.HashData(content), await SHA256.HashDataAsync(await response.Content.ReadAsStreamAsync(Token), Token));
        }

        var session = Assert.Single(running.Server.Sessions.List());
        Assert.Equal(scheme, session.Protocol);
        Assert.Equal(2, session.Requests);
    }

    [Fact]
    public async Task HttpClient_sees_small_file_head_404_and_redirect()
    {
        await using var running = await RunningServer.StartAsync();
        _ = running.Folder.Add("sub/a", "a");
        using var client = running.NewHttpClient();
        Assert.Equal("hello", await client.GetStringAsync(new Uri(running.Http, "hello.txt"), Token));
        Assert.Equal("hello", await client.GetStringAsync(new Uri(running.Https, "hello.txt"), Token));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(running.Http, "hello.txt")), Token);
        Assert.Equal(5, head.Content.Headers.ContentLength);
        using var missing = await client.GetAsync(new Uri(running.Http, "missing"), Token);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var moved = await client.GetAsync(new Uri(running.Http, "sub"), Token);
        Assert.Equal("/sub/", moved.Headers.Location!.OriginalString);
        using var posted = await client.PostAsync(new Uri(running.Http, "hello.txt"), new ByteArrayContent(new byte[1000]), Token);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(["GET", "HEAD"], posted.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task Refusal_ends_the_sending_direction_without_waiting_for_the_client(string scheme)
    {
        await using var running = await RunningServer.StartAsync(clock: new ManualClock());
        await using var stream = scheme == "http" ? new NetworkStream(await running.ConnectAsync(), ownsSocket: true) : await running.ConnectTlsAsync();
        await stream.WriteAsync("BAD\r\n\r\n"u8.ToArray(), Token);
        Assert.StartsWith("HTTP/1.1 400 ", await RunningServer.ReadToEndAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_reaches_a_client_that_is_still_sending()
    {
        await using var running = await RunningServer.StartAsync();
        using var socket = await running.ConnectAsync();
        _ = await socket.SendAsync("BAD\r\n\r\n"u8.ToArray(), Token);
        _ = await socket.SendAsync(new byte[60 * 1024], Token);
        await using var stream = new NetworkStream(socket);
        Assert.StartsWith("HTTP/1.1 400 ", await RunningServer.ReadToEndAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_closes_idle_connections_and_refuses_new_ones()
    {
        await using var running = await RunningServer.StartAsync();
        var endPoint = running.Server.EndPoints[0];
        await using var idle = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await using var silent = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await using var secure = await running.ConnectTlsAsync();
        foreach (var stream in (Stream[])[idle, secure])
        {
            await stream.WriteAsync(s_get, Token);
            var answer = new byte[8];
            await stream.ReadExactlyAsync(answer, Token);
        }

        await running.Server.StopAsync(Token);
        Assert.EndsWith("hello", await RunningServer.ReadToEndAsync(idle), StringComparison.Ordinal);
        Assert.EndsWith("hello", await RunningServer.ReadToEndAsync(secure), StringComparison.Ordinal);
        Assert.Equal("", await RunningServer.ReadToEndAsync(silent));
        Assert.Equal(0, running.Server.Sessions.Count);
        using var late = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ = await Assert.ThrowsAsync<SocketException>(async () => await late.ConnectAsync(endPoint, Token));
    }

    [Fact]
    public async Task Stop_lets_a_request_under_way_end()
    {
        await using var running = await RunningServer.StartAsync(static o => o with { ShutdownTimeout = TimeSpan.FromSeconds(30) });
        var content = RandomNumberGenerator.GetBytes(32 * 1024 * 1024);
        _ = running.Folder.Add("large.bin", content);
        await using var stream = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await stream.WriteAsync("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), Token);
        await stream.ReadExactlyAsync(new byte[100], Token);
        var stop = running.Server.StopAsync(Token);
        var rest = await RunningServer.ReadToEndAsync(stream);
        await stop;
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(Encoding.Latin1.GetBytes(rest[^content.Length..])));
    }

    [Fact]
    public async Task Stop_aborts_what_does_not_end_in_time()
    {
        await using var running = await RunningServer.StartAsync();
        _ = running.Folder.Add("large.bin", new byte[32 * 1024 * 1024]);
        await using var stream = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await stream.WriteAsync("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), Token);
        await stream.ReadExactlyAsync(new byte[100], Token);
        await running.Server.StopAsync(new CancellationToken(canceled: true));
        Assert.Equal(0, running.Server.Sessions.Count);
        try
        {
            Assert.True((await RunningServer.ReadToEndAsync(stream)).Length < 32 * 1024 * 1024);
        }
        catch (IOException)
        {
            // A reset is as good: the client knows that the answer is not whole.
        }
    }

    [Theory]
    [InlineData(2, 100)]
    [InlineData(100, 2)]
    public async Task Connections_are_limited_in_all_and_by_address(int inAll, int byAddress)
    {
        await using var running = await RunningServer.StartAsync(o => o with { MaxConnections = inAll, MaxConnectionsPerAddress = byAddress });
        await using var first = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await using var second = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        foreach (var stream in (Stream[])[first, second])
        {
            await stream.WriteAsync(s_get, Token);
            await stream.ReadExactlyAsync(new byte[1], Token);
        }

        Assert.Equal(0, await ConnectAndReceiveAsync(running));

        // Once one has gone there is room again: the server closes its end before it counts the connection out, hence the tries.
        first.Dispose();
        for (var answered = 0; answered == 0;)
        {
            answered = await ConnectAndReceiveAsync(running);
        }

        static async Task<int> ConnectAndReceiveAsync(RunningServer running)
        {
            try
            {
                using var socket = await running.ConnectAsync();
                _ = await socket.SendAsync(s_get, Token);
                return await socket.ReceiveAsync(new byte[1], Token);
            }
            catch (SocketException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public async Task Session_is_aborted_by_its_id()
    {
        await using var running = await RunningServer.StartAsync();
        await using var stream = new NetworkStream(await running.ConnectAsync(), ownsSocket: true);
        await stream.WriteAsync(s_get, Token);
        await stream.ReadExactlyAsync(new byte[1], Token);
        var session = Assert.Single(running.Server.Sessions.List());
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)session.Peer!).Address);
        Assert.False(running.Server.Sessions.Abort(Guid.NewGuid()));
        Assert.True(running.Server.Sessions.Abort(session.Id));
        try
        {
            _ = await RunningServer.ReadToEndAsync(stream);
        }
        catch (IOException)
        {
            // Reset or end: either way it is over.
        }
    }

    [Fact]
    public async Task Handshake_that_is_no_handshake_leaves_the_server_alive()
    {
        await using var running = await RunningServer.StartAsync();
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(running.Server.EndPoints[1], Token);
            _ = await socket.SendAsync(s_get, Token);
            await using var stream = new NetworkStream(socket);
            Assert.DoesNotContain("HTTP/1.1", await RunningServer.ReadToEndAsync(stream), StringComparison.Ordinal);
        }

        using var client = running.NewHttpClient();
        Assert.Equal("hello", await client.GetStringAsync(new Uri(running.Https, "hello.txt"), Token));
    }

    [Fact]
    public async Task Handshake_that_takes_10_s_is_dropped()
    {
        var clock = new ManualClock();
        await using var running = await RunningServer.StartAsync(clock: clock);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(running.Server.EndPoints[1], Token);
        var received = socket.ReceiveAsync(new byte[1], Token).AsTask();

        // Its limit from the connection's start, and that of the handshake itself.
        while (clock.TimerCount < 2)
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, clock.TimerCount);
        Assert.False(received.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        try
        {
            Assert.Equal(0, await received);
        }
        catch (SocketException)
        {
            // A reset is as good: it is dropped.
        }
    }

    [Fact]
    public async Task Handshake_that_waits_for_a_place_waits_within_its_time()
    {
        var clock = new ManualClock();
        await using var running = await RunningServer.StartAsync(static o => o with { MaxHandshakes = 1 }, clock);
        await using var first = await ConnectAsync();
        await using var second = await ConnectAsync();

        // One limit each, and that of the handshake which has begun: both wait.
        while (clock.TimerCount < 3)
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(10));
        foreach (var stream in (Stream[])[first, second])
        {
            try
            {
                Assert.Equal(0, await stream.ReadAsync(new byte[1], Token));
            }
            catch (IOException)
            {
                // A reset is as good: it is dropped.
            }
        }

        async Task<Stream> ConnectAsync()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(running.Server.EndPoints[1], Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    [Fact]
    public async Task Port_in_use_leaves_nothing_bound()
    {
        await using var running = await RunningServer.StartAsync();
        var taken = running.Server.EndPoints[0].Port;
        await using var second = new InternetServer(new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = running.Folder.Root },
            EndPoints = [new ServerEndPoint(), new ServerEndPoint { Port = taken }],
        });
        _ = await Assert.ThrowsAsync<AddressInUseException>(() => second.StartAsync(Token));
        Assert.Empty(second.EndPoints);
    }

    [Fact]
    public async Task Https_without_certificate_throws()
    {
        using var folder = new TemporaryFolder();
        await using var server = new InternetServer(new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = folder.Root },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Https }],
        });
        _ = await Assert.ThrowsAsync<ArgumentException>(() => server.StartAsync(Token));
    }

    [Fact]
    public async Task Server_listens_on_ipv6_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        await using var running = await RunningServer.StartAsync(static o => o with { EndPoints = [.. o.EndPoints, new ServerEndPoint { Address = IPAddress.IPv6Loopback }] });
        using var client = running.NewHttpClient();
        Assert.Equal("hello", await client.GetStringAsync(new Uri(running.Server.Urls[2], "hello.txt"), Token));
    }
}
