using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace HiPerf.Bench.Ftp;

/// <summary>An FTP connection with nothing to spare: commands encoded beforehand, replies read by their first octets, EPSV and a socket a file.</summary>
internal sealed class RawFtpConnection : IAsyncDisposable
{
    private static readonly byte[] s_passive = "EPSV\r\n"u8.ToArray();

    private static int s_connections;

    private readonly IPEndPoint _data = new(IPAddress.Loopback, 0);
    private readonly byte[] _replies = new byte[16 * 1024];
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SslClientAuthenticationOptions? _tlsOptions;
    private SslStream? _tls;
    private int _start;
    private int _end;
    private int _line;

    private RawFtpConnection(SslClientAuthenticationOptions? tlsOptions) => _tlsOptions = tlsOptions;

    public static async Task<RawFtpConnection> ConnectAsync(VsftpdProcess server, bool secure)
    {
        var connection = new RawFtpConnection(!secure ? null : new SslClientAuthenticationOptions
        {
            // The platform keeps one session a name and, as TLS 1.3 asks (RFC 8446 appendix C.4), none while a resumed handshake's own tickets are not read:
            // of two connections by one name that open data connections at the same time one would not resume, and be refused. So each has a name.
            TargetHost = $"c{Interlocked.Increment(ref s_connections)}.{VsftpdProcess.Host}",
            RemoteCertificateValidationCallback = (_, shown, _, _) => server.Certificate.Equals(shown),
        });
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port)).ConfigureAwait(false);
        Require(await connection.ReplyAsync().ConfigureAwait(false), 220);
        if (secure)
        {
            await connection.RequireAsync("AUTH TLS", 234).ConfigureAwait(false);
            connection._tls = new SslStream(new NetworkStream(connection._socket));
            await connection._tls.AuthenticateAsClientAsync(connection._tlsOptions!).ConfigureAwait(false);
            await connection.RequireAsync("PBSZ 0", 200).ConfigureAwait(false);
            await connection.RequireAsync("PROT P", 200).ConfigureAwait(false);
        }

        await connection.RequireAsync("USER " + VsftpdProcess.UserName, 331).ConfigureAwait(false);
        await connection.RequireAsync("PASS " + VsftpdProcess.Password, 230).ConfigureAwait(false);
        await connection.RequireAsync("TYPE I", 200).ConfigureAwait(false);
        return connection;
    }

    /// <summary>Sends a command and reads its reply.</summary>
    /// <param name="line">With its CRLF.</param>
    /// <returns>The reply code.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> CommandAsync(ReadOnlyMemory<byte> line)
    {
        if (_tls is null)
        {
            _ = await _socket.SendAsync(line).ConfigureAwait(false);
        }
        else
        {
            await _tls.WriteAsync(line).ConfigureAwait(false);
        }

        return await ReplyAsync().ConfigureAwait(false);
    }

    /// <summary>Reads all that a transfer brings.</summary>
    /// <returns>Octets read.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<long> ReceiveAsync(ReadOnlyMemory<byte> command, Memory<byte> buffer)
    {
        (Socket socket, SslStream? tls) = await OpenDataAsync(command).ConfigureAwait(false);
        long sum = 0;
        int read;
        do
        {
            read = tls is null ? await socket.ReceiveAsync(buffer).ConfigureAwait(false) : await tls.ReadAsync(buffer).ConfigureAwait(false);
            sum += read;
        }
        while (read > 0);

        tls?.Dispose();
        socket.Dispose();
        Require(await ReplyAsync().ConfigureAwait(false), 226);
        return sum;
    }

    /// <summary>Sends the buffer again and again until enough octets are sent.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> command, long length, ReadOnlyMemory<byte> buffer)
    {
        (Socket socket, SslStream? tls) = await OpenDataAsync(command).ConfigureAwait(false);
        for (long left = length; left > 0;)
        {
            ReadOnlyMemory<byte> piece = left < buffer.Length ? buffer[..(int)left] : buffer;
            if (tls is null)
            {
                left -= await socket.SendAsync(piece).ConfigureAwait(false);
            }
            else
            {
                await tls.WriteAsync(piece).ConfigureAwait(false);
                left -= piece.Length;
            }
        }

        if (tls is not null)
        {
            // Without it the server takes the file for cut off. Its tickets are read, or the close would be a reset and the next connection not resume.
            await tls.ShutdownAsync().ConfigureAwait(false);
            while (await tls.ReadAsync(_replies.AsMemory(_end)).ConfigureAwait(false) > 0)
            {
            }

            await tls.DisposeAsync().ConfigureAwait(false);
        }

        socket.Dispose();
        Require(await ReplyAsync().ConfigureAwait(false), 226);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tls is not null)
        {
            await _tls.DisposeAsync().ConfigureAwait(false);
        }

        _socket.Dispose();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<(Socket Socket, SslStream? Tls)> OpenDataAsync(ReadOnlyMemory<byte> command)
    {
        Require(await CommandAsync(s_passive).ConfigureAwait(false), 229);
        _data.Port = PassivePort();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_data).ConfigureAwait(false);
        Require(await CommandAsync(command).ConfigureAwait(false), 150);
        if (_tlsOptions is null)
        {
            return (socket, null);
        }

        var tls = new SslStream(new NetworkStream(socket));
        await tls.AuthenticateAsClientAsync(_tlsOptions).ConfigureAwait(false);
        return (socket, tls);
    }

    // The code of the line that ends a reply; what is behind it stays for the next call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReplyAsync()
    {
        while (true)
        {
            while (_replies.AsSpan(_start, _end - _start).IndexOf((byte)'\n') is >= 0 and int length)
            {
                _line = _start;
                _start += length + 1;
                if (_replies[_line + 3] == ' ')
                {
                    return ((_replies[_line] - '0') * 100) + ((_replies[_line + 1] - '0') * 10) + (_replies[_line + 2] - '0');
                }
            }

            if (_start == _end)
            {
                _start = _end = 0;
            }

            Memory<byte> free = _replies.AsMemory(_end);
            int read = _tls is null ? await _socket.ReceiveAsync(free).ConfigureAwait(false) : await _tls.ReadAsync(free).ConfigureAwait(false);
            _end += read > 0 ? read : throw new IOException("The server closed.");
        }
    }

    // 229 Entering Extended Passive Mode (|||6446|)
    private int PassivePort()
    {
        ReadOnlySpan<byte> text = _replies.AsSpan(_line, _start - _line);
        int port = 0;
        foreach (byte digit in text[(text.IndexOf("|||"u8) + 3)..text.LastIndexOf((byte)'|')])
        {
            port = (port * 10) + (digit - '0');
        }

        return port;
    }

    private async Task RequireAsync(string command, int code) => Require(await CommandAsync(Encoding.ASCII.GetBytes(command + "\r\n")).ConfigureAwait(false), code);

    private static void Require(int code, int expected)
    {
        if (code != expected)
        {
            throw new InvalidOperationException($"The server answered {code} where {expected} was due.");
        }
    }
}
