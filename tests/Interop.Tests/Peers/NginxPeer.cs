using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>An nginx of the test's own: one folder over http and https, and the same folder under /chunked/ without its length.</summary>
internal sealed class NginxPeer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-nginx-").FullName;
    private string _nginx = string.Empty;

    public TestAuthority Authority { get; } = new();

    public string Root => Path.Combine(_folder, "root");

    public Uri Http { get; private set; } = new("http://invalid/");

    public Uri Https { get; private set; } = new("https://invalid/");

    public static async Task<NginxPeer> StartAsync()
    {
        var peer = new NginxPeer { _nginx = Peer.Require("nginx", "nginx-light") };
        Directory.CreateDirectory(peer.Root);

        // nginx takes no port 0. A port that was free a moment ago may be gone: then another is tried.
        for (int attempt = 0; ; attempt++)
        {
            (int http, int https) = (FreePort(), FreePort());
            (int exit, _, string error) = await Peer.RunAsync(peer._nginx, "-p", peer._folder, "-c", peer.Configure(http, https));
            if (exit == 0)
            {
                // The parent ends once the master has bound its ports: that is the signal.
                peer.Http = new Uri($"http://localhost:{http}/");
                peer.Https = new Uri($"https://localhost:{https}/");
                return peer;
            }

            if (attempt == 5)
            {
                throw new InvalidOperationException("nginx did not start: " + error);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        string pidFile = Path.Combine(_folder, "pid");
        if (File.Exists(pidFile))
        {
            using Process master = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(pidFile)).Trim()));
            _ = await Peer.RunAsync(_nginx, "-p", _folder, "-c", Path.Combine(_folder, "nginx.conf"), "-s", "stop");
            await master.WaitForExitAsync();
        }

        Authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Configure(int http, int https)
    {
        File.WriteAllText(Path.Combine(_folder, "cert.pem"), Authority.CertificatePem);
        File.WriteAllText(Path.Combine(_folder, "key.pem"), Authority.KeyPem);
        string path = Path.Combine(_folder, "nginx.conf");
        File.WriteAllText(path, $$"""
            pid {{_folder}}/pid;
            error_log {{_folder}}/error.log;
            worker_processes 1;
            user root;
            events { worker_connections 256; }
            http {
              access_log off;
              default_type application/octet-stream;
              client_body_temp_path {{_folder}}/body;
              proxy_temp_path {{_folder}}/proxy;
              fastcgi_temp_path {{_folder}}/fastcgi;
              uwsgi_temp_path {{_folder}}/uwsgi;
              scgi_temp_path {{_folder}}/scgi;
              server {
                listen 127.0.0.1:{{http}};
                listen 127.0.0.1:{{https}} ssl;
                ssl_certificate {{_folder}}/cert.pem;
                ssl_certificate_key {{_folder}}/key.pem;
                root {{Root}};
                location /chunked/ {
                  alias {{Root}}/;
                  sub_filter_types *;
                  sub_filter "<-- nothing holds this -->" "";
                }
                location /old/ { return 302 /; }
                location /loop { return 302 /loop; }
                location /to-file { return 302 file:///etc/hostname; }
              }
            }
            """);
        return path;
    }
}
