using System.Net;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A pygopherd: Gopher+ for every item, gophers at the same port, octets as they are on disk, and no dot anywhere. IPv4 alone. One process a request.</summary>
internal sealed class PygopherdPeer(string root) : GopherPeer(root, IPAddress.Loopback)
{
    public const string Administrator = "Ann Example <ann@example.org>";

    protected override Task<ForegroundPeer> RunAsync()
    {
        string pygopherd = Peer.Require("pygopherd", "pygopherd");
        string types = WriteFile("mime.types", "text/plain txt\nimage/png png\nimage/gif gif\ntext/html html\napplication/octet-stream bin\n");
        string certificate = WriteFile("cert.pem", Authority.CertificatePem);
        string key = WriteFile("key.pem", Authority.KeyPem);
        return ForegroundPeer.StartAsync(pygopherd, "Running.  Root is", port => [WriteFile("pygopherd.conf", Configure(port, types, certificate, key))]);
    }

    // Its package's configuration, but that nothing is cached or stripped from names, and that programs answer searches. It knows no defaults: each option must be there.
    private string Configure(int port, string types, string certificate, string key) => $"""
        [pygopherd]
        detach = no
        pidfile = {Folder}/pid
        servername = {Address}
        interface = {Address}
        port = {port}
        servertype = ForkingTCPServer
        timeout = 60
        abstract_headers = on
        abstract_entries = always
        tracebacks = yes
        usechroot = no
        enable_tls = yes
        tls_certfile = {certificate}
        tls_keyfile = {key}
        root = {Root}
        mimetypes = {types}
        encoding = []
        [logger]
        logmethod = file
        [GopherEntry]
        defaultmimetype = text/plain
        mapping = [['text/html', 'h'], ['text/.+', '0'], ['image/gif', 'g'], ['image/.+', 'I'], ['application/gopher-menu', '1'], ['application/gopher\\+-menu', '1'], ['application/.+', '9'], ['.*', '0']]
        eaexts = {"{"}'.abstract': 'ABSTRACT', '.keywords': 'KEYWORDS', '.ask': 'ASK'{"}"}
        [handlers.HandlerMultiplexer]
        handlers = [url.HTMLURLHandler, gophermap.BuckGophermapHandler, mbox.MaildirFolderHandler, mbox.MaildirMessageHandler, UMN.UMNDirHandler, html.HTMLFileTitleHandler, mbox.MBoxMessageHandler, mbox.MBoxFolderHandler, scriptexec.ExecHandler, file.FileHandler]
        [handlers.dir.DirHandler]
        ignorepatt = ~$|/\.|/gophermap$|\.abstract$|\.keywords$|\.ask$
        cachetime = 0
        cachefile = .cache.pygopherd.dir
        [handlers.UMN.UMNDirHandler]
        extstrip = none
        [handlers.ZIP.ZIPHandler]
        enabled = false
        pattern = \.zip$
        [protocols.ProtocolMultiplexer]
        protocols = [gopherp.GopherPlusProtocol, gopherp.SecureGopherPlusProtocol, rfc1436.GopherProtocol, rfc1436.SecureGopherProtocol]
        [protocols.gopherp.GopherPlusProtocol]
        admin = {Administrator}

        """;
}
