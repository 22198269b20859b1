using System.Diagnostics;
using System.Net.Sockets;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A proftpd: MLSD with every fact, MFMT, HASH and its older kin; data connections must resume the control connection's TLS session, as is its default.</summary>
internal sealed class ProftpdPeer(FtpPeerTls tls, bool ipv6, bool hidesIdentity = false) : FtpPeer(tls, ipv6)
{
    protected override Task<ProcessStartInfo> ConfigureAsync()
    {
        string root = UnpackedPeers.Require("proftpd", "proftpd-core, proftpd-mod-crypto");
        Peer.RequireRoot("proftpd");
        string users = WriteFile("users", $"{UserName}:{PasswordHash}:0:0::{Root}:/bin/sh\n");
        string groups = WriteFile("groups", $"{UserName}:x:0:{UserName}\n");
        string tls = Tls == FtpPeerTls.None ? "" : $"""
            LoadModule mod_tls.c
            TLSEngine on
            TLSRequired on
            TLSProtocol {(Tls == FtpPeerTls.Explicit ? "TLSv1.2 TLSv1.3" : Is13 ? "TLSv1.3" : "TLSv1.2")}
            TLSECCertificateFile {Folder}/cert.pem
            TLSECCertificateKeyFile {Folder}/key.pem
            TLSLog {Folder}/tls.log
            {(IsImplicit ? "TLSOptions UseImplicitSSL" : "")}
            """;
        string configuration = WriteFile("proftpd.conf", $"""
            ServerName tests
            ServerIdent {(hidesIdentity ? "on ready" : "on")}
            ServerType standalone
            UseIPv6 {(Address.AddressFamily == AddressFamily.InterNetworkV6 ? "on" : "off")}
            DefaultAddress {Address}
            Port {Port}
            User root
            Group root
            ModulePath {Path.Combine(root, "usr/lib/proftpd")}
            LoadModule mod_digest.c
            PidFile {Folder}/pid
            ScoreboardFile none
            SystemLog {Folder}/proftpd.log
            TransferLog none
            WtmpLog off
            UseLastlog off
            UseReverseDNS off
            AuthOrder mod_auth_file.c
            AuthUserFile {users}
            AuthGroupFile {groups}
            AuthPAM off
            RootLogin on
            RequireValidShell off
            UseFtpUsers off
            DefaultRoot {Root}
            Umask 022
            AllowOverwrite on
            AllowStoreRestart on
            AllowRetrieveRestart on
            TimesGMT on
            ControlsEngine off
            DelayEngine off
            {tls}

            """);
        return Task.FromResult(UnpackedPeers.Command(root, "usr/sbin/proftpd", "-n", "-q", "-c", configuration));
    }
}
