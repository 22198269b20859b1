using System.Diagnostics;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>A vsftpd: the strictest about TLS, with LIST and without MLSD.</summary>
/// <remarks>Anonymous users may not write in their "/" whatever is configured, so a local one is needed. <c>pam_service_name=su</c> lets whom root started in without a password,
/// and guest_enable puts everybody in root's shoes and our folder. The name must be a system user's.</remarks>
internal sealed class VsftpdPeer(FtpPeerTls tls, bool ipv6) : FtpPeer(tls, ipv6)
{
    public override string UserName => "nobody";

    public override bool ChecksPassword => false;

    protected override Task<ProcessStartInfo> ConfigureAsync()
    {
        string vsftpd = Peer.Require("vsftpd", "vsftpd");
        Peer.RequireRoot("vsftpd");
        bool is6 = Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
        Directory.CreateDirectory(Path.Combine(Folder, "empty"));
        string users = WriteFile("users", UserName + "\n");
        string configuration = WriteFile("vsftpd.conf", $"""
            listen={(is6 ? "NO" : "YES")}
            listen_ipv6={(is6 ? "YES" : "NO")}
            listen_address{(is6 ? "6" : "")}={Address}
            listen_port={Port}
            background=NO
            isolate=NO
            isolate_network=NO
            seccomp_sandbox=NO
            secure_chroot_dir={Folder}/empty
            anonymous_enable=NO
            local_enable=YES
            write_enable=YES
            guest_enable=YES
            guest_username=root
            virtual_use_local_privs=YES
            chroot_local_user=YES
            allow_writeable_chroot=YES
            local_root={Root}
            local_umask=022
            pam_service_name=su
            userlist_enable=YES
            userlist_deny=NO
            userlist_file={users}
            connect_from_port_20=NO
            force_dot_files=YES
            async_abor_enable=YES
            ascii_upload_enable=YES
            ascii_download_enable=YES
            ls_recurse_enable=YES
            mdtm_write=YES
            utf8_filesystem=YES
            delay_failed_login=0
            xferlog_enable=YES
            xferlog_std_format=NO
            vsftpd_log_file={Folder}/vsftpd.log
            log_ftp_protocol=YES
            ssl_enable={(Tls == FtpPeerTls.None ? "NO" : "YES")}
            implicit_ssl={(IsImplicit ? "YES" : "NO")}
            force_local_logins_ssl=YES
            force_local_data_ssl=YES
            ssl_tlsv1=YES
            ssl_ciphers=HIGH
            require_ssl_reuse=YES
            rsa_cert_file={Folder}/cert.pem
            rsa_private_key_file={Folder}/key.pem

            """);
        var start = new ProcessStartInfo(vsftpd, [configuration]);

        // It has no option of its own for a version of TLS; its library has.
        start.Environment["OPENSSL_CONF"] = PinTlsVersion();
        return Task.FromResult(start);
    }
}
