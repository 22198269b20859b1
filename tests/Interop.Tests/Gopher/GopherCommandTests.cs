using System.Text.Json;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>The command on Gopher servers: what it says, what it leaves, its exit code.</summary>
public sealed class GopherCommandTests(SharedGopherPeers peers) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hiperf-interop-").FullName;

    public static TheoryData<GopherServer> All => GopherPeers.All;

    private string Target => Path.Combine(_folder, "fetched");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_and_ls_of_gopher_give_the_peers_octets_and_items(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        (int exit, string output, string error) = await HiperfCommand.RunAsync("get", peer.Url.AbsoluteUri + "9/tree/mega.bin", "-o", Target, "--json");
        Assert.True(exit == 0, error);
        Assert.Contains("not verified", error, StringComparison.Ordinal);
        Assert.Equal(1024 * 1024, JsonDocument.Parse(output).RootElement.GetProperty("bytes").GetInt64());
        Assert.Equal(await Content.HashAsync(Path.Combine(peer.Root, "tree/mega.bin")), await Content.HashAsync(Target));

        (exit, output, error) = await HiperfCommand.RunAsync("ls", peer.Url.AbsoluteUri + "1/tree", "--json");
        Assert.True(exit == 0, error);
        string[] files = [.. JsonDocument.Parse(output).RootElement.EnumerateArray().Where(item => item.GetProperty("type").GetString() is "0" or "9").Select(item => item.GetProperty("name").GetString()!)];
        Assert.Equal(["dots.bin", "empty.txt", "mega.bin", "one.bin", "text.txt"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_of_gophers_trusts_whom_it_is_told_to_and_nobody_else()
    {
        GopherPeer gophernicus = await peers.GetAsync(GopherServer.Gophernicus);
        using var authority = new TestAuthority();
        await using TlsFront front = await TlsFront.StartAsync(authority, gophernicus.Port);
        string ca = Path.Combine(_folder, "ca.pem");
        await File.WriteAllTextAsync(ca, authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        string url = $"gophers://localhost:{front.Port}/9/tree/mega.bin";
        (int exit, _, string error) = await HiperfCommand.RunAsync("get", url, "-o", Target, "--cacert", ca);
        Assert.True(exit == 0, error);
        Assert.Equal(await Content.HashAsync(Path.Combine(gophernicus.Root, "tree/mega.bin")), await Content.HashAsync(Target));
        File.Delete(Target);
        (exit, _, error) = await HiperfCommand.RunAsync("get", url, "-o", Target);
        Assert.Equal(8, exit);
        Assert.Contains("not trusted", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
