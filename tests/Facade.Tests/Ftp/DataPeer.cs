using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HiPerf.Facade.Tests.Peers;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>An FTP server with data connections: well-mannered but for the commands a test answers itself.</summary>
internal sealed class DataPeer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Dictionary<string, Func<DataPeerSession, string, Task>> _handlers = new(StringComparer.Ordinal);
    private readonly List<Task> _running = [];
    private readonly ConcurrentBag<DataPeerSession> _sessions = [];
    private readonly Task _accepting;

    public DataPeer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public X509Certificate2 Certificate { get; } = TestCertificate.ForLocalhost;

    public string Greeting { get; set; } = "ready";

    public string Features { get; set; } = string.Empty;

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Verbs of all commands behind the login, in order.</summary>
    public string Verbs => string.Join(' ', Commands.Select(static line => line.Split(' ')[0]).SkipWhile(static verb => verb is "USER" or "PASS" or "FEAT" or "PWD" or "AUTH" or "PBSZ" or "PROT" or "OPTS"));

    public DataPeer On(string verb, Func<DataPeerSession, string, Task> handler)
    {
        _handlers[verb] = handler;
        return this;
    }

    public DataPeer Answer(string verb, string reply) => On(verb, (session, _) => session.ReplyAsync(reply));

    public DataPeer With(string name, byte[] content)
    {
        Files[name] = content;
        return this;
    }

    public static byte[] Octets(int count)
    {
        var octets = new byte[count];
        new Random(count).NextBytes(octets);
        return octets;
    }

    public InternetSession NewSession(InternetTimeouts? timeouts = null, TimeProvider? time = null) => new(new InternetSessionOptions
    {
        Tls = new TlsOptions { TrustedRoots = [Certificate] },
        Timeouts = timeouts ?? new InternetTimeouts(),
        TimeProvider = time ?? TimeProvider.System,
    });

    public ValueTask<FtpConnection> ConnectAsync(InternetSession session, FtpConnectOptions? options = null) =>
        session.ConnectFtpAsync("127.0.0.1", (options ?? new FtpConnectOptions()) with { Port = Port }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var session in _sessions)
        {
            session.Dispose();
        }

        await Task.WhenAll(_running);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var session = new DataPeerSession(this, await _listener.AcceptAsync());
                _sessions.Add(session);
                _running.Add(RunAsync(session));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the test is over.
        }
    }

    private async Task RunAsync(DataPeerSession session)
    {
        await Task.Yield();
        try
        {
            await session.ReplyAsync("220 " + Greeting);
            while (await session.ReadLineAsync() is { } line)
            {
                Commands.Enqueue(line);
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var (verb, argument) = space < 0 ? (line, string.Empty) : (line[..space], line[(space + 1)..]);
                await (_handlers.TryGetValue(verb, out var handler) ? handler(session, argument) : session.ServeAsync(verb, argument));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away: what a client does is judged by the test, not by the peer.
        }
        finally
        {
            session.Dispose();
        }
    }
}
