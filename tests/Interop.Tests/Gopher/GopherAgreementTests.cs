using System.Globalization;
using System.Net;
using HiPerf.Interop.Tests.Peers;
using HiPerf.Server;

namespace HiPerf.Interop.Tests.Gopher;

/// <summary>Our server beside others on one folder, seen by a client that knows none of us: the same files, by name, type and hash.</summary>
public sealed class GopherAgreementTests(SharedGopherPeers peers)
{
    // Follows menus within /tree; a text is compared by its lines, freed from the dots of RFC 1436 where it ends in one.
    private const string Walk = """
        import hashlib, socket, sys
        def ask(selector):
            with socket.create_connection(('127.0.0.1', int(sys.argv[1])), timeout=20) as s:
                s.sendall(selector + b'\r\n')
                pieces = []
                while piece := s.recv(65536):
                    pieces.append(piece)
                return b''.join(pieces)
        def text(octets):
            if octets == b'.\r\n' or octets.endswith(b'\r\n.\r\n'):
                lines = octets[:-3].split(b'\r\n')
                return b'\n'.join(line[1:] if line.startswith(b'..') else line for line in lines)
            return octets.replace(b'\r\n', b'\n')
        found, todo, seen = [], [b'/tree'], set()
        while todo:
            for line in ask(todo.pop()).split(b'\n'):
                fields = line.rstrip(b'\r').split(b'\t')
                if len(fields) < 4 or fields[1] in seen or not fields[1].startswith(b'/tree/'):
                    continue
                seen.add(fields[1])
                if line[:1] == b'1':
                    todo.append(fields[1])
                elif line[:1] in b'09gI':
                    octets = ask(fields[1])
                    found.append(fields[0].decode() + ' ' + hashlib.sha256(text(octets) if line[:1] == b'0' else octets).hexdigest())
        print('\n'.join(sorted(found)))
        """;

    [Fact]
    public async Task Same_folder_is_the_same_files_on_every_server()
    {
        GopherPeer gophernicus = await peers.GetAsync(GopherServer.Gophernicus);
        GopherPeer pygopherd = await peers.GetAsync(GopherServer.Pygopherd);
        await using var server = new InternetServer(new InternetServerOptions
        {
            Gopher = new GopherFolderOptions { Folder = gophernicus.Root },
            EndPoints = [new ServerEndPoint { Protocol = ServerProtocol.Gopher, Address = IPAddress.Loopback }],
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        string ours = await WalkAsync(server.EndPoints[0].Port);
        Assert.Equal(GopherTree.Files.Count, ours.Split('\n').Length);
        Assert.Equal(await WalkAsync(gophernicus.Port), ours);
        Assert.Equal(await WalkAsync(pygopherd.Port), ours);
    }

    private static async Task<string> WalkAsync(int port)
    {
        (int exit, string output, string error) = await Peer.RunAsync(Peer.Require("python3", "python3"), "-c", Walk, port.ToString(CultureInfo.InvariantCulture));
        Assert.True(exit == 0, error);
        return output.Trim();
    }
}
