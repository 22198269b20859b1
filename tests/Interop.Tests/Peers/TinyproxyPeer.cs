namespace HiPerf.Interop.Tests.Peers;

/// <summary>A tinyproxy of the test's own that lets one user through.</summary>
internal sealed class TinyproxyPeer : IAsyncDisposable
{
    public const string User = "user";
    public const string Password = "secret";

    private readonly string _folder;
    private readonly ForegroundPeer _tinyproxy;

    private TinyproxyPeer(string folder, ForegroundPeer tinyproxy) => (_folder, _tinyproxy) = (folder, tinyproxy);

    public int Port => _tinyproxy.Port;

    public static async Task<TinyproxyPeer> StartAsync()
    {
        string program = Peer.Require("tinyproxy", "tinyproxy");
        string folder = Directory.CreateTempSubdirectory("hiperf-tinyproxy-").FullName;
        ForegroundPeer tinyproxy = await ForegroundPeer.StartAsync(program, "Accepting connections", port =>
        {
            string path = Path.Combine(folder, "tinyproxy.conf");
            File.WriteAllText(path, $"Port {port}\nListen 127.0.0.1\nTimeout 60\nMaxClients 10\nLogLevel Info\nBasicAuth {User} {Password}\nAllow 127.0.0.1\n");
            return ["-d", "-c", path];
        });
        return new TinyproxyPeer(folder, tinyproxy);
    }

    public async ValueTask DisposeAsync()
    {
        await _tinyproxy.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
