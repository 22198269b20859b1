using System.Net.Sockets;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>The connection an exchange holds at the moment, the limits of what is waited for on it, and what its failures mean.</summary>
/// <remarks>A fired deadline is a Timeout that names its phase, a cancelled token is <see cref="OperationCanceledException"/> with that token,
/// whatever the transport threw on the way; both close the connection first, so that nothing is left to wait for. Between <see cref="Enter"/> and
/// <see cref="Leave"/> one opening or read has it to itself; <see cref="Abort"/>, <see cref="Finish"/> and the token may come from any thread meanwhile.</remarks>
internal sealed class ExchangeConnection(TimeProvider time, InternetTimeouts timeouts, PhaseListener listener)
{
    private const int Free = 0;
    private const int InUse = 1;
    private const int Finished = 2;

    private readonly DataRate? _rate = timeouts.MinDataRate > 0 ? new DataRate(time, timeouts.MinDataRate) : null;
    private long _start;
    private int _use = Free;
    private bool _aborted;

    public HttpChannel? Channel { get; private set; }

    /// <summary>The connection the request needs.</summary>
    public required ConnectionKey Key { get; set; }

    /// <summary>Whether the file was disposed of: what fails then fails as that.</summary>
    public bool IsFinished => Volatile.Read(ref _use) == Finished;

    public bool IsAborted => Volatile.Read(ref _aborted);

    /// <summary>Starts the clock of the whole opening.</summary>
    public void Begin()
    {
        _aborted = false;
        _start = time.GetTimestamp();
    }

    /// <summary>Begins an opening or a read.</summary>
    /// <exception cref="HttpException">Busy: another one is under way.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed of.</exception>
    public void Enter()
    {
        var use = Interlocked.CompareExchange(ref _use, InUse, Free);
        if (use == Free)
        {
            return;
        }

        ObjectDisposedException.ThrowIf(use == Finished, typeof(HttpFile));
        throw HttpErrors.Busy(Key);
    }

    /// <summary>Ends what <see cref="Enter"/> began. When the file was disposed of meanwhile, the connection is closed here, where nobody reads it any more.</summary>
    public void Leave()
    {
        if (Interlocked.CompareExchange(ref _use, Free, InUse) != InUse)
        {
            Drop();
        }
    }

    /// <summary>Ends all use; once.</summary>
    /// <returns>Whether nothing was under way: the connection is then the caller's to let go. Otherwise it is closed, and <see cref="Leave"/> does the rest.</returns>
    public bool Finish()
    {
        var use = Interlocked.Exchange(ref _use, Finished);
        if (use == InUse)
        {
            Abort();
        }

        return use == Free;
    }

    /// <summary>Holds a connection from now on, unless the exchange was given up meanwhile.</summary>
    public void Attach(HttpChannel channel, CancellationToken cancellationToken)
    {
        Channel = channel;

        // Who gives up says so first and then looks for a connection to close; here it is the other way round: one of the two sees the other.
        Interlocked.MemoryBarrier();
        cancellationToken.ThrowIfCancellationRequested();
        if (IsAborted || IsFinished)
        {
            throw HttpErrors.Aborted(InternetPhase.SendingRequest, Key);
        }
    }

    /// <summary>Lets the connection go without closing it.</summary>
    public void Detach() => Channel = null;

    /// <summary>Closes at once; from any thread.</summary>
    public void Abort()
    {
        Volatile.Write(ref _aborted, true);
        Interlocked.MemoryBarrier();
        Channel?.Abort();
    }

    /// <summary>Closes for good. No read may be under way.</summary>
    public void Drop()
    {
        var channel = Channel;
        Channel = null;
        channel?.Release(listener);
    }

    /// <summary>Closes the connection when the token fires; allocates nothing once the token's source has been used.</summary>
    public CancellationTokenRegistration Guard(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? cancellationToken.UnsafeRegister(static connection => ((ExchangeConnection)connection!).Channel?.Abort(), this)
        : default;

    /// <summary>The connection, for content.</summary>
    public HttpChannel ForReading()
    {
        ObjectDisposedException.ThrowIf(IsFinished, typeof(HttpFile));
        return Channel ?? throw HttpErrors.Aborted(InternetPhase.ReceivingContent, Key);
    }

    /// <summary>Limits what is waited for next: by its phase, and by what is left of the whole opening.</summary>
    public void Limit(InternetTimeout limit, InternetPhase phase)
    {
        var after = limit == InternetTimeout.Receive ? timeouts.ReadStall : timeouts.ResponseHead;
        if (Left() is { } left && (after == Timeout.InfiniteTimeSpan || left < after))
        {
            (limit, after) = (InternetTimeout.Total, left);
        }

        Start(limit, phase, after);
    }

    /// <summary>Limits one wait for content, which belongs to no opening.</summary>
    public void LimitStall()
    {
        _rate?.Resume();
        Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, timeouts.ReadStall);
    }

    /// <summary>Begins to measure the rate of content; the reader's own leisure does not count.</summary>
    public void BeginContent()
    {
        _rate?.Start();
        _rate?.Pause();
    }

    /// <summary>Counts what a wait for content brought.</summary>
    /// <exception cref="HttpException">ConnectionAborted: an end that was made here is none of the content's. Timeout: too little came in its time.</exception>
    public void Count(int octets)
    {
        if (octets == 0 && Channel is { IsClosed: true })
        {
            throw HttpErrors.Aborted(InternetPhase.ReceivingContent, Key);
        }

        if (_rate is null)
        {
            return;
        }

        _rate.Add(octets);
        if (octets > 0 && _rate.IsTooSlow())
        {
            throw HttpErrors.TooSlow(timeouts.MinDataRate, Key);
        }

        _rate.Pause();
    }

    /// <summary>Ends the limit, unless it has fired.</summary>
    public void Unlimit()
    {
        if (Channel is { } channel && !channel.Deadline.Stop())
        {
            throw channel.Deadline.ToException(null, Key.Scheme, Key.EndPoint);
        }
    }

    /// <summary>The limits of making a connection, none longer than what is left of the whole opening.</summary>
    public InternetTimeouts DialTimeouts() => Left() is not { } left ? timeouts : timeouts with
    {
        Connect = Least(timeouts.Connect, left),
        TlsHandshake = Least(timeouts.TlsHandshake, left),
    };

    /// <summary>What an exception on the way means to the caller.</summary>
    public Exception Translate(Exception error, InternetPhase phase, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return error is OperationCanceledException e && e.CancellationToken == cancellationToken ? e
                : new OperationCanceledException("The operation was cancelled and its connection closed.", error, cancellationToken);
        }

        if (Channel is { Deadline.HasFired: true } channel)
        {
            return error is InternetException { Kind: InternetErrorKind.Timeout, Protocol: not null } ? error
                : channel.Deadline.ToException(error, Key.Scheme, Key.EndPoint);
        }

        if (error is ObjectDisposedException && IsFinished)
        {
            return error;
        }

        return error is IOException or SocketException or ObjectDisposedException or OperationCanceledException ? HttpErrors.FromTransport(error, phase, Key) : error;
    }

    private void Start(InternetTimeout limit, InternetPhase phase, TimeSpan after)
    {
        var deadline = Channel!.Deadline;
        if (!deadline.Start(limit, phase, after))
        {
            throw deadline.ToException(null, Key.Scheme, Key.EndPoint);
        }
    }

    // Null without a limit. At least one tick, so that a deadline fires rather than refuses.
    private TimeSpan? Left()
    {
        if (timeouts.Total == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        var left = timeouts.Total - time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1);
    }

    private static TimeSpan Least(TimeSpan limit, TimeSpan most) => limit == Timeout.InfiniteTimeSpan || most < limit ? most : limit;
}
