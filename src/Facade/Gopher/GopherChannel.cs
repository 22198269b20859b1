using System.Net;
using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf.Gopher;

/// <summary>The connection of one request, and the limit of whatever is waited for on it.</summary>
/// <remarks><see cref="Close"/> may be called from any thread: a wait under way fails.</remarks>
internal sealed class GopherChannel
{
    private readonly Socket? _socket;
    private readonly CancellationTokenSource? _closing;
    private int _closed;

    /// <param name="stream">The octets; over TLS where that is spoken.</param>
    /// <param name="transport">What they go over.</param>
    /// <param name="alarm">The limit; who closes the channel gives it back.</param>
    public GopherChannel(Stream stream, in DialedTransport transport, GopherAlarm alarm)
    {
        Stream = stream;
        Peer = transport.Peer;
        _socket = transport.Socket;
        _closing = transport.Socket is null ? new CancellationTokenSource() : null;
        Alarm = alarm;
        alarm.Hold(this);
    }

    public Stream Stream { get; }

    public EndPoint Peer { get; }

    public Deadline Deadline => Alarm.Deadline;

    public GopherAlarm Alarm { get; }

    /// <summary>Ends waits when the channel is closed, where no socket does so by itself.</summary>
    public CancellationToken Closed => _closing?.Token ?? CancellationToken.None;

    /// <summary>Whether it was closed here: an end that is read from then on is none of the peer's.</summary>
    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>Closes at once: the socket first, so that no thread waits for a lock of TLS.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        try
        {
            _closing?.Cancel();
            _socket?.Dispose();
            Stream.Dispose();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closing is all that was asked for; what TLS thinks of it does not matter.
        }
    }

    /// <summary>Closes for good and tells so.</summary>
    public void Release(PhaseListener listener)
    {
        listener.RaiseIfHeard(PhaseEventKind.ClosingConnection, Peer);
        Close();
        listener.RaiseIfHeard(PhaseEventKind.ConnectionClosed, Peer);
    }
}
