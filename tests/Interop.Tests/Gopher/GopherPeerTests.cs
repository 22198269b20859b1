using System.Net.Sockets;
using System.Text;
using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>The servers themselves, seen by curl: what our client fails at on them is then its own fault.</summary>
public sealed class GopherPeerTests(SharedGopherPeers peers)
{
    public static TheoryData<GopherServer> All => GopherPeers.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Server_offers_all_that_the_tests_of_our_client_need(GopherServer server)
    {
        GopherPeer peer = await peers.GetAsync(server);
        Assert.Equal(Content.Octets(1024 * 1024), await GetAsync(peer, "9/tree/mega.bin"));
        Assert.Equal(GopherTree.Files["dots.bin"], await GetAsync(peer, "9/tree/dots.bin"));
        Assert.Equal(Text(GopherTree.Files["text.txt"]), Text(await GetAsync(peer, "0/tree/text.txt")));
        Assert.Empty(await GetAsync(peer, "0/tree/empty.txt"));
        Assert.Equal("ünï\n", Text(await GetAsync(peer, "0/tree/sub%20folder/%C3%BCn%C3%AF%20(1)%20c%C3%B6de.txt")));
        Assert.Equal("déjà vu\n", Encoding.Latin1.GetString(await GetAsync(peer, "0/latin/caf%E9.txt")).ReplaceLineEndings("\n"));
        Assert.StartsWith($"0found two words\t/tree/text.txt\t127.0.0.1\t{peer.Port}\n", Text(await GetAsync(peer, "7/cgi-bin/find%09two%20words")), StringComparison.Ordinal);
        Assert.Equal(GopherTree.ManyLines, Text(await GetAsync(peer, "1/many")).Split('\n').Count(line => line.StartsWith("9entry ", StringComparison.Ordinal)));
        Assert.Contains("https://example.org/", Text(await GetAsync(peer, "1/mapped")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gophernicus_speaks_IPv6()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "needs IPv6");
        GopherPeer peer = await peers.GetAsync(GopherServer.Gophernicus, ipv6: true);
        Assert.Equal(GopherTree.Files["dots.bin"], await GetAsync(peer, "9/tree/dots.bin"));
    }

    [Fact]
    public async Task Pygopherd_speaks_TLS_and_a_front_gives_it_to_gophernicus()
    {
        GopherPeer pygopherd = await peers.GetAsync(GopherServer.Pygopherd);
        await using TlsFront front = await TlsFront.StartAsync(pygopherd.Authority, (await peers.GetAsync(GopherServer.Gophernicus)).Port);
        string authority = Path.GetTempFileName();
        await File.WriteAllTextAsync(authority, pygopherd.Authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        foreach (int port in (int[])[pygopherd.Port, front.Port])
        {
            byte[] octets = await CurlAsync($"gophers://localhost:{port}/9/tree/mega.bin", "--cacert", authority);
            Assert.Equal(Content.Octets(1024 * 1024), octets);
        }

        File.Delete(authority);
    }

    private static string Text(byte[] octets) => Encoding.UTF8.GetString(octets).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static Task<byte[]> GetAsync(GopherPeer peer, string path) => CurlAsync(peer.Url.AbsoluteUri + path);

    private static async Task<byte[]> CurlAsync(string url, params string[] arguments)
    {
        string target = Path.GetTempFileName();
        (int exit, _, string error) = await Peer.RunAsync(Peer.Require("curl", "curl"), ["-sS", "-g", "-o", target, .. arguments, url]);
        Assert.True(exit == 0, error);
        byte[] octets = await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken);
        File.Delete(target);
        return octets;
    }
}
