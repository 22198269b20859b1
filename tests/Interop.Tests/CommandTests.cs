using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests;

/// <summary>The command as its users meet it: a process, its two outputs, its exit code.</summary>
public sealed class CommandTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100_001)]
    [InlineData(33_554_432)]
    public async Task Get_of_http_https_and_file_gives_the_peers_octets(long length)
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        string source = Path.Combine(nginx.Root, "file.bin");
        await Content.WriteAsync(source, length);
        string ca = Path.Combine(nginx.Root, "..", "ca.pem");
        await File.WriteAllTextAsync(ca, nginx.Authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        string target = Path.Combine(nginx.Root, "..", "fetched");
        string[] urls =
        [
            new Uri(nginx.Http, "file.bin").AbsoluteUri, new Uri(nginx.Http, "chunked/file.bin").AbsoluteUri,
            new Uri(nginx.Https, "file.bin").AbsoluteUri, new Uri(nginx.Https, "chunked/file.bin").AbsoluteUri,
            new Uri(source).AbsoluteUri,
        ];
        foreach (string url in urls)
        {
            (int exit, string output, string error) = await HiperfCommand.RunAsync("get", url, "-o", target, "--cacert", ca, "--json");
            Assert.Equal((0, ""), (exit, error));
            Assert.Equal(length, JsonDocument.Parse(output).RootElement.GetProperty("bytes").GetInt64());
            Assert.Equal(await Content.HashAsync(source), await Content.HashAsync(target));
            File.Delete(target);
        }
    }

    [Fact]
    public async Task Each_failure_is_one_line_and_its_own_exit_code()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        using var cutting = new CuttingPeer();
        var failures = new Dictionary<string, (int Exit, string Says)>
        {
            [new Uri(nginx.Http, "none").AbsoluteUri] = (4, "404"),
            ["http://nothing.invalid/"] = (6, "nothing.invalid"),
            [$"http://127.0.0.1:{ClosedPort()}/"] = (7, "refused"),
            [nginx.Https.AbsoluteUri] = (8, "not trusted"),
            ["wais://example.org/"] = (9, "wais"),
            [cutting.Url] = (10, "7 octets before"),
            ["file:///none/of/this"] = (3, "file:///none/of/this"),
        };
        foreach ((string url, (int expected, string says)) in failures)
        {
            (int exit, _, string error) = await HiperfCommand.RunAsync("get", url, "-o", Path.Combine(nginx.Root, "..", "none"));
            Assert.True(exit == expected, $"{url}: exit {exit}, {error}");
            Assert.Contains(says, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd('\n').Split('\n'));
            Assert.False(File.Exists(Path.Combine(nginx.Root, "..", "none")));
        }
    }

    [Fact]
    public async Task Get_into_a_pipe_that_closes_ends_early()
    {
        await using NginxPeer nginx = await NginxPeer.StartAsync();
        await Content.WriteAsync(Path.Combine(nginx.Root, "file.bin"), 1L << 30);
        using Process get = HiperfCommand.Start("get", new Uri(nginx.Http, "file.bin").AbsoluteUri);
        byte[] first = new byte[1000];
        await get.StandardOutput.BaseStream.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        get.StandardOutput.Close();
        await get.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, get.ExitCode);
    }

    [Fact]
    public async Task Serve_says_where_and_ends_at_SIGTERM()
    {
        string curl = Peer.Require("curl", "curl");
        string folder = Directory.CreateTempSubdirectory("hiperf-serve-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "served", TestContext.Current.CancellationToken);
        using Process serve = HiperfCommand.Start("serve", folder, "--http", "0");
        string? line = await serve.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        (_, string text, _) = await Peer.RunAsync(curl, "-sS", line!["Listening on ".Length..] + "a.txt");
        Assert.Equal("served", text);
        _ = await Peer.RunAsync("kill", "-TERM", serve.Id.ToString());
        await serve.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, serve.ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Demo_shows_every_scheme_agreeing()
    {
        (int exit, string output, string error) = await HiperfCommand.RunAsync("demo");
        Assert.True(exit == 0, error);
        foreach (string scheme in (string[])["http", "https", "ftp", "gopher", "file"])
        {
            Assert.Contains(output.Split('\n'), line => line.StartsWith(scheme + " ", StringComparison.Ordinal) && line.Contains("agree", StringComparison.Ordinal));
        }
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
