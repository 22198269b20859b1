using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HiPerf.Server.Tests.Hosting;

/// <summary>A server on free loopback ports, one for http and one for https, over a temporary folder.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private RunningServer(InternetServer server, TemporaryFolder folder, X509Certificate2 certificate) =>
        (Server, Folder, Certificate) = (server, folder, certificate);

    public InternetServer Server { get; }

    public TemporaryFolder Folder { get; }

    public X509Certificate2 Certificate { get; }

    public Uri Http => Server.Urls[0];

    public Uri Https => Server.Urls[1];

    public static async Task<RunningServer> StartAsync(Func<InternetServerOptions, InternetServerOptions>? change = null, TimeProvider? clock = null)
    {
        var folder = new TemporaryFolder();
        _ = folder.Add("hello.txt", "hello");
        var certificate = NewCertificate();
        var options = new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = folder.Root },
            EndPoints = [new ServerEndPoint(), new ServerEndPoint { Protocol = ServerProtocol.Https, Certificate = certificate }],
        };
        var server = new InternetServer(change is null ? options : change(options), loggers: null, clock);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new RunningServer(server, folder, certificate);
    }

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Server.EndPoints[0], TestContext.Current.CancellationToken);
        return socket;
    }

    public async Task<Stream> ConnectTlsAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Server.EndPoints[1], TestContext.Current.CancellationToken);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(ClientTls(), TestContext.Current.CancellationToken);
        return tls;
    }

    /// <summary>Trusts the server's certificate and no other.</summary>
    public SslClientAuthenticationOptions ClientTls() => new()
    {
        TargetHost = "localhost",
        RemoteCertificateValidationCallback = (_, peer, _, _) => peer!.GetCertHashString() == Certificate.GetCertHashString(),
    };

    public HttpClient NewHttpClient() => new(new SocketsHttpHandler { SslOptions = ClientTls(), AllowAutoRedirect = false });

    public static async Task<string> ReadToEndAsync(Stream stream)
    {
        using var octets = new MemoryStream();
        await stream.CopyToAsync(octets, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(octets.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        Certificate.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
