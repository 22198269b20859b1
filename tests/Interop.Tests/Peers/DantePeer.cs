namespace HiPerf.Interop.Tests.Peers;

/// <summary>A Dante of the test's own: SOCKS4 and SOCKS5. Where it asks who, it knows nobody, for its users are the system's.</summary>
internal sealed class DantePeer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ForegroundPeer _dante;

    private DantePeer(string folder, ForegroundPeer dante) => (_folder, _dante) = (folder, dante);

    public int Port => _dante.Port;

    public static async Task<DantePeer> StartAsync(bool asksWho = false)
    {
        string program = Peer.Require("danted", "dante-server");
        string folder = Directory.CreateTempSubdirectory("hiperf-dante-").FullName;
        ForegroundPeer dante = await ForegroundPeer.StartAsync(program, " running", port =>
            ["-f", Configure(folder, port, asksWho), "-p", Path.Combine(folder, "pid")]);
        return new DantePeer(folder, dante);
    }

    public async ValueTask DisposeAsync()
    {
        await _dante.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Configure(string folder, int port, bool asksWho)
    {
        string path = Path.Combine(folder, "danted.conf");
        File.WriteAllText(path, $$"""
            logoutput: stderr
            internal: 127.0.0.1 port = {{port}}
            external: 127.0.0.1
            clientmethod: none
            socksmethod: {{(asksWho ? "username" : "none")}}
            user.privileged: root
            user.unprivileged: nobody
            client pass {
              from: 127.0.0.0/8 to: 0.0.0.0/0
            }
            socks block {
              from: 0.0.0.0/0 to: 127.0.0.2/32
            }
            socks pass {
              from: 127.0.0.0/8 to: 0.0.0.0/0
              command: connect
            }

            """);
        return path;
    }
}
