using System.Globalization;
using System.Net;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A gophernicus: CRLF and a dot at a menu's end, a title above it and a line about itself below; texts without dots. One process a request.</summary>
/// <remarks>It serves only what everybody may read, lists no more than about a thousand entries of a folder, folds lines of texts at a thousand octets, and writes escapes like <c>#040</c> into selectors.</remarks>
internal sealed class GophernicusPeer(string root, IPAddress address) : GopherPeer(root, address)
{
    // What inetd does: accept, and hand the connection to a new process as its standard input and output.
    private const string SuperServer = """
        import os, signal, socket, sys
        address, port, program, *arguments = sys.argv[1:]
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        family = socket.AF_INET6 if ':' in address else socket.AF_INET
        listener = socket.create_server((address, int(port)), family=family, backlog=128)
        print('accepting', flush=True)
        while True:
            connection, _ = listener.accept()
            if os.fork() == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                os.dup2(connection.fileno(), 0)
                os.dup2(connection.fileno(), 1)
                os.execv(program, [program] + arguments)
            connection.close()
        """;

    protected override Task<ForegroundPeer> RunAsync()
    {
        string gophernicus = Peer.Require("gophernicus", "gophernicus");
        string python = Peer.Require("python3", "python3");

        // Of what its defaults do, not: no virtual hosts, no users' folders, no shared memory, no syslog, names without dates, no queries behind question marks, octets as they are on disk, root may run it.
        return ForegroundPeer.StartAsync(python, "accepting", port =>
        [
            "-c", SuperServer, Address.ToString(), port.ToString(CultureInfo.InvariantCulture), gophernicus,
            "-h", Address.ToString(), "-p", port.ToString(CultureInfo.InvariantCulture), "-r", Root, "-nv", "-nu", "-nm", "-ns", "-nd", "-nq", "-no", "-nr",
        ]);
    }
}
