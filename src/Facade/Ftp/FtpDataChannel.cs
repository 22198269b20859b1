using System.Net.Sockets;
using System.Security.Cryptography;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>One data connection, connected or about to be; under TLS once <see cref="SecureAsync"/> is done.</summary>
/// <remarks><see cref="Dispose"/> closes at once, from any thread; a wait under way fails.</remarks>
internal sealed class FtpDataChannel : IDisposable
{
    private const int MostTries = 1000;

    private readonly Socket? _socket;
    private readonly CancellationTokenSource? _closing;
    private Stream? _stream;
    private TlsStream? _secure;
    private Task? _listening;

    /// <summary>Gives up a connection, or the port where it is expected: with a reset, for a server takes the plain end of an upload for the end of the file.</summary>
    public static void Drop(IDisposable? data)
    {
        if (data is FtpDataChannel channel)
        {
            channel.Reset();
        }
        else
        {
            data?.Dispose();
        }
    }

    /// <summary>Over a socket that may still have to connect.</summary>
    public FtpDataChannel(Socket socket) => _socket = socket;

    /// <summary>Over what a dialer made.</summary>
    public FtpDataChannel(DialedTransport transport)
    {
        _socket = transport.Socket;
        _stream = transport.Stream;
        _closing = transport.Socket is null ? new CancellationTokenSource() : null;
    }

    /// <summary>The octets; over TLS where data is protected. Not before the socket is connected.</summary>
    public Stream Stream => _secure ?? (_stream ??= new NetworkStream(_socket!, ownsSocket: true));

    /// <summary>Ends waits when the channel is closed, where no socket does so by itself.</summary>
    public CancellationToken Closed => _closing?.Token ?? CancellationToken.None;

    public bool IsSecure => _secure is not null;

    /// <summary>Small pieces of an upload leave at once.</summary>
    public void SendAtOnce()
    {
        if (_socket is not null)
        {
            _socket.NoDelay = true;
        }
    }

    /// <summary>Lays TLS over it, by the same options as the control connection, so that its session resumes. RFC 4217 section 12.3.</summary>
    public async Task SecureAsync(FtpLink link, CancellationToken cancellationToken) =>
        _secure = await TlsHandshake.RunAsync(Stream, link.Key, link.Tls!, link.Timeouts, link.Control.Time, link.Listener, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads beside an upload under TLS what nobody else would: the tickets by which the next connection resumes this one's session, without which servers that ask for that refuse it.</summary>
    public void Listen()
    {
        if (_secure is not null)
        {
            _listening = ListenAsync(_secure);
        }
    }

    /// <summary>Waits shortly until the server has closed its side, so that all its tickets are read.</summary>
    public async ValueTask HearOutAsync(TimeSpan limit, TimeProvider time)
    {
        if (_listening is not null)
        {
            try
            {
                // Behind a proxy this side has not ended yet; some servers wait for that.
                _socket?.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The server closed first.
            }

            await _listening.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits shortly for the first octet of a download under TLS that is to be given up: tickets stand before it, and the next connection resumes by one.</summary>
    public async ValueTask HearTicketsAsync(TimeSpan limit, TimeProvider time)
    {
        if (_secure is not null && _listening is null)
        {
            Task reading = _secure.ReadAsync(new byte[1]).AsTask();
            await reading.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Says that no more is sent: close_notify, then FIN. Reading goes on.</summary>
    /// <param name="isProxied">Whether an HTTP proxy stands between. Then close_notify alone: it may take FIN for the end of both directions (squid does), and the tickets of a server that has yet to send them
    /// meet a closed connection; the reset takes what the server has not read.</param>
    public async ValueTask EndWriteAsync(bool isProxied)
    {
        if (_secure is not null)
        {
            await CloseNotifyAsync(_secure).ConfigureAwait(false);
            if (isProxied)
            {
                return;
            }
        }

        EndTransport();
    }

    /// <summary>Says close_notify where there is TLS, before the connection is closed: some servers take a download for failed without it. What becomes of it does not matter.</summary>
    public async ValueTask FarewellAsync()
    {
        try
        {
            if (_secure is not null)
            {
                await _secure.ShutdownAsync().ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server closed first.
        }
    }

    /// <summary>Closes so that the other side cannot take it for a good end: with a reset.</summary>
    public void Reset()
    {
        try
        {
            _socket?.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }

        Dispose();
    }

    public void Dispose()
    {
        try
        {
            _closing?.Cancel();
            _socket?.Dispose();
            _secure?.Dispose();
            _stream?.Dispose();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closing is all that was asked for.
        }
    }

    // The TLS library takes no close_notify in the moment in which the read beside takes in a ticket.
    private static async ValueTask CloseNotifyAsync(TlsStream stream)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await stream.ShutdownAsync().ConfigureAwait(false);
                return;
            }
            catch (CryptographicException) when (tries < MostTries)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task ListenAsync(TlsStream stream)
    {
        try
        {
            var unasked = new byte[1];
            while (await stream.ReadAsync(unasked).ConfigureAwait(false) > 0)
            {
                // A server has nothing to say on an upload's connection; what it says all the same is nobody's.
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The end of the connection is judged by the upload.
        }
    }

    private void EndTransport()
    {
        if (_socket is not null)
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        else
        {
            _stream!.Dispose();
        }
    }
}
