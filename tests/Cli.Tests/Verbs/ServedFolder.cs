using System.Security.Cryptography.X509Certificates;
using HiPerf.Cli.Verbs;
using HiPerf.Server;

namespace HiPerf.Cli.Tests.Verbs;

/// <summary>A folder of its own, served over http and https on loopback for one test.</summary>
internal sealed class ServedFolder : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = ThrowAwayCertificate.Make();
    private readonly InternetServer _server;

    private ServedFolder(string path)
    {
        FullPath = path;
        _server = new InternetServer(new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = path },
            EndPoints = [new ServerEndPoint(), new ServerEndPoint { Protocol = ServerProtocol.Https, Certificate = _certificate }],
        });
    }

    public string FullPath { get; }

    public Uri Http => _server.Urls[0];

    public Uri Https => _server.Urls[1];

    public static async Task<ServedFolder> StartAsync()
    {
        var folder = new ServedFolder(Directory.CreateTempSubdirectory("hiperf-verbs-").FullName);
        await folder._server.StartAsync(TestContext.Current.CancellationToken);
        return folder;
    }

    public string Write(string name, byte[] content)
    {
        string path = Path.Combine(FullPath, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The certificate's PEM file, outside the folder.</summary>
    public async Task<string> WriteCertificateAsync()
    {
        string path = FullPath + ".pem";
        await File.WriteAllTextAsync(path, _certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        Directory.Delete(FullPath, recursive: true);
        File.Delete(FullPath + ".pem");
    }
}
