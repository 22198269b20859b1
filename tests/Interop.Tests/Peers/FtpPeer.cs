using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Interop.Tests.Peers;

/// <summary>An FTP server of the test's own: one folder, one user who may do everything in it, one loopback port. Its user's "/" is <see cref="Root"/>.</summary>
internal abstract class FtpPeer : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private Process? _process;

    protected FtpPeer(FtpPeerTls tls, bool ipv6)
    {
        Tls = tls;
        Address = ipv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;

        // Some servers change to another user, who must reach his folder.
        SetMode(Folder, "711");
        Directory.CreateDirectory(Root);
    }

    /// <summary>What the user sees as "/", on disk.</summary>
    public string Root => Path.Combine(Folder, "root");

    public virtual string UserName => "tester";

    public string Password => "correct horse";

    /// <summary>Whether another password is refused.</summary>
    public virtual bool ChecksPassword => true;

    public FtpPeerTls Tls { get; }

    public bool IsImplicit => Tls is FtpPeerTls.Implicit12 or FtpPeerTls.Implicit13;

    /// <summary>Its <see cref="TestAuthority.Root"/> is whom a client must trust.</summary>
    public TestAuthority Authority { get; } = new();

    public IPAddress Address { get; }

    /// <summary>A name or address the certificate is good for.</summary>
    public string Host => Address.Equals(IPAddress.Loopback) ? "localhost" : "::1";

    public int Port { get; private set; }

    /// <summary>Without user and password; <c>ftps</c> under implicit TLS.</summary>
    public Uri Url => new UriBuilder(IsImplicit ? "ftps" : "ftp", Host, Port).Uri;

    /// <summary>What the server said about itself, for a failing test to show.</summary>
    public string Log
    {
        get
        {
            lock (_output)
            {
                return _output + string.Concat(Directory.GetFiles(Folder, "*.log").Select(File.ReadAllText));
            }
        }
    }

    /// <summary><see cref="Password"/> for servers that keep hashes: <c>openssl passwd -6</c>.</summary>
    protected static string PasswordHash => "$6$hiperftests$3YVjf13vdqGH42B1QWTO7t.AwWgmnVS5rQB5EC9W.ktPc5RUMcymoDlzZoJI5HByig5QFMPOWUjN29XDTuW/m0";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("hiperf-ftp-").FullName;

    protected bool Is13 => Tls is FtpPeerTls.Explicit13 or FtpPeerTls.Implicit13;

    /// <summary>Lets the server's user, who need not be the test's, change a file or folder that the test made.</summary>
    public static void Open(string path) => SetMode(path, Directory.Exists(path) ? "777" : "666");

    public async Task<FtpPeer> StartAsync()
    {
        try
        {
            WriteFile("cert.pem", Authority.CertificatePem);
            WriteFile("key.pem", Authority.KeyPem);

            // None of them tells the port it was given for 0. One that was free a moment ago may be gone: then another is tried.
            for (int attempt = 0; attempt < 4; attempt++)
            {
                Port = FreePort();
                _process?.Dispose();
                _process = Run(await ConfigureAsync());
                if (await IsUpAsync())
                {
                    return this;
                }
            }

            throw new InvalidOperationException($"{GetType().Name} did not start: {Log}");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // With the processes of its sessions.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        Authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Writes its configuration for <see cref="Port"/>; answers how it is started, in the foreground.</summary>
    protected abstract Task<ProcessStartInfo> ConfigureAsync();

    /// <summary>Writes a file beside the root; answers its path.</summary>
    protected string WriteFile(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        SetMode(path, "600");
        return path;
    }

    /// <summary>A configuration of OpenSSL that allows one version of TLS, for servers that have no option for it: the value of OPENSSL_CONF.</summary>
    protected string PinTlsVersion()
    {
        string version = Is13 ? "TLSv1.3" : "TLSv1.2";
        return WriteFile("openssl.cnf", $"""
            openssl_conf = init
            [init]
            ssl_conf = ssl
            [ssl]
            system_default = versions
            [versions]
            MinProtocol = {version}
            MaxProtocol = {version}

            """);
    }

    private static void SetMode(string path, string octal)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(octal, 8));
        }
    }

    private static int FreePort()
    {
        // On both families, so that "localhost" is nobody else on the other one.
        using var listener = new TcpListener(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Run(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        Process process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    // Up is who greets. False when it ended instead.
    private async Task<bool> IsUpAsync()
    {
        while (!_process!.HasExited)
        {
            using var socket = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(Address, Port, TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                // No server of these says when it listens: the answer to a connection is the only signal, so it is asked for again.
                await Task.Delay(10, TestContext.Current.CancellationToken);
                continue;
            }

            await using Stream stream = await SecureAsync(new NetworkStream(socket));
            using var reader = new StreamReader(stream, Encoding.Latin1);
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith("220 ", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private async Task<Stream> SecureAsync(NetworkStream stream)
    {
        if (!IsImplicit)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = Host,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => Authority.Certificate.Equals(certificate),
            },
            TestContext.Current.CancellationToken);
        return tls;
    }
}
