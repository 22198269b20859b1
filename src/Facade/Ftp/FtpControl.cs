// The control connection: commands out, replies in, and the accounts of which reply answers what. Commands are queued and leave in one write, just
// before the first wait for a reply; replies are read from the window that came, many at a read. Everything above asks it and nobody
// else touches the stream.

using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>One control connection: its stream, its pump, its <see cref="ControlState"/>. One caller at a time; <see cref="Abort"/> from any thread.</summary>
internal sealed class FtpControl
{
    // Two of the longest lines: RETR and the next EPSV leave together. An octet 255 is doubled within the writer's own limit.
    private const int SendSize = 2 * (FtpCommandWriter.MaxLine + 2);
    private const int ReceiveSize = 8 * 1024;

    private readonly FtpReplyReader _reader;
    private readonly FtpLastReply _lastReply = new();
    private readonly Socket? _socket;
    private readonly byte[] _send = new byte[SendSize];
    private ControlState _state;
    private int _sendLength;
    private int _closed;
    private IDisposable? _data;

    public FtpControl(ConnectionKey key, Stream stream, Socket? socket, EndPoint peer, InternetTimeouts timeouts, FtpLimits limits, TimeProvider time, PhaseListener listener)
    {
        Key = key;
        Stream = stream;
        Peer = peer;
        Pump = ParsePump.Create(stream, ReceiveSize);
        Time = time;
        Deadline = new Deadline(time, static control => ((FtpControl)control!).Abort(), this);
        _socket = socket;
        _reader = new FtpReplyReader(limits);
        Timeouts = timeouts;
        Listener = listener;
    }

    public ConnectionKey Key { get; }

    /// <summary>The address the control connection leads to: data connections go there and nowhere else.</summary>
    public EndPoint Peer { get; }

    /// <summary>The socket below; null where a connector or a proxy made the stream.</summary>
    public Socket? Socket => _socket;

    public Stream Stream { get; private set; }

    public ParsePump Pump { get; private set; }

    public TimeProvider Time { get; }

    public Deadline Deadline { get; }

    /// <summary>The limits of what is under way; a connection that is used again takes on those of its new user.</summary>
    public InternetTimeouts Timeouts { get; set; }

    /// <summary>Who hears of it; the new user's as well.</summary>
    public PhaseListener Listener { get; set; }

    /// <summary>The accounts; reported to by this class, asked by anyone.</summary>
    public ref ControlState State => ref _state;

    /// <summary>The charset of names and texts.</summary>
    public FtpNames Names { get; set; } = FtpNames.Default;

    /// <summary>The name its TLS sessions resume by, given back at its end; null in clear.</summary>
    public ResumptionScope? Scope { get; set; }

    /// <summary>Where the work stands, for errors.</summary>
    public InternetPhase Phase { get; set; } = InternetPhase.LoggingIn;

    /// <summary>Octets that were read and belong to no reply yet.</summary>
    public int BufferedBytes => Pump.BufferedBytes - _reader.Length;

    public bool IsClosed => Volatile.Read(ref _closed) != 0;

    /// <summary>The data connection, or the port where it is expected: closed with this one by <see cref="Abort"/>.</summary>
    public IDisposable? Data
    {
        get => Volatile.Read(ref _data);
        set
        {
            Volatile.Write(ref _data, value);
            Interlocked.MemoryBarrier();
            if (IsClosed)
            {
                FtpDataChannel.Drop(value);
            }
        }
    }

    /// <summary>The last reply; offsets in <see cref="ReplyOctets"/>.</summary>
    public ref readonly FtpReply Reply => ref _reader.Reply;

    /// <summary>What the last reply was to its command.</summary>
    public ControlAnswer Answer { get; private set; }

    /// <summary>The octets of the last reply; gone with the next one.</summary>
    public ReadOnlySpan<byte> ReplyOctets => Pump.Buffer.Span[.._reader.Length];

    /// <summary>The text of the last reply, all its lines parted by LF.</summary>
    public string ReplyText => string.Join('\n', ReplyLines());

    /// <summary>Queues a command without argument.</summary>
    public void Write(FtpCommand command)
    {
        _ = FtpCommandWriter.TryWrite(Room(), command, out var written);
        Queue(command, written);
    }

    /// <summary>Queues a command whose argument is text of names.</summary>
    /// <exception cref="ArgumentException">The argument holds a CR, LF or NUL, or is too long: nothing was queued.</exception>
    public void Write(FtpCommand command, string argument)
    {
        int written;
        if (Names.Encoding is null)
        {
            _ = FtpCommandWriter.TryWrite(Room(), command, argument, out written);
        }
        else
        {
            _ = FtpCommandWriter.TryWrite(Room(), command, Names.Encode(argument), out written);
        }

        Queue(command, written);
    }

    /// <summary>Queues a command with octets as argument.</summary>
    /// <exception cref="ArgumentException">The argument holds a CR, LF or NUL, or is too long: nothing was queued.</exception>
    public void Write(FtpCommand command, ReadOnlySpan<byte> argument)
    {
        _ = FtpCommandWriter.TryWrite(Room(), command, argument, out var written);
        Queue(command, written);
    }

    /// <summary>Queues a command whose argument is a size or an offset.</summary>
    public void WriteNumber(FtpCommand command, long number)
    {
        _ = FtpCommandWriter.TryWriteNumber(Room(), command, number, out var written);
        Queue(command, written);
    }

    /// <summary>Queues a command that need not be registered.</summary>
    /// <exception cref="ArgumentException">The verb is none, or the argument holds a CR, LF or NUL, or is too long: nothing was queued.</exception>
    public void Write(ReadOnlySpan<byte> verb, ReadOnlySpan<byte> argument)
    {
        int written;
        _ = argument.IsEmpty ? FtpCommandWriter.TryWrite(Room(), verb, out written) : FtpCommandWriter.TryWrite(Room(), verb, argument, out written);
        Queue(FtpCommands.Find(verb), written);
    }

    /// <summary>Sends what is queued and reads one reply: a preliminary one, or the final one of the command that waits longest.</summary>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <param name="limit">How long it may take; <see cref="InternetTimeouts.ResponseHead"/> where none is given.</param>
    /// <returns>The reply's code. A negative one is no exception here.</returns>
    /// <exception cref="FtpException">The reply is none, may not stand here, did not come in time, or ended the connection (421): the connection is closed then.</exception>
    public ValueTask<int> ReceiveAsync(CancellationToken cancellationToken, TimeSpan? limit = null) => ReadAsync(untilFinal: false, limit, cancellationToken);

    /// <summary>Sends what is queued and reads on until the command that waits longest has its final reply.</summary>
    /// <inheritdoc cref="ReceiveAsync"/>
    public ValueTask<int> FinishAsync(CancellationToken cancellationToken, TimeSpan? limit = null) => ReadAsync(untilFinal: true, limit, cancellationToken);

    /// <summary>The same by synchronous I/O.</summary>
    /// <inheritdoc cref="ReceiveAsync"/>
    public int Receive(TimeSpan? limit = null)
    {
        ThrowIfClosed(CancellationToken.None);
        try
        {
            var length = Begin(limit);
            if (length > 0)
            {
                Stream.Write(_send.AsSpan(0, length));
            }

            var result = Pump.Read(_reader);
            _ = Deadline.Stop();
            return Take(result);
        }
        catch (Exception error)
        {
            var told = Fail(error, CancellationToken.None);
            if (ReferenceEquals(told, error))
            {
                throw;
            }

            throw told;
        }
    }

    /// <summary>Closes the connection when the token fires; allocates nothing once the token's source has been used.</summary>
    public CancellationTokenRegistration Guard(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? cancellationToken.UnsafeRegister(static control => ((FtpControl)control!).Abort(), this)
        : default;

    /// <summary>The same by synchronous I/O.</summary>
    public int Finish()
    {
        var began = Time.GetTimestamp();
        for (TimeSpan? limit = null; ; limit = Left(Timeouts.ResponseHead, began))
        {
            var code = Receive(limit);
            if (Answer.Kind != ControlAnswerKind.Preliminary)
            {
                return code;
            }
        }
    }

    /// <summary>What is left of a limit; zero or less when nothing is, which the next wait fails by.</summary>
    public TimeSpan Left(TimeSpan limit, long began) => limit == System.Threading.Timeout.InfiniteTimeSpan ? limit
        : limit - Time.GetElapsedTime(began) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>The error of the last reply.</summary>
    public FtpException Refused(InternetPhase? phase = null) => FtpErrors.Refused(VerbOf(Answer.Command), Reply.Code, ReplyText, phase ?? Phase, Key);

    /// <summary>The last reply as characters.</summary>
    public FtpReplyMessage ReplyMessage() => new(Reply.Code, ReplyLines());

    /// <summary>The last reply as characters, whatever is under way; from any thread.</summary>
    public FtpReplyMessage LastReplyMessage() => _lastReply.ToMessage(Names);

    /// <summary>Goes on over TLS: the stream was made over the one before, after a 234.</summary>
    public void Secure(Stream secure)
    {
        Forget();
        Pump.Dispose();
        Stream = secure;
        Pump = ParsePump.Create(secure, ReceiveSize);
    }

    /// <summary>Whether nothing came that nobody asked for: no octet, no end. One system call.</summary>
    public bool IsQuiet()
    {
        if (IsClosed || BufferedBytes > 0 || Pump.EndOfInput || !_state.IsIdle)
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

    /// <summary>Closes at once; from any thread. A wait under way fails.</summary>
    public void Abort()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        try
        {
            _socket?.Dispose();
            FtpDataChannel.Drop(Data);
            Stream.Dispose();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closing is all that was asked for.
        }
    }

    /// <summary>Closes and gives the buffers back. No wait may be under way.</summary>
    public void Release()
    {
        Listener.RaiseIfHeard(PhaseEventKind.ClosingConnection, Peer);
        Abort();
        Deadline.Dispose();
        Pump.Dispose();
        Scope?.Dispose();
        Listener.RaiseIfHeard(PhaseEventKind.ConnectionClosed, Peer);
    }

    /// <summary>What an exception on the way means to the caller.</summary>
    public Exception Translate(Exception error, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return error is OperationCanceledException e && e.CancellationToken == cancellationToken ? e
                : new OperationCanceledException("The operation was cancelled and its connection closed.", error, cancellationToken);
        }

        if (Deadline.HasFired)
        {
            return FtpErrors.FromTransport(Deadline.ToException(error, Key.Scheme, Key.EndPoint), Phase, Key);
        }

        return error is FtpException ? error
            : error is IOException or SocketException or ObjectDisposedException or OperationCanceledException ? FtpErrors.FromTransport(error, Phase, Key) : error;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadAsync(bool untilFinal, TimeSpan? limit, CancellationToken cancellationToken)
    {
        ThrowIfClosed(cancellationToken);
        var guard = Guard(cancellationToken);
        try
        {
            // All replies to one command under one limit, or a server could go on for ever.
            var began = untilFinal ? Time.GetTimestamp() : 0;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = Begin(limit);
                if (length > 0)
                {
                    await Stream.WriteAsync(_send.AsMemory(0, length), CancellationToken.None).ConfigureAwait(false);
                }

                var result = await Pump.ReadAsync(_reader, CancellationToken.None).ConfigureAwait(false);
                _ = Deadline.Stop();
                var code = Take(result);
                if (!untilFinal || Answer.Kind != ControlAnswerKind.Preliminary)
                {
                    return code;
                }

                limit = Left(Timeouts.ResponseHead, began);
            }
        }
        catch (Exception error)
        {
            var told = Fail(error, cancellationToken);
            if (ReferenceEquals(told, error))
            {
                throw;
            }

            throw told;
        }
        finally
        {
            await guard.DisposeAsync().ConfigureAwait(false);
        }
    }

    // What broke because this end had closed was aborted, and not reset by the peer.
    private Exception Fail(Exception error, CancellationToken cancellationToken)
    {
        var wasClosed = IsClosed;
        Abort();
        return wasClosed && !Deadline.HasFired && !cancellationToken.IsCancellationRequested && error is not FtpException ? FtpErrors.Aborted(Phase, Key)
            : Translate(error, cancellationToken);
    }

    // Between two commands of one operation: who closed it then is not told by a wait that broke.
    private void ThrowIfClosed(CancellationToken cancellationToken)
    {
        if (IsClosed && !Deadline.HasFired)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw FtpErrors.Aborted(Phase, Key);
        }
    }

    // Lets the last reply go, starts the limit; how many octets wait to be sent.
    private int Begin(TimeSpan? limit)
    {
        Forget();
        if (limit == TimeSpan.Zero)
        {
            throw FtpErrors.TooLate(Phase, Key);
        }

        if (!Deadline.Start(InternetTimeout.Head, Phase, limit ?? Timeouts.ResponseHead))
        {
            throw Deadline.ToException(null, Key.Scheme, Key.EndPoint);
        }

        var length = _sendLength;
        _sendLength = 0;
        return length;
    }

    private Span<byte> Room() => _send.AsSpan(_sendLength);

    private void Queue(FtpCommand command, int written)
    {
        if (written == 0)
        {
            throw new InvalidOperationException("More commands are queued than leave at once.");
        }

        _state.Send(command);
        if (Listener.IsHeard)
        {
            Listener.Raise(PhaseEventKind.CommandSent, FtpDialogue.Masked(_send.AsSpan(_sendLength, written), command, Names));
        }

        _sendLength += written;
    }

    private int Take(ParseResult result)
    {
        if (result.Status != System.Buffers.OperationStatus.Done)
        {
            throw result.Status == System.Buffers.OperationStatus.NeedMoreData ? FtpErrors.Ended(Phase, Key) : FtpErrors.Protocol(result, Phase, Key, VerbOf(_state.Next));
        }

        var code = Reply.Code;
        if (Listener.IsHeard)
        {
            Listener.Raise(PhaseEventKind.ReplyReceived, FtpDialogue.Shown(ReplyOctets, Names), _reader.Length, code);
        }

        _lastReply.Keep(ReplyOctets, in Reply);
        Answer = _state.Receive(code);
        return Answer.Kind switch
        {
            ControlAnswerKind.Refused => throw FtpErrors.Unexpected(Answer.Error, VerbOf(Answer.Command), code, ReplyText, Phase, Key),
            ControlAnswerKind.Closing when code >= 400 => throw Refused(),
            _ => code,
        };
    }

    private void Forget()
    {
        if (_reader.Length > 0)
        {
            Pump.Advance(_reader.Length);
            _reader.Forget();
        }
    }

    private List<string> ReplyLines() => FtpLastReply.LinesOf(ReplyOctets, in Reply, Names);

    private static string VerbOf(FtpCommand command) => command == FtpCommand.Unknown ? "The connection" : FtpCommands.Text(command);
}
