using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HiPerf.Bench.EndToEnd;

/// <summary>The floor: one write and as many reads as the octets take, on an asynchronous socket or the TLS stream over it; it looks for the end of the first head only.</summary>
internal sealed class RawContestant : HttpContestant
{
    private readonly Socket _socket;
    private readonly SslStream? _tls;

    private RawContestant(Socket socket, SslStream? tls)
        : base("raw")
    {
        _socket = socket;
        _tls = tls;
    }

    public static async Task<RawContestant> ConnectAsync(int port, X509Certificate2? certificate)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port)).ConfigureAwait(false);
        if (certificate is null)
        {
            return new RawContestant(socket, null);
        }

        var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown),
        }).ConfigureAwait(false);
        return new RawContestant(socket, tls);
    }

    public override async Task<long> GetAsync(string target, Memory<long> times, Memory<byte> buffer)
    {
        byte[] request = Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        long sum = 0;
        for (int i = 0; i < times.Length; i++)
        {
            long start = Now;
            await SendAsync(request).ConfigureAwait(false);
            int read = await ReceiveAsync(buffer).ConfigureAwait(false);
            (int head, long content) = Measure(buffer.Span[..read]);
            for (long left = content - (read - head); left > 0;)
            {
                left -= await ReceiveAsync(left < buffer.Length ? buffer[..(int)left] : buffer).ConfigureAwait(false);
            }

            sum += content;
            times.Span[i] = Now - start;
        }

        return sum;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_tls is not null)
        {
            await _tls.DisposeAsync().ConfigureAwait(false);
        }

        _socket.Dispose();
    }

    // The server writes its head in one piece; TLS and loopback deliver it so.
    private static (int Head, long Content) Measure(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> mark = "Content-Length: "u8;
        int head = start.IndexOf("\r\n\r\n"u8) + 4;
        int number = start.IndexOf(mark) + mark.Length;
        return (head, long.Parse(start[number..(head - 4)], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> octets)
    {
        if (_tls is not null)
        {
            return _tls.WriteAsync(octets);
        }

        ValueTask<int> sending = _socket.SendAsync(octets);
        if (!sending.IsCompletedSuccessfully)
        {
            return new ValueTask(sending.AsTask());
        }

        _ = sending.Result;
        return default;
    }

    // Pooled, so that the floor allocates nothing.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        int read = _tls is null ? await _socket.ReceiveAsync(buffer).ConfigureAwait(false) : await _tls.ReadAsync(buffer).ConfigureAwait(false);
        return read > 0 ? read : throw new IOException("The server closed.");
    }
}
