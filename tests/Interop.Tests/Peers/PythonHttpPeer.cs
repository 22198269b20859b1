using System.Diagnostics;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>Python's http.server: HTTP/1.0 with a length, HTTP/1.0 ended by its close, HTTP/1.1 chunked.</summary>
internal sealed class PythonHttpPeer : IAsyncDisposable
{
    private const string Script = """
        import sys, http.server
        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                if self.path.startswith('/close/'):
                    self.protocol_version = 'HTTP/1.0'
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b'0123456789' * int(self.path.rsplit('/', 1)[1]))
                elif self.path.startswith('/chunked/'):
                    self.protocol_version = 'HTTP/1.1'
                    self.send_response(200)
                    self.send_header('Transfer-Encoding', 'chunked')
                    self.end_headers()
                    for i in range(int(self.path.rsplit('/', 1)[1])):
                        self.wfile.write(b'a;name="v"\r\n0123456789\r\n')
                    self.wfile.write(b'0\r\nX-Trailer: yes\r\n\r\n')
                else:
                    super().do_GET()
            def log_message(self, *args):
                pass
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """;

    private readonly Process _process;

    private PythonHttpPeer(Process process, int port)
    {
        _process = process;
        Http = new Uri($"http://127.0.0.1:{port}/");
    }

    public Uri Http { get; }

    public static async Task<PythonHttpPeer> StartAsync()
    {
        Process process = Peer.Start(Peer.Require("python3", "python3"), "-c", Script);
        string? port = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new PythonHttpPeer(process, int.Parse(port ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync())));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
