using System.Globalization;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests;

/// <summary>Other people's clients on our server.</summary>
public sealed class ServerTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;
    private readonly TestAuthority _authority = new();
    private InternetServer? _server;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_537)]
    [InlineData(67_108_864)]
    public async Task Curl_reads_a_file_over_http_and_https(long length)
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        await Content.WriteAsync(Path.Combine(_folder, "a file.bin"), length);
        foreach (Uri root in _server!.Urls)
        {
            string target = Path.Combine(_folder, "..", Path.GetFileName(_folder) + ".curl");
            (int exit, string output, string error) = await Peer.RunAsync(
                curl, "-sS", "--cacert", CaFile(), "-o", target, "-w", "%{http_code} %{size_download}", new Uri(root, "a%20file.bin").AbsoluteUri);
            Assert.Equal((0, $"200 {length}", ""), (exit, output, error));
            Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "a file.bin")), await Content.HashAsync(target));
            File.Delete(target);
        }
    }

    [Fact]
    public async Task Curl_keeps_the_connection_and_reads_heads_ranges_and_validators()
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "t.txt"), "0123456789", TestContext.Current.CancellationToken);
        string url = new Uri(_server!.Urls[0], "t.txt").AbsoluteUri;
        (_, string kept, _) = await Peer.RunAsync(curl, "-sS", url, url, url, "-w", " %{num_connects};");
        Assert.Equal("0123456789 1;0123456789 0;0123456789 0;", kept);

        (_, string head, _) = await Peer.RunAsync(curl, "-sSI", url);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 10\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/plain", head, StringComparison.Ordinal);

        string modified = head.Split("\r\n").Single(line => line.StartsWith("Last-Modified: ", StringComparison.Ordinal))["Last-Modified: ".Length..];
        Assert.True(DateTime.TryParseExact(modified, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        (_, string fresh, _) = await Peer.RunAsync(curl, "-sS", "-H", "If-Modified-Since: " + modified, "-w", "%{http_code}", url);
        Assert.Equal("304", fresh);

        (_, string old, _) = await Peer.RunAsync(curl, "-sS", "--http1.0", "-w", " %{http_code}", url);
        Assert.Equal("0123456789 200", old);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..%2f..%2f..%2f..%2fetc/passwd")]
    [InlineData("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("..%5c..%5cetc/passwd")]
    [InlineData("%00")]
    [InlineData("%c0%ae%c0%ae/etc/passwd")]
    public async Task Curl_does_not_get_out_of_the_folder(string path)
    {
        string curl = Peer.Require("curl", "curl");
        await StartAsync();
        (int exit, string output, _) = await Peer.RunAsync(curl, "-sS", "--path-as-is", "-o", "/dev/null", "-w", "%{http_code}", _server!.Urls[0].AbsoluteUri + path);
        Assert.Equal(0, exit);
        Assert.True(output is "400" or "404", output);
    }

    [Fact]
    public async Task Wget_mirrors_the_folder()
    {
        string wget = Peer.Require("wget", "wget");
        await StartAsync();
        Directory.CreateDirectory(Path.Combine(_folder, "sub folder"));
        await Content.WriteAsync(Path.Combine(_folder, "one.bin"), 300_000);
        await Content.WriteAsync(Path.Combine(_folder, "sub folder", "two & three.bin"), 70_000);
        string target = Directory.CreateTempSubdirectory("hiperf-wget-").FullName;
        (int exit, _, string error) = await Peer.RunAsync(wget, "-nv", "-r", "-np", "-nH", "--reject", "index.html*", "-P", target, _server!.Urls[0].AbsoluteUri);
        Assert.True(exit == 0, error);
        foreach (string file in (string[])["one.bin", "sub folder/two & three.bin"])
        {
            Assert.Equal(await Content.HashAsync(Path.Combine(_folder, file)), await Content.HashAsync(Path.Combine(target, file)));
        }

        Directory.Delete(target, recursive: true);
    }

    [Fact]
    public async Task Python_http_client_reuses_its_connection()
    {
        string python = Peer.Require("python3", "python3");
        await StartAsync();
        await Content.WriteAsync(Path.Combine(_folder, "p.bin"), 5000);
        const string Script = """
            import http.client, hashlib, sys
            c = http.client.HTTPConnection('127.0.0.1', int(sys.argv[1]))
            sums = set()
            for i in range(50):
                c.request('GET', '/p.bin')
                r = c.getresponse()
                assert r.status == 200 and r.getheader('Content-Length') == '5000'
                sums.add(hashlib.sha256(r.read()).hexdigest().upper())
                if i == 0: sock = c.sock
                assert c.sock is sock
            print(*sums)
            """;
        (int exit, string output, string error) = await Peer.RunAsync(python, "-c", Script, _server!.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture));
        Assert.True(exit == 0, error);
        Assert.Equal(await Content.HashAsync(Path.Combine(_folder, "p.bin")), output.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        File.Delete(_folder + ".pem");
    }

    private async Task StartAsync()
    {
        _server = new InternetServer(new InternetServerOptions
        {
            Http = new HttpFolderOptions { Folder = _folder },
            EndPoints = [new ServerEndPoint(), new ServerEndPoint { Protocol = ServerProtocol.Https, Certificate = _authority.Certificate }],
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    private string CaFile()
    {
        string path = _folder + ".pem";
        File.WriteAllText(path, _authority.Root.ExportCertificatePem());
        return path;
    }
}
