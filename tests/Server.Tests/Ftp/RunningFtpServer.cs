using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Server.Tests.Ftp;

/// <summary>A server for ftp and http on free loopback ports over a temporary folder.</summary>
internal sealed class RunningFtpServer : IAsyncDisposable
{
    private RunningFtpServer(InternetServer server, TemporaryFolder folder) => (Server, Folder) = (server, folder);

    public InternetServer Server { get; }

    public TemporaryFolder Folder { get; }

    public IPEndPoint Control => Server.EndPoints[0];

    public static async Task<RunningFtpServer> StartAsync(Func<FtpFolderOptions, FtpFolderOptions>? change = null, TimeProvider? clock = null)
    {
        var folder = new TemporaryFolder();
        var ftp = new FtpFolderOptions { Folder = folder.Root, MaxSessionsPerAddress = 1000 };
        var server = new InternetServer(new InternetServerOptions
        {
            Ftp = change is null ? ftp : change(ftp),
            Http = new HttpFolderOptions { Folder = folder.Root },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Ftp }, new ServerEndPoint()],
            MaxConnectionsPerAddress = 1000,
        }, loggers: null, clock);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new RunningFtpServer(server, folder);
    }

    /// <summary>A session that is logged in and of TYPE I. Synchronous: a socket that was ever used asynchronously allocates in each synchronous call that has to wait.</summary>
    public Socket LogIn()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(Control);
        foreach (var (command, code) in (ReadOnlySpan<(string, string)>)[("", "220 "), ("USER ftp\r\n", "331 "), ("PASS x\r\n", "230 "), ("TYPE I\r\n", "200 ")])
        {
            _ = socket.Send(Encoding.ASCII.GetBytes(command));
            Assert.StartsWith(code, ReadLine(socket), StringComparison.Ordinal);
        }

        return socket;
    }

    public static string ReadLine(Socket socket)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (socket.Receive(one) > 0)
        {
            line.Add(one[0]);
            if (one[0] == (byte)'\n')
            {
                break;
            }
        }

        return Encoding.UTF8.GetString([.. line]);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }
}
