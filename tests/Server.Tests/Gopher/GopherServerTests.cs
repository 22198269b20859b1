using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using HiPerf.Server.Tests.Hosting;

namespace HiPerf.Server.Tests.Gopher;

/// <summary>Over loopback sockets, in clear and over TLS.</summary>
public sealed class GopherServerTests
{
    [Fact]
    public async Task Menu_names_the_address_the_client_reached()
    {
        await using var running = await StartAsync();
        var port = running.Server.EndPoints[2].Port;
        Assert.Equal($"0hello.txt\t/hello.txt\t127.0.0.1\t{port}\t+\r\n7Search by name\t/\t127.0.0.1\t{port}\r\n.\r\n", await AskAsync(running, "\r\n"));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"gopher://127.0.0.1:{port}/"), running.Server.Urls[2].ToString());
    }

    [Fact]
    public async Task Gophers_speaks_tls_from_the_first_octet_and_says_goodbye()
    {
        await using var running = await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(running.Server.EndPoints[3], TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(running.ClientTls(), TestContext.Current.CancellationToken);
        await tls.WriteAsync("/hello.txt\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("hello\r\n.\r\n", await RunningServer.ReadToEndAsync(tls));
    }

    [Theory]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public async Task Menu_over_tls_names_the_host_that_was_asked_for(string target, string named)
    {
        await using var running = await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(running.Server.EndPoints[3], TestContext.Current.CancellationToken);
        await using var tls = new SslStream(socket.GetStream());
        var options = running.ClientTls();
        options.TargetHost = target;
        await tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken);
        await tls.WriteAsync("\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Contains($"0hello.txt\t/hello.txt\t{named}\t{running.Server.EndPoints[3].Port}\t+\r\n", await RunningServer.ReadToEndAsync(tls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_that_still_sends_gets_the_whole_answer()
    {
        await using var running = await StartAsync();
        Assert.StartsWith("3That is no request", await AskAsync(running, "a\0b\r\n" + new string('x', 50_000)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_a_connection_that_has_asked_nothing_at_once()
    {
        await using var running = await StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(running.Server.EndPoints[2], TestContext.Current.CancellationToken);
        var ended = RunningServer.ReadToEndAsync(client.GetStream());
        await running.Server.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await ended);
        Assert.Equal(0, running.Server.Sessions.Count);
    }

    [Fact]
    public void End_point_without_options_is_refused() =>
        Assert.Throws<ArgumentException>(static () => new InternetServer(new InternetServerOptions { EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gopher }] }));

    [Fact]
    public async Task Gophers_needs_a_certificate()
    {
        using var folder = new TemporaryFolder();
        await using var server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = folder.Root },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gophers }],
        });
        _ = await Assert.ThrowsAsync<ArgumentException>(() => server.StartAsync(TestContext.Current.CancellationToken));
    }

    private static Task<RunningServer> StartAsync() => RunningServer.StartAsync(static options => options with
    {
        Gopher = new GopherFolderOptions { Folder = options.Http!.Folder },
        EndPoints = [.. options.EndPoints, new ServerEndPoint { Protocol = ServerProtocol.Gopher },
            new ServerEndPoint { Protocol = ServerProtocol.Gophers, Certificate = options.EndPoints[1].Certificate }],
    });

    private static async Task<string> AskAsync(RunningServer running, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(running.Server.EndPoints[2], TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return await RunningServer.ReadToEndAsync(client.GetStream());
    }
}
