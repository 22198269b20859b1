using System.Net;
using System.Net.Sockets;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>One transport connection that carries exchanges one after another: its stream and the pump that is the stream's only reader.</summary>
/// <remarks><see cref="Abort"/> may be called from any thread and only closes: a pending read then fails and its owner calls
/// <see cref="Release"/>. The order matters, for the pump's buffer must not go back to the pool under a read.</remarks>
internal sealed class HttpChannel : IIdleItem
{
    /// <summary>Octets asked for at once: a small response and its head come in one read; larger content is read past the buffer.</summary>
    public const int BufferSize = 16 * 1024;

    private readonly Socket? _socket;
    private readonly CancellationTokenSource? _closing;
    private ExchangeState _state;
    private int _closed;

    public HttpChannel(ConnectionKey key, Stream stream, Socket? socket, EndPoint peer, bool endIsAuthenticated, InternetSessionOptions options)
    {
        _state = new ExchangeState(ExchangeRole.Client, options.Http1Limits);
        Key = key;
        Peer = peer;
        Stream = stream;
        EndIsAuthenticated = endIsAuthenticated;
        Pump = ParsePump.Create(stream, BufferSize);
        Deadline = new Deadline(options.TimeProvider, static channel => ((HttpChannel)channel!).Abort(), this);
        _socket = socket;
        _closing = socket is null ? new CancellationTokenSource() : null;
    }

    public ConnectionKey Key { get; }

    /// <summary>The address it leads to; host and port where a connector chose it.</summary>
    public EndPoint Peer { get; }

    public Stream Stream { get; }

    public ParsePump Pump { get; }

    /// <summary>The limit of whatever is waited for on it; closes it when it fires.</summary>
    public Deadline Deadline { get; }

    /// <summary>Ends waits when the channel is closed. Closing a socket does so by itself, and its waits are cheaper without a token; other streams need not.</summary>
    public CancellationToken Closed => _closing?.Token ?? CancellationToken.None;

    /// <summary>Whether an end of input is known to come from the peer: over TLS, where one without close_notify fails.</summary>
    public bool EndIsAuthenticated { get; }

    /// <summary>What may come next on it.</summary>
    public ref ExchangeState State => ref _state;

    /// <summary>Exchanges that were completed on it.</summary>
    public int Exchanges { get; private set; }

    /// <inheritdoc />
    public long IdleSince { get; set; }

    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>Ends the exchange that was completed, so that another may begin.</summary>
    /// <returns>False when none may: the connection closes, a message was left unfinished, or more came than was asked for.</returns>
    public bool TryReuse()
    {
        if (Pump.BufferedBytes > 0)
        {
            _ = _state.On(ExchangeEvent.Begin(ExchangeRole.Server));
        }

        if (IsClosed || Pump.EndOfInput || !_state.IsReusable)
        {
            return false;
        }

        _state.Reuse();
        Exchanges++;
        return true;
    }

    /// <inheritdoc />
    /// <remarks>One system call.</remarks>
    public bool IsQuiet()
    {
        if (IsClosed || Pump.BufferedBytes > 0 || Pump.EndOfInput)
        {
            return false;
        }

        try
        {
            return _socket is null || !_socket.Poll(0, SelectMode.SelectRead);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Closes at once, without TLS's farewell: the socket first, so that no other thread waits for a lock of the stream.</summary>
    public void Abort()
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

    /// <summary>Closes, tells so, and gives the buffer back. No read may be under way.</summary>
    public void Release(PhaseListener listener)
    {
        listener.RaiseIfHeard(PhaseEventKind.ClosingConnection, Peer);
        Abort();
        Deadline.Dispose();
        Pump.Dispose();
        listener.RaiseIfHeard(PhaseEventKind.ConnectionClosed, Peer);
    }
}
