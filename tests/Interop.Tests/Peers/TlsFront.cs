using System.Globalization;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>TLS before a Gopher server that has none: hands on one request line, gives back the answer, and says TLS's own end behind it.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private const string Script = """
        import socket, ssl, sys, threading
        certificate, key, target, port = sys.argv[1:]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        listener = socket.create_server(('127.0.0.1', int(port)), backlog=128)
        print('accepting', flush=True)
        def serve(plain):
            try:
                with context.wrap_socket(plain, server_side=True) as client, socket.create_connection(('127.0.0.1', int(target))) as server:
                    server.sendall(client.makefile('rb').readline())
                    while octets := server.recv(65536):
                        client.sendall(octets)
                    client.unwrap()
            except OSError:
                pass
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        """;

    private readonly string _folder;
    private readonly ForegroundPeer _process;

    private TlsFront(string folder, ForegroundPeer process) => (_folder, _process) = (folder, process);

    public int Port => _process.Port;

    /// <summary>Starts one before a port, with an authority's certificate.</summary>
    public static async Task<TlsFront> StartAsync(TestAuthority authority, int target)
    {
        string python = Peer.Require("python3", "python3");
        string folder = Directory.CreateTempSubdirectory("hiperf-gopher-").FullName;
        string certificate = Path.Combine(folder, "cert.pem");
        string key = Path.Combine(folder, "key.pem");
        await File.WriteAllTextAsync(certificate, authority.CertificatePem, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, authority.KeyPem, TestContext.Current.CancellationToken);
        return new TlsFront(folder, await ForegroundPeer.StartAsync(
            python, "accepting", port => ["-c", Script, certificate, key, target.ToString(CultureInfo.InvariantCulture), port.ToString(CultureInfo.InvariantCulture)]));
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
