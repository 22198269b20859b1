using System.Security.Cryptography.X509Certificates;
using HiPerf.Ftp;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>A folder of one test's own on a server, a local one, and a session that knows the server.</summary>
internal sealed class FtpTestFolder : IAsyncDisposable
{
    private readonly DialogueLog _log = new();
    private readonly FtpPeer _peer;
    private readonly string _host;

    private FtpTestFolder(FtpPeer peer, string? host, FtpDataMode mode, ProxyOptions? proxy)
    {
        _peer = peer;
        _host = host ?? peer.Host;
        Name = "f" + Guid.NewGuid().ToString("N")[..12];
        Disk = Path.Combine(peer.Root, Name);
        _ = Directory.CreateDirectory(Disk);
        FtpPeer.Open(Disk);
        Options = new FtpConnectOptions
        {
            Port = peer.Port,
            UserName = peer.UserName,
            Password = peer.Password,
            Tls = peer.IsImplicit ? FtpTlsMode.Implicit : peer.Tls == FtpPeerTls.None ? FtpTlsMode.Off : FtpTlsMode.Explicit,
            DataMode = mode,
        };
        Session = new InternetSession(new InternetSessionOptions
        {
            Tls = new TlsOptions { TrustedRoots = new X509Certificate2Collection(peer.Authority.Root) },
            Proxy = proxy ?? ProxyOptions.Direct,
            Ftp = Options,
            StatusChanged = _log,
        });
    }

    /// <summary>Its name on the server, where it lies in the user's first folder.</summary>
    public string Name { get; }

    /// <summary>Where it lies on the disk.</summary>
    public string Disk { get; }

    /// <summary>A folder for the test's own files.</summary>
    public string Local { get; } = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;

    public FtpConnectOptions Options { get; }

    public InternetSession Session { get; }

    public static async Task<FtpTestFolder> OpenAsync(
        SharedFtpPeers peers, FtpServer server, FtpPeerTls tls, bool ipv6 = false, string? host = null, FtpDataMode mode = FtpDataMode.Passive, ProxyOptions? proxy = null) =>
        new(await peers.GetAsync(server, tls, ipv6), host, mode, proxy);

    /// <summary>A connection that is logged in and stands in the folder.</summary>
    public async Task<FtpConnection> ConnectAsync()
    {
        FtpConnection connection = await Session.ConnectFtpAsync(_host.Trim('[', ']'), Options, TestContext.Current.CancellationToken);
        Assert.Equal(_peer.Tls != FtpPeerTls.None, connection.IsSecure && connection.ProtectsData);
        await connection.SetCurrentDirectoryAsync(Name, TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>A path in it as URL; the user is the session's.</summary>
    public string Url(string path) =>
        new UriBuilder(_peer.Url) { Host = _host, Path = $"{Name}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}" }.Uri.AbsoluteUri;

    /// <summary>Writes a file on the server's disk.</summary>
    public async Task<byte[]> PutAsync(string path, int length)
    {
        byte[] octets = Content.Octets(length);
        string target = Path.Combine(Disk, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await File.WriteAllBytesAsync(target, octets, TestContext.Current.CancellationToken);
        FtpPeer.Open(target);
        return octets;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        Directory.Delete(Local, recursive: true);
        TestContext.Current.TestOutputHelper?.WriteLine(_log.ToString());
    }
}
