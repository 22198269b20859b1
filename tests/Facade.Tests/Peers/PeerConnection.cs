using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HiPerf.Facade.Tests.Peers;

/// <summary>One accepted connection of a <see cref="ScriptedPeer"/>: the verbs a script is made of.</summary>
internal sealed class PeerConnection(Socket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream = new NetworkStream(socket, ownsSocket: false);
    private int _start;
    private int _end;

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public async Task TlsAsync(X509Certificate2 certificate)
    {
        var tls = new SslStream(_stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate });
        _stream = tls;
    }

    /// <summary>The next request head as text, its empty line included.</summary>
    public async Task<string> ReadHeadAsync() => await TryReadHeadAsync() ?? throw new EndOfStreamException();

    public Task<string?> TryReadHeadAsync() => TryReadToAsync("\r\n\r\n");

    /// <summary>The next line, its CRLF left out.</summary>
    public async Task<string> ReadLineAsync() => (await TryReadToAsync("\r\n") ?? throw new EndOfStreamException())[..^2];

    /// <summary>The next octet.</summary>
    public async Task<byte> ReadOctetAsync()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await _stream.ReadAsync(_buffer));
        }

        return _start < _end ? _buffer[_start++] : throw new EndOfStreamException();
    }

    private async Task<string?> TryReadToAsync(string end)
    {
        var sought = Latin1(end);
        while (true)
        {
            var length = _buffer.AsSpan(_start.._end).IndexOf(sought);
            if (length >= 0)
            {
                var head = Encoding.Latin1.GetString(_buffer, _start, length + sought.Length);
                _start += length + sought.Length;
                return head;
            }

            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end));
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }
    }

    public Task SendAsync(string text, int split = int.MaxValue) => SendAsync(Latin1(text), split);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, int split = int.MaxValue)
    {
        socket.NoDelay = true;
        for (var at = 0; at < bytes.Length; at += split)
        {
            await _stream.WriteAsync(bytes.Slice(at, Math.Min(split, bytes.Length - at)));
            if (split > bytes.Length)
            {
                return;
            }
        }
    }

    /// <summary>Ends the sending side cleanly (over TLS with close_notify) and waits until the client closes.</summary>
    public async Task FinAsync()
    {
        if (_stream is SslStream tls)
        {
            await tls.ShutdownAsync();
        }

        socket.Shutdown(SocketShutdown.Send);
        await ClosedAsync();
    }

    /// <summary>Ends the TCP sending side alone: over TLS the attack that cuts a body short.</summary>
    public async Task FinWithoutCloseNotifyAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        await ClosedAsync();
    }

    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>Completes when the client has closed or reset its side.</summary>
    public async Task ClosedAsync()
    {
        try
        {
            while (await socket.ReceiveAsync(_buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        socket.Dispose();
    }
}
