using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HiPerf.Bench.EndToEnd;

/// <summary>The server of <c>quick http</c>, in a process of its own: it answers whatever ends in an empty line, by the first octet of the path.</summary>
/// <remarks><c>/k</c> is 1 KiB, written with its head in one write; <c>/d</c> as many octets as it was started with. It knows no other HTTP: it is to cost as little as it can.
/// Loopback only; it ends when its standard input does.</remarks>
internal sealed class TrivialServer(long downloadLength)
{
    private static readonly byte[] s_kibibyte = Answer(1024, 1024);
    private readonly byte[] _download = Answer(downloadLength, 0);
    private readonly byte[] _block = new byte[256 * 1024];

    /// <summary>Listens, prints the two ports (plain, TLS) and the certificate in one line, and serves until the input ends.</summary>
    public static async Task<int> RunAsync(long downloadLength, TextReader input, TextWriter output)
    {
        using X509Certificate2 certificate = MakeCertificate();
        using var plain = new TcpListener(IPAddress.Loopback, 0);
        using var tls = new TcpListener(IPAddress.Loopback, 0);
        plain.Start();
        tls.Start();
        var server = new TrivialServer(downloadLength);
        _ = server.AcceptAsync(plain, null);
        _ = server.AcceptAsync(tls, certificate);
        await output.WriteLineAsync($"{Port(plain)} {Port(tls)} {Convert.ToBase64String(certificate.Export(X509ContentType.Cert))}").ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        while (await input.ReadLineAsync().ConfigureAwait(false) is not null)
        {
        }

        return 0;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static byte[] Answer(long declared, int present) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {declared}\r\n\r\n"), .. new byte[present]];

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync(TcpListener listener, X509Certificate2? certificate)
    {
        while (true)
        {
            Socket socket = await listener.AcceptSocketAsync().ConfigureAwait(false);
            socket.NoDelay = true;
            _ = ServeAsync(socket, certificate);
        }
    }

    private async Task ServeAsync(Socket socket, X509Certificate2? certificate)
    {
        try
        {
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (certificate is not null)
            {
                var secured = new SslStream(stream);
                await secured.AuthenticateAsServerAsync(certificate).ConfigureAwait(false);
                stream = secured;
            }

            await using (stream.ConfigureAwait(false))
            {
                await AnswerAllAsync(stream).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private async Task AnswerAllAsync(Stream stream)
    {
        var buffer = new byte[8192];
        int filled = 0;
        while (await stream.ReadAsync(buffer.AsMemory(filled)).ConfigureAwait(false) is > 0 and int read)
        {
            filled += read;
            if (!buffer.AsSpan(0, filled).EndsWith("\r\n\r\n"u8))
            {
                continue;
            }

            filled = 0;
            if (buffer[5] != (byte)'d')
            {
                await stream.WriteAsync(s_kibibyte).ConfigureAwait(false);
                continue;
            }

            await stream.WriteAsync(_download).ConfigureAwait(false);
            for (long left = downloadLength; left > 0; left -= _block.Length)
            {
                await stream.WriteAsync(_block.AsMemory(0, (int)Math.Min(left, _block.Length))).ConfigureAwait(false);
            }
        }
    }
}
