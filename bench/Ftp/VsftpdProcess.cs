using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HiPerf.Bench.Ftp;

/// <summary>A vsftpd of the bench's own on a loopback port, for one user, who may use TLS and then must resume its session on data connections.</summary>
internal sealed class VsftpdProcess : IDisposable
{
    private const string Program = "/usr/sbin/vsftpd";
    private readonly Process _process;

    private VsftpdProcess(Process process, int port, X509Certificate2 certificate)
    {
        _process = process;
        Port = port;
        Certificate = certificate;
    }

    /// <summary>Why it cannot be started here, or null.</summary>
    public static string? Missing => !File.Exists(Program) ? "vsftpd: not installed (Debian's vsftpd)"
        : !Environment.IsPrivilegedProcess ? "vsftpd: must be started by root"
        : null;

    /// <summary>A user of the system; vsftpd is told to take any password of his.</summary>
    public static string UserName => "nobody";

    public static string Password => "secret";

    /// <summary>The certificate's name.</summary>
    public static string Host => "localhost";

    public int Port { get; }

    /// <summary>What it shows under TLS; signed by itself.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Starts it; it inherits the core this process is pinned to.</summary>
    public static async Task<VsftpdProcess> StartAsync(FtpFolder folder)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + Host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(folder.Of("cert.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n").ConfigureAwait(false);

        int port = FreePort();
        await File.WriteAllTextAsync(folder.Of("vsftpd.conf"), Configuration(folder, port)).ConfigureAwait(false);
        Process process = Process.Start(Program, [folder.Of("vsftpd.conf")])!;
        var server = new VsftpdProcess(process, port, certificate);
        try
        {
            await server.GreetAsync().ConfigureAwait(false);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // With the processes of its sessions.
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Certificate.Dispose();
    }

    // Anonymous users may not write in their "/"; "su" lets whom root started in without a password, and guest_enable gives everybody root's rights in our folder.
    private static string Configuration(FtpFolder folder, int port) => $"""
        listen=YES
        listen_ipv6=NO
        listen_address=127.0.0.1
        listen_port={port}
        background=NO
        isolate=NO
        isolate_network=NO
        seccomp_sandbox=NO
        secure_chroot_dir={folder.Of("empty")}
        anonymous_enable=NO
        local_enable=YES
        write_enable=YES
        guest_enable=YES
        guest_username=root
        virtual_use_local_privs=YES
        chroot_local_user=YES
        allow_writeable_chroot=YES
        local_root={folder.Of("root")}
        pam_service_name=su
        connect_from_port_20=NO
        xferlog_enable=NO
        ssl_enable=YES
        force_local_logins_ssl=NO
        force_local_data_ssl=NO
        ssl_tlsv1=YES
        ssl_ciphers=HIGH
        require_ssl_reuse=YES
        rsa_cert_file={folder.Of("cert.pem")}

        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // It does not say when it listens; the answer to a connection is the only signal.
    private async Task GreetAsync()
    {
        while (!_process.HasExited)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port).ConfigureAwait(false);
                byte[] greeting = new byte[256];
                if (await socket.ReceiveAsync(greeting).ConfigureAwait(false) > 0 && greeting.AsSpan().StartsWith("220 "u8))
                {
                    return;
                }
            }
            catch (SocketException)
            {
                await Task.Delay(10).ConfigureAwait(false);
            }
        }

        throw new InvalidOperationException($"vsftpd ended with {_process.ExitCode}.");
    }
}
