using System.Diagnostics;
using System.Globalization;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A pyftpdlib: MLSD, MFMT, one process for all sessions; it neither resumes nor demands TLS sessions.</summary>
internal sealed class PyftpdlibPeer(FtpPeerTls tls, bool ipv6) : FtpPeer(tls, ipv6)
{
    private const string Script = """
        import sys
        from pyftpdlib.authorizers import DummyAuthorizer
        from pyftpdlib.handlers import FTPHandler
        from pyftpdlib.servers import FTPServer
        address, port, root, user, password, tls, folder = sys.argv[1:]
        handler = FTPHandler
        if tls != 'None':
            from OpenSSL import SSL
            from pyftpdlib.handlers import TLS_FTPHandler
            class handler(TLS_FTPHandler):
                certfile = folder + '/cert.pem'
                keyfile = folder + '/key.pem'
                tls_control_required = True
                tls_data_required = True
            handler.ssl_context = handler.get_ssl_context()
            version = SSL.TLS1_3_VERSION if tls.endswith('13') else SSL.TLS1_2_VERSION
            handler.ssl_context.set_min_proto_version(version)
            handler.ssl_context.set_max_proto_version(version)
            if tls.startswith('Implicit'):
                def handle(self):
                    self.secure_connection(self.ssl_context)
                def handle_ssl_established(self):
                    TLS_FTPHandler.handle(self)
                handler.handle = handle
                handler.handle_ssl_established = handle_ssl_established
        handler.authorizer = DummyAuthorizer()
        handler.authorizer.add_user(user, password, root, perm='elradfmwMT')
        handler.use_gmt_times = True
        handler.auth_failed_timeout = 0
        server = FTPServer((address, int(port)), handler)
        server.max_cons = 512
        server.serve_forever(handle_exit=False)
        """;

    protected override async Task<ProcessStartInfo> ConfigureAsync()
    {
        // The system's Python, where packages put it; another may come first in the path.
        const string python = "/usr/bin/python3";
        if (!File.Exists(python) || (await Peer.RunAsync(python, "-c", "import pyftpdlib, OpenSSL")).Exit != 0)
        {
            Peer.Miss("pyftpdlib", "python3-pyftpdlib, python3-openssl");
        }

        return new ProcessStartInfo(python, ["-c", Script, Address.ToString(), Port.ToString(CultureInfo.InvariantCulture), Root, UserName, Password, Tls.ToString(), Folder]);
    }
}
