using System.Diagnostics;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A pure-ftpd: MLSD, several lines in most replies; no implicit TLS, and no demand for session reuse.</summary>
/// <remarks>It refuses users of number 0, so its folder is handed to another one: what a test puts there to be changed must be opened by <see cref="FtpPeer.Open"/>.</remarks>
internal sealed class PureFtpdPeer(FtpPeerTls tls, bool ipv6) : FtpPeer(tls, ipv6)
{
    private const string Nobody = "65534:65534";

    protected override async Task<ProcessStartInfo> ConfigureAsync()
    {
        string root = UnpackedPeers.Require("pure-ftpd", "pure-ftpd");
        Peer.RequireRoot("pure-ftpd");
        _ = await Peer.RunAsync("chown", Nobody, Root);
        string users = WriteFile("users", $"{UserName}:{PasswordHash}:{Nobody}::{Root}/./::::::::::::\n");
        string database = Path.Combine(Folder, "users.pdb");
        using (Process make = Process.Start(UnpackedPeers.Command(root, "usr/bin/pure-pw", "mkdb", database, "-f", users))!)
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, make.ExitCode);
        }

        ProcessStartInfo start = UnpackedPeers.Command(
            root,
            "usr/sbin/pure-ftpd",
            "--bind", $"{Address},{Port}",
            "--login", "puredb:" + database,
            "--noanonymous",
            "--chrooteveryone",
            "--minuid", "1",
            "--displaydotfiles",
            "--dontresolve",
            "--maxclientsnumber", "200",
            "--maxclientsperip", "200",
            "--pidfile", Path.Combine(Folder, "pid"),
            "--tls", Tls == FtpPeerTls.None ? "0" : "3",
            "--certfile", WriteFile("both.pem", Authority.CertificatePem + "\n" + Authority.KeyPem + "\n"));
        start.Environment["OPENSSL_CONF"] = PinTlsVersion();
        return start;
    }
}
