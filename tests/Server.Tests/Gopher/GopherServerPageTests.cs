using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Server.Tests.Gopher;

/// <summary>The sample of docs/gopher-server.md, run.</summary>
public sealed class GopherServerPageTests
{
    [Fact]
    public async Task Folder_is_served_in_clear_and_over_tls()
    {
        using var temporary = new TemporaryFolder();
        var folder = temporary.Root;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = folder, HostName = "gopher.example.org" },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gopher }, new ServerEndPoint { Protocol = ServerProtocol.Gophers, Certificate = certificate }],
        });
#pragma warning disable xUnit1051 // As the page shows it.
        await server.StartAsync();           // server.Urls tells where; port 0, the default, lets the system choose
#pragma warning restore xUnit1051
        Assert.Equal(["gopher", "gophers"], server.Urls.Select(static url => url.Scheme));
    }
}
