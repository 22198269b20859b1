using System.Diagnostics;

namespace HiPerf.Bench.Gopher;

/// <summary>The servers of Debian's packages, each set up to be as fast as it can while its answers are the same: menus without decoration, no log.</summary>
internal static class GopherServerPeers
{
    private const string Gophernicus = "/usr/sbin/gophernicus";
    private const string Python = "/usr/bin/python3";
    private const string Pygopherd = "/usr/lib/python3/dist-packages/pygopherd";

    // Its own start-up, but for a queue of five connections, which eight clients overflow.
    private const string PygopherdScript = """
        import os, socketserver, sys, threading
        from pygopherd import initialization
        socketserver.TCPServer.request_queue_size = 512
        server = initialization.initialize(sys.argv[1])
        def end():
            sys.stdin.read()
            os._exit(0)
        threading.Thread(target=end, daemon=True).start()
        print(server.server_port, flush=True)
        server.serve_forever()
        """;

    /// <summary>Why gophernicus cannot be started here, or null.</summary>
    public static string? GophernicusMissing => File.Exists(Gophernicus) ? SuperServer.Missing : "gophernicus: not installed (Debian's gophernicus)";

    /// <summary>Why pygopherd cannot be started here, or null.</summary>
    public static string? PygopherdMissing => File.Exists(Python) && Directory.Exists(Pygopherd) ? null : "pygopherd: not installed (Debian's pygopherd)";

    /// <summary>gophernicus under <see cref="SuperServer"/>: no header, footer, dates, log; its throttle, which counts by address, out of reach.</summary>
    public static ProcessStartInfo StartGophernicus(GopherFolder folder) =>
        SuperServer.For(Gophernicus, "-h", "127.0.0.1", "-r", folder.Root, "-nh", "-nf", "-nd", "-ns", "-nr", "-i", "1000000000", "-k", "1000000000");

    /// <summary>pygopherd with threads: by default it forks, at a sixth of the speed.</summary>
    public static ProcessStartInfo StartPygopherd(GopherFolder folder)
    {
        string configuration = folder.Of("pygopherd.conf");
        File.WriteAllText(configuration, PygopherdConfiguration(folder));
        return new ProcessStartInfo(Python, ["-c", PygopherdScript, configuration]);
    }

    private static string PygopherdConfiguration(GopherFolder folder) => $$"""
        [pygopherd]
        detach = no
        interface = 127.0.0.1
        servername = 127.0.0.1
        port = 0
        servertype = ThreadingTCPServer
        timeout = 60
        abstract_headers = off
        abstract_entries = never
        tracebacks = no
        usechroot = no
        enable_tls = no
        root = {{folder.Root}}
        mimetypes = /etc/mime.types
        encoding = []
        [logger]
        logmethod = none
        [GopherEntry]
        defaultmimetype = text/plain
        mapping = [['text/.+', '0'], ['application/gopher-menu', '1'], ['.*', '9']]
        eaexts = {}
        [handlers.HandlerMultiplexer]
        handlers = [gophermap.BuckGophermapHandler, UMN.UMNDirHandler, file.FileHandler]
        [handlers.dir.DirHandler]
        ignorepatt = /\.cache
        cachetime = 180
        cachefile = .cache.pygopherd.dir
        [handlers.UMN.UMNDirHandler]
        extstrip = none
        [protocols.ProtocolMultiplexer]
        protocols = [gopherp.GopherPlusProtocol, rfc1436.GopherProtocol]
        [protocols.gopherp.GopherPlusProtocol]
        admin = Nobody <nobody@localhost>

        """;
}
