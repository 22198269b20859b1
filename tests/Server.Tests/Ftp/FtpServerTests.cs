using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>FTP through the host, on real sockets.</summary>
public sealed class FtpServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task End_points_of_two_protocols_serve_one_folder_and_one_registry()
    {
        await using var running = await RunningFtpServer.StartAsync();
        _ = running.Folder.Add("hello.txt", "hello");
        Assert.Equal($"ftp://127.0.0.1:{running.Control.Port}/", running.Server.Urls[0].AbsoluteUri);
        Assert.Equal("http", running.Server.Urls[1].Scheme);
        using var session = running.LogIn();
        using var client = new HttpClient();
        Assert.Equal("hello", await client.GetStringAsync(new Uri(running.Server.Urls[1], "hello.txt"), Token));
        Assert.Equal("hello", Retrieve(running, session, "RETR hello.txt"));
        Assert.Equal(["ftp", "http"], running.Server.Sessions.List().Select(static s => s.Protocol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void End_point_without_options_of_its_protocol_is_refused()
    {
        _ = Assert.Throws<ArgumentException>(() => new InternetServer(new InternetServerOptions { Http = new HttpFolderOptions { Folder = "/" }, EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }] }));
        _ = Assert.Throws<ArgumentException>(() => new InternetServer(new InternetServerOptions { Ftp = new FtpFolderOptions { Folder = "/" } }));
    }

    [Fact]
    public async Task Stop_closes_sessions_and_data_ports()
    {
        var running = await RunningFtpServer.StartAsync();
        using var session = running.LogIn();
        _ = session.Send("EPSV\r\n"u8);
        var port = Port(RunningFtpServer.ReadLine(session));
        await running.DisposeAsync();
        Assert.Equal("421 The server stops.\r\n", RunningFtpServer.ReadLine(session));
        Assert.Equal("", RunningFtpServer.ReadLine(session));
        using var data = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ = Assert.Throws<SocketException>(() => data.Connect(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task Session_that_is_killed_loses_its_data_connection()
    {
        await using var running = await RunningFtpServer.StartAsync();
        using (var file = File.Create(Path.Join(running.Folder.Root, "huge")))
        {
            file.SetLength(24 * 1024 * 1024);
        }

        using var session = running.LogIn();
        _ = session.Send("EPSV\r\n"u8);
        using var data = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        data.Connect(running.Control.Address, Port(RunningFtpServer.ReadLine(session)));
        _ = session.Send("RETR huge\r\n"u8);
        Assert.StartsWith("150 ", RunningFtpServer.ReadLine(session), StringComparison.Ordinal);
        Assert.True(running.Server.Sessions.Abort(running.Server.Sessions.List()[0].Id));
        Assert.True((await FtpTestClient.ReadDataAsync(data)).Length < 24 * 1024 * 1024);
    }

    [Fact]
    public async Task Abor_behind_a_synch_is_heard()
    {
        await using var running = await RunningFtpServer.StartAsync();
        using var session = running.LogIn();
        _ = session.Send([0xFF, 0xF4, 0xFF], SocketFlags.OutOfBand);
        _ = session.Send([0xF2, .. "ABOR\r\n"u8]);
        Assert.Equal("226 No transfer was under way.\r\n", RunningFtpServer.ReadLine(session));
    }

    [Fact]
    public async Task Forty_sessions_fetch_at_once()
    {
        await using var running = await RunningFtpServer.StartAsync();
        var content = string.Concat(Enumerable.Range(0, 20_000));
        _ = running.Folder.Add("text", content);
        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Token }, (_, _) =>
        {
            using var session = running.LogIn();
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(content, Retrieve(running, session, "RETR text"));
            }

            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public async Task IPv6_client_uses_EPSV_and_cannot_use_PASV()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        using var folder = new TemporaryFolder();
        _ = folder.Add("hello.txt", "hello");
        await using var server = new InternetServer(new InternetServerOptions
        {
            Ftp = new FtpFolderOptions { Folder = folder.Root },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp, Address = IPAddress.IPv6Loopback }],
        });
        await server.StartAsync(Token);
        using var session = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        session.Connect(server.EndPoints[0]);
        _ = session.Send("USER ftp\r\nPASS x\r\nPASV\r\nEPSV 1\r\nEPSV 2\r\n"u8);
        string[] replies = [.. Enumerable.Range(0, 6).Select(_ => RunningFtpServer.ReadLine(session))];
        Assert.Equal("425 PASV is for IPv4: use EPSV.\r\n", replies[3]);
        Assert.Equal("522 Network protocol not supported, use (2).\r\n", replies[4]);
        using var data = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        data.Connect(IPAddress.IPv6Loopback, Port(replies[5]));
        _ = session.Send("RETR hello.txt\r\n"u8);
        Assert.Equal("hello", Encoding.ASCII.GetString(await FtpTestClient.ReadDataAsync(data)));
    }

    private static int Port(string reply) => int.Parse(reply.Split('|')[3]);

    private static string Retrieve(RunningFtpServer running, Socket session, string command)
    {
        _ = session.Send("EPSV\r\n"u8);
        using var data = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        data.Connect(running.Control.Address, Port(RunningFtpServer.ReadLine(session)));
        _ = session.Send(Encoding.ASCII.GetBytes(command + "\r\n"));
        using var stream = new NetworkStream(data);
        var content = new StreamReader(stream).ReadToEnd();
        Assert.StartsWith("150 ", RunningFtpServer.ReadLine(session), StringComparison.Ordinal);
        Assert.StartsWith("226 ", RunningFtpServer.ReadLine(session), StringComparison.Ordinal);
        return content;
    }
}
