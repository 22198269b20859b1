using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Gopher;

/// <summary>The connection of one request, who may use it, the limits of what is waited for on it, and what its failures mean.</summary>
/// <remarks>A fired limit is a Timeout that names its phase, a cancelled token is <see cref="OperationCanceledException"/> with that token, whatever the transport threw on the way; both close the connection
/// first. Between <see cref="Enter"/> and <see cref="Leave"/> one opening or read has it to itself; <see cref="Abort"/>, <see cref="Finish"/> and the token may come from any thread meanwhile.</remarks>
internal sealed class GopherExchange(GopherClientCore core, ConnectionKey key, InternetTimeouts timeouts, PhaseListener listener)
{
    private const int Free = 0;
    private const int InUse = 1;
    private const int Finished = 2;

    private readonly TimeProvider _time = core.Options.TimeProvider;
    private readonly DataRate? _rate = timeouts.MinDataRate > 0 ? new DataRate(core.Options.TimeProvider, timeouts.MinDataRate) : null;
    private GopherChannel? _channel;
    private long _start;
    private int _use = Free;

    public ConnectionKey Key => key;

    public PhaseListener Listener => listener;

    /// <summary>Whether an end of the connection is known to be the peer's: over TLS, where one without close_notify fails.</summary>
    public bool EndIsAuthenticated => key.Tls is not null;

    /// <summary>Where it is: for failures.</summary>
    public InternetPhase Phase { get; set; } = InternetPhase.Connecting;

    /// <summary>The open connection.</summary>
    /// <exception cref="GopherException">ConnectionAborted: there is none any more.</exception>
    public GopherChannel Channel => _channel ?? throw GopherErrors.Aborted(Phase, key);

    /// <summary>Whether it was disposed of.</summary>
    public bool IsFinished => Volatile.Read(ref _use) == Finished;

    /// <summary>Begins an opening or a read.</summary>
    /// <exception cref="GopherException">Busy: another one is under way.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed of.</exception>
    public void Enter()
    {
        var use = Interlocked.CompareExchange(ref _use, InUse, Free);
        if (use == Free)
        {
            return;
        }

        ObjectDisposedException.ThrowIf(use == Finished, typeof(GopherFile));
        throw GopherErrors.Busy(key);
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    /// <returns>False when it was disposed of meanwhile: the connection is closed, and nobody reads any more.</returns>
    public bool Leave()
    {
        if (Interlocked.CompareExchange(ref _use, Free, InUse) == InUse)
        {
            return true;
        }

        Drop();
        return false;
    }

    /// <summary>Ends all use.</summary>
    /// <returns>Whether nothing was under way, and nobody did so before: nobody reads any more.</returns>
    public bool Finish()
    {
        var use = Interlocked.Exchange(ref _use, Finished);
        if (use == InUse)
        {
            Abort();
        }
        else if (use == Free)
        {
            Drop();
        }

        return use == Free;
    }

    /// <summary>Closes at once; from any thread.</summary>
    public void Abort() => Volatile.Read(ref _channel)?.Close();

    /// <summary>Closes for good. No read may be under way.</summary>
    public void Drop()
    {
        var channel = _channel;
        _channel = null;
        if (channel is not null)
        {
            channel.Release(listener);
            core.Alarms.Return(channel.Alarm);
        }
    }

    /// <summary>Dials, and shakes hands where TLS is asked for: there is no way around it then.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        _start = _time.GetTimestamp();
        var transport = await core.Dialer.ConnectAsync(key, DialTimeouts(), listener, cancellationToken).ConfigureAwait(false);
        var stream = key.Tls is null ? transport.Stream
            : await TlsHandshake.RunAsync(transport.Stream, key, protocol: null, DialTimeouts(), _time, listener, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _channel, new GopherChannel(stream, in transport, core.Alarms.Rent()));
    }

    /// <summary>Closes the connection when the token fires.</summary>
    public CancellationTokenRegistration Guard(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? cancellationToken.UnsafeRegister(static exchange => ((GopherExchange)exchange!).Abort(), this)
        : default;

    /// <summary>Limits the wait for the beginning of the answer, by its own limit and by what is left of the whole opening.</summary>
    public void LimitHead()
    {
        var (limit, after) = (InternetTimeout.Head, timeouts.ResponseHead);
        if (Left() is { } left && (after == Timeout.InfiniteTimeSpan || left < after))
        {
            (limit, after) = (InternetTimeout.Total, left);
        }

        Start(limit, InternetPhase.ReceivingHead, after);
    }

    /// <summary>Ends the limit, unless it has fired.</summary>
    public void Unlimit()
    {
        var channel = Channel;
        if (!channel.Deadline.Stop())
        {
            throw channel.Deadline.ToException(null, key.Scheme, key.EndPoint);
        }
    }

    /// <summary>Begins to measure the rate of content; the reader's own leisure does not count.</summary>
    public void BeginContent()
    {
        Phase = InternetPhase.ReceivingContent;
        _rate?.Start();
        _rate?.Pause();
    }

    /// <summary>Limits one wait for content.</summary>
    public void LimitStall()
    {
        _rate?.Resume();
        Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, timeouts.ReadStall);
    }

    /// <summary>Counts what a wait for content brought, and ends its limit.</summary>
    /// <exception cref="GopherException">ConnectionAborted: an end that was made here. Timeout: too little came in its time.</exception>
    public void Count(int octets)
    {
        Unlimit();
        if (octets == 0 && Channel.IsClosed)
        {
            throw GopherErrors.Aborted(Phase, key);
        }

        if (_rate is null)
        {
            return;
        }

        _rate.Add(octets);
        if (octets > 0 && _rate.IsTooSlow())
        {
            throw GopherErrors.TooSlow(timeouts.MinDataRate, key);
        }

        _rate.Pause();
    }

    /// <summary>Closes the connection of a request that failed, and says what the failure means.</summary>
    public Exception Fail(Exception error, CancellationToken cancellationToken)
    {
        var told = Translate(error, cancellationToken);
        listener.RaiseIfHeard(PhaseEventKind.Completed, told);
        Drop();
        return told;
    }

    private Exception Translate(Exception error, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return error is OperationCanceledException e && e.CancellationToken == cancellationToken ? e
                : new OperationCanceledException("The operation was cancelled and its connection closed.", error, cancellationToken);
        }

        if (_channel is { Deadline.HasFired: true } channel)
        {
            return error is InternetException { Kind: InternetErrorKind.Timeout, Protocol: not null } ? error
                : channel.Deadline.ToException(error, key.Scheme, key.EndPoint);
        }

        return error is IOException or SocketException or ObjectDisposedException or OperationCanceledException ? GopherErrors.FromTransport(error, Phase, key) : error;
    }

    private void Start(InternetTimeout limit, InternetPhase phase, TimeSpan after)
    {
        var deadline = Channel.Deadline;
        if (!deadline.Start(limit, phase, after))
        {
            throw deadline.ToException(null, key.Scheme, key.EndPoint);
        }
    }

    // The limits of making a connection, none longer than what is left of the whole opening.
    private InternetTimeouts DialTimeouts()
    {
        var left = Left();
        return left is null || (IsWithin(timeouts.Connect, left.Value) && IsWithin(timeouts.TlsHandshake, left.Value)) ? timeouts : timeouts with
        {
            Connect = IsWithin(timeouts.Connect, left.Value) ? timeouts.Connect : left.Value,
            TlsHandshake = IsWithin(timeouts.TlsHandshake, left.Value) ? timeouts.TlsHandshake : left.Value,
        };
    }

    // Null without a limit. At least one tick, so that a deadline fires rather than refuses.
    private TimeSpan? Left()
    {
        if (timeouts.Total == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        var left = timeouts.Total - _time.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1);
    }

    private static bool IsWithin(TimeSpan limit, TimeSpan left) => limit != Timeout.InfiniteTimeSpan && limit <= left;
}
