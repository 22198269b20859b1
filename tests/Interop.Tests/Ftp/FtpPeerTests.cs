using HiPerf.Interop.Tests.Peers;

namespace HiPerf.Interop.Tests.Ftp;

/// <summary>The servers themselves, seen by Python's ftplib: what our client fails at on them is then its own fault.</summary>
public sealed class FtpPeerTests
{
    // ftplib with what it lacks: TLS from the first octet on, and the control connection's TLS session on data connections.
    private const string Client = """
        import ftplib, hashlib, io, os, socket, ssl, sys
        host, port, tls, user, password, authority = sys.argv[1:7]
        class Secure(ftplib.FTP_TLS):
            reuse = True
            def connect(self, *arguments):
                if not tls.startswith('Implicit'):
                    return super().connect(*arguments)
                plain = socket.create_connection((host, int(port)))
                self.host, self.af = host, plain.family
                self.sock = self.context.wrap_socket(plain, server_hostname=host)
                self.file = self.sock.makefile('r', encoding=self.encoding)
                self.welcome = self.getresp()
            def ntransfercmd(self, command, rest=None):
                connection, size = ftplib.FTP.ntransfercmd(self, command, rest)
                if self._prot_p:
                    connection = self.context.wrap_socket(connection, server_hostname=host, session=self.sock.session if self.reuse else None)
                return connection, size
        if tls == 'None':
            ftp = ftplib.FTP()
        else:
            ftp = Secure(context=ssl.create_default_context(cafile=authority))
        ftp.connect(host, int(port))
        if tls.startswith('Explicit'):
            ftp.auth()
        ftp.login(user, password)
        if tls != 'None':
            assert tls == 'Explicit' or ftp.sock.version() == 'TLSv1.' + tls[-1], ftp.sock.version()
            ftp.prot_p()
        ftp.voidcmd('TYPE I')
        def get(name, rest=None):
            pieces = []
            ftp.retrbinary('RETR ' + name, pieces.append, rest=rest)
            return b''.join(pieces)
        """;

    private const string Everything = """
        octets = os.urandom(300000)
        ftp.storbinary('STOR - a \u00fc.bin', io.BytesIO(octets))
        ftp.storbinary('APPE - a \u00fc.bin', io.BytesIO(b'end'))
        assert ftp.size('- a \u00fc.bin') == 300003
        assert get('- a \u00fc.bin') == octets + b'end'
        assert get('- a \u00fc.bin', rest=299999) == octets[-1:] + b'end'
        ftp.storbinary('STOR - a \u00fc.bin', io.BytesIO(b'twice'), rest=300000)
        ftp.mkd('.folder')
        ftp.rename('- a \u00fc.bin', '.folder/b')
        ftp.cwd('.folder')
        assert ftp.pwd() == '/.folder'
        lines = []
        ftp.dir(lines.append)
        assert any(line.endswith(' b') and ' 300005 ' in line for line in lines), lines
        assert 'b' in [name.rsplit('/', 1)[-1] for name in ftp.nlst()]
        ftp.cwd('/')
        ftp.set_pasv(False)
        assert get('.folder/b') == octets + b'twice'
        ftp.set_pasv(True)
        for i in range(5):
            ftp.storbinary('STOR small', io.BytesIO(b'%d' % i))
            assert get('small') == b'%d' % i
        ftp.delete('small')
        ftp.delete('.folder/b')
        ftp.rmd('.folder')
        print(hashlib.sha256(get('given')).hexdigest().upper(), end='')
        ftp.quit()
        """;

    // The data connection may be reset before the reply is there to be read.
    private const string Stranger = """
        ftp.reuse = False
        try:
            ftp.storbinary('STOR f', io.BytesIO(b'f'))
        except OSError:
            ftp.voidresp()
        """;

    public static TheoryData<FtpServer, FtpPeerTls> All => FtpPeers.All;

    public static TheoryData<FtpServer, FtpPeerTls> RequiringSessionReuse => FtpPeers.RequiringSessionReuse;

    public static TheoryData<FtpServer> Plain => FtpPeers.Plain;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Server_offers_all_that_the_tests_of_our_client_need(FtpServer server, FtpPeerTls tls)
    {
        await using FtpPeer peer = await FtpPeers.StartAsync(server, tls);
        await ExchangeAsync(peer);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Server_speaks_IPv6(FtpServer server)
    {
        await using FtpPeer peer = await FtpPeers.StartAsync(server, ipv6: true);
        await ExchangeAsync(peer);
    }

    [Theory]
    [MemberData(nameof(RequiringSessionReuse))]
    public async Task Server_refuses_a_data_connection_of_a_new_TLS_session(FtpServer server, FtpPeerTls tls)
    {
        await using FtpPeer peer = await FtpPeers.StartAsync(server, tls);
        (int exit, _, string error) = await RunAsync(peer, Stranger);
        Assert.NotEqual(0, exit);
        Assert.Contains(server == FtpServer.Vsftpd ? "522 " : "425 ", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Server_refuses_a_wrong_login(FtpServer server)
    {
        await using FtpPeer peer = await FtpPeers.StartAsync(server);
        (int exit, _, string error) = await RunAsync(peer, "", userName: peer.ChecksPassword ? peer.UserName : "stranger", password: "battery staple");
        Assert.NotEqual(0, exit);
        Assert.Contains("530 ", error, StringComparison.Ordinal);
    }

    private static async Task ExchangeAsync(FtpPeer peer)
    {
        await Content.WriteAsync(Path.Combine(peer.Root, "given"), 1_000_000);
        (int exit, string output, string error) = await RunAsync(peer, Everything);
        Assert.True(exit == 0, error + peer.Log);
        Assert.Equal(await Content.HashAsync(Path.Combine(peer.Root, "given")), output);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(FtpPeer peer, string script, string? userName = null, string? password = null)
    {
        string authority = Path.GetTempFileName();
        await File.WriteAllTextAsync(authority, peer.Authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        try
        {
            return await Peer.RunAsync(
                Peer.Require("python3", "python3"), "-c", Client + "\n" + script,
                peer.Host, peer.Port.ToString(), peer.Tls.ToString(), userName ?? peer.UserName, password ?? peer.Password, authority);
        }
        finally
        {
            File.Delete(authority);
        }
    }
}
