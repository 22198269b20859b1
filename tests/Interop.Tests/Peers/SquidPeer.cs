namespace HiPerf.Interop.Tests.Peers;

/// <summary>A squid of the test's own that lets one user through, or everybody.</summary>
internal sealed class SquidPeer : IAsyncDisposable
{
    public const string User = "user";
    public const string Password = "pass word";

    private readonly string _folder;
    private readonly ForegroundPeer _squid;

    private SquidPeer(string folder, ForegroundPeer squid) => (_folder, _squid) = (folder, squid);

    public int Port => _squid.Port;

    public static async Task<SquidPeer> StartAsync(bool asksWho)
    {
        string program = Peer.Require("squid", "squid-openssl");
        string folder = Directory.CreateTempSubdirectory("hiperf-squid-").FullName;
        if (asksWho)
        {
            string openssl = Peer.Require("openssl", "openssl");
            (_, string hash, _) = await Peer.RunAsync(openssl, "passwd", "-apr1", Password);
            await File.WriteAllTextAsync(Path.Combine(folder, "users"), $"{User}:{hash.Trim()}\n", TestContext.Current.CancellationToken);
        }

        // squid drops its rights and reads the users' file without them.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        ForegroundPeer squid = await ForegroundPeer.StartAsync(program, "Accepting HTTP Socket connections", port => ["-N", "-d", "1", "-f", Configure(folder, port, asksWho)]);
        return new SquidPeer(folder, squid);
    }

    public async ValueTask DisposeAsync()
    {
        await _squid.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Configure(string folder, int port, bool asksWho)
    {
        string path = Path.Combine(folder, "squid.conf");
        File.WriteAllText(path, $"""
            http_port 127.0.0.1:{port}
            pid_filename none
            visible_hostname localhost
            cache_log /dev/null
            access_log none
            cache deny all
            cache_mem 8 MB
            coredump_dir {folder}
            shutdown_lifetime 0 seconds
            netdb_filename none
            pinger_enable off
            {(asksWho ? $"auth_param basic program /usr/lib/squid/basic_ncsa_auth {folder}/users" : string.Empty)}
            {(asksWho ? "acl known proxy_auth REQUIRED" : "acl known src 127.0.0.1")}
            acl forbidden dstdomain forbidden.localhost
            http_access deny forbidden
            http_access allow known
            http_access deny all

            """);
        return path;
    }
}
