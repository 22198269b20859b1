// One request and its final response, on a pooled or a new connection, through retries and redirects: the one async method of an exchange.
// Everything it needs between waits is kept in fields, so that a file that is reopened runs it again without an allocation. The outer
// layers (session, file) return its ValueTask as it is.
//
// Errors: a fired deadline is a Timeout that names its phase, a cancelled token is OperationCanceledException with that token, whatever the
// transport threw on the way; both close the connection first, so that nothing is left to wait for.

using System.Buffers;
using System.Runtime.CompilerServices;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

internal sealed class HttpExchange
{
    private const int MaxInterimResponses = 16;
    private const int MaxDrain = 64 * 1024;

    private readonly HttpClientCore _core;
    private readonly InternetTimeouts _timeouts;
    private readonly PhaseListener _listener;
    private readonly bool _followsRedirects;
    private List<HttpRedirect>? _redirects;
    private HttpChannel? _channel;
    private BodyFraming _framing;
    private long _start;
    private int _interim;
    private int _interimOctets;
    private bool _aborted;
    private bool _finished;

    public HttpExchange(HttpClientCore core, HttpRequest request, OpenOptions options)
    {
        _core = core;
        Request = request;
        _timeouts = options.Timeouts ?? core.Options.Timeouts;
        _followsRedirects = options.AutoRedirect ?? core.Options.AutoRedirect;
        _listener = new PhaseListener(options.StatusChanged ?? core.Options.StatusChanged, core.Options.TimeProvider);
        Head = new ResponseHeadReader(core.Options.Http1Limits, core.Options.Http1Leniency);
        Body = new HttpBody(core.Options.Http1Limits);
    }

    public HttpRequest Request { get; }

    public ResponseHeadReader Head { get; }

    public HttpBody Body { get; }

    public PhaseTimings Timings => _listener.Timings;

    public IReadOnlyList<HttpRedirect> Redirects => _redirects ?? (IReadOnlyList<HttpRedirect>)[];

    /// <summary>The declared Content-Length; null when there is none.</summary>
    public long? DeclaredLength => _framing.Length >= 0 ? _framing.Length : null;

    /// <summary>Sends the request and reads the final response head; what is left of an exchange before it is completed or dropped first.</summary>
    /// <param name="result">Handed back, so that outer layers need no async method of their own.</param>
    /// <param name="cancellationToken">Closes the connection when it fires.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> RunAsync<T>(T result, CancellationToken cancellationToken)
        where T : class
    {
        var registration = Guard(cancellationToken);
        try
        {
            Begin(cancellationToken);
            while (true)
            {
                if (!Body.IsComplete && !await DrainAsync().ConfigureAwait(false))
                    DropChannel();
                var fresh = false;
                while (true)
                {
                    _channel = TakeChannel(fresh) ?? await DialAsync(cancellationToken).ConfigureAwait(false);
                    cancellationToken.ThrowIfCancellationRequested();
                    try
                    {
                        StartLimit(InternetTimeout.Send, InternetPhase.SendingRequest);
                        _listener.Raise(PhaseEventKind.SendingRequest);
                        await _channel.Stream.WriteAsync(Request.Octets, cancellationToken: CancellationToken.None).ConfigureAwait(false);
                        _listener.Raise(PhaseEventKind.RequestSent, bytes: Request.Octets.Length);
                        StartLimit(InternetTimeout.Head, InternetPhase.ReceivingHead);
                        while (!Accept(await _channel.Pump.ReadAsync(Head, CancellationToken.None).ConfigureAwait(false)))
                        {
                        }

                        break;
                    }
                    catch (Exception e) when (!fresh && MayRetry(e, cancellationToken))
                    {
                        DropChannel();
                        fresh = true;
                        _listener.Raise(PhaseEventKind.Retrying, statusCode: 2);
                    }
                }

                if (!_channel.Deadline.Stop())
                    throw _channel.Deadline.ToException();
                if (!Redirect())
                    break;
            }
        }
        catch (Exception e)
        {
            var error = Translate(e, InternetPhase.ReceivingHead, cancellationToken);
            DropChannel();
            if (ReferenceEquals(error, e))
                throw;
            throw error;
        }
        finally
        {
            _ = registration.Unregister();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>Reads content; completes synchronously when there is some already.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<int>(cancellationToken);
        try
        {
            if (Body.TryRead(destination.Span, out var count))
            {
                ReportEnd();
                return new ValueTask<int>(count);
            }
        }
        catch (InternetException e)
        {
            DropChannel();
            return ValueTask.FromException<int>(e);
        }

        return WaitForContentAsync(destination, cancellationToken);
    }

    /// <summary>Reads content by synchronous I/O.</summary>
    public int Read(Span<byte> destination)
    {
        try
        {
            if (Body.TryRead(destination, out var count))
            {
                ReportEnd();
                return count;
            }

            var channel = ChannelForReading();
            StartStall(channel);
            while (!Body.Accept(Body.Wait(destination), destination, out count))
                StartStall(channel);
            StopStall(channel);
            return count;
        }
        catch (Exception e)
        {
            var error = Translate(e, InternetPhase.ReceivingContent, CancellationToken.None);
            DropChannel();
            if (ReferenceEquals(error, e))
                throw;
            throw error;
        }
    }

    /// <summary>Closes the connection at once; from any thread.</summary>
    public void Abort()
    {
        _aborted = true;
        Volatile.Read(ref _channel)?.Abort();
    }

    /// <summary>Ends the exchange for good: gives the connection back when its response was read to the end, closes it otherwise.</summary>
    public void Finish()
    {
        if (_finished)
            return;
        _finished = true;
        try
        {
            // What is there already costs no wait, and may save the next exchange a connection.
            Span<byte> scratch = stackalloc byte[512];
            while (_channel is { IsClosed: false } && !Body.IsComplete && Body.TryRead(scratch, out var count) && count > 0)
            {
            }
        }
        catch (InternetException)
        {
            // Broken framing that nobody reads any more: the connection is closed below.
        }

        if (_channel is not { } channel)
            return;
        _channel = null;
        if (CanReuse(channel))
        {
            channel.Exchanges++;
            _core.Pool.Return(channel);
        }
        else if (Body.IsComplete)
        {
            channel.Release();
        }
        else
        {
            // A read may be under way on another thread: the buffer stays its own.
            channel.Abort();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitForContentAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        var registration = Guard(cancellationToken);
        try
        {
            var channel = ChannelForReading();
            int delivered;
            do
            {
                StartStall(channel);
            }
            while (!Body.Accept(await Body.WaitAsync(destination, CancellationToken.None).ConfigureAwait(false), destination.Span, out delivered));
            StopStall(channel);
            return delivered;
        }
        catch (Exception e)
        {
            var error = Translate(e, InternetPhase.ReceivingContent, cancellationToken);
            DropChannel();
            if (ReferenceEquals(error, e))
                throw;
            throw error;
        }
        finally
        {
            _ = registration.Unregister();
        }
    }

    private CancellationTokenRegistration Guard(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? cancellationToken.UnsafeRegister(static exchange => ((HttpExchange)exchange!)._channel?.Abort(), this)
        : default;

    private void Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_finished, typeof(HttpFile));
        _start = _core.Options.TimeProvider.GetTimestamp();
        _redirects = null;
        _listener.Restart();
    }

    // The connection of the last exchange when it may carry another, else one from the pool; null when a new one is needed.
    private HttpChannel? TakeChannel(bool fresh)
    {
        _interim = _interimOctets = 0;
        if (_channel is { } held)
        {
            if (!fresh && CanReuse(held) && held.Key == Request.Key && held.IsQuiet())
            {
                held.Exchanges++;
                return held;
            }

            ReturnOrDrop(held);
        }

        if (fresh || _core.Pool.TryTake(Request.Key) is not { } idle)
            return null;
        _listener.Raise(PhaseEventKind.ConnectionReused);
        return idle;
    }

    private ValueTask<HttpChannel> DialAsync(CancellationToken cancellationToken)
    {
        var left = Left();
        return _core.Dialer.DialAsync(Request.Key, left is { } most ? Capped(most) : _timeouts, _listener, cancellationToken);
    }

    private InternetTimeouts Capped(TimeSpan most) => _timeouts with
    {
        Connect = Least(_timeouts.Connect, most),
        TlsHandshake = Least(_timeouts.TlsHandshake, most),
    };

    private void ReturnOrDrop(HttpChannel channel)
    {
        _channel = null;
        if (CanReuse(channel) && channel.Key != Request.Key)
        {
            channel.Exchanges++;
            _core.Pool.Return(channel);
        }
        else
        {
            channel.Release();
        }
    }

    private bool CanReuse(HttpChannel channel) =>
        !channel.IsClosed && Body.IsComplete && _framing.KeepsAlive && channel.Pump.BufferedBytes == 0 && !channel.Pump.EndOfInput;

    // False for an interim response, which is dropped and the next one read.
    private bool Accept(in ParseResult result)
    {
        var channel = _channel!;
        if (!result.IsDone)
            throw HeadError(result, channel);
        ref readonly var head = ref Head.Head;
        if (head.Status < 200)
        {
            AcceptInterim(channel, head.Status, result.Consumed);
            return false;
        }

        Head.Keep(channel.Pump.Buffer.Span[..result.Consumed]);
        var decided = Head.DecideFraming(Request.MethodToken, out _framing);
        if (!decided.IsDone)
            throw HttpErrors.Protocol(decided, InternetPhase.ReceivingHead, channel.Key);
        channel.Pump.Advance(result.Consumed);
        Body.Begin(channel, _framing);
        _listener.Raise(PhaseEventKind.ResponseReceived, bytes: result.Consumed, statusCode: head.Status);
        ReportEnd();
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AcceptInterim(HttpChannel channel, int status, int octets)
    {
        _interimOctets += octets;
        if (status == 101)
            throw HttpErrors.Violation("The server switched to a protocol that was not offered.", InternetPhase.ReceivingHead, channel.Key, status);
        if (++_interim > MaxInterimResponses || _interimOctets > Head.MaxLength)
            throw HttpErrors.Limit($"More than {MaxInterimResponses} interim responses, or more of them than one head may have.", channel.Key);
        channel.Pump.Advance(octets);
        _listener.Raise(PhaseEventKind.InformationalResponse, statusCode: status);
    }

    private HttpException HeadError(in ParseResult result, HttpChannel channel) => !result.NeedsMoreData
        ? HttpErrors.Protocol(result, InternetPhase.ReceivingHead, channel.Key)
        : channel.Pump.BufferedBytes == 0 && _interim == 0
            ? HttpErrors.NoResponse(channel.Key)
            : HttpErrors.Truncated("The connection ended in the middle of the response head.", InternetPhase.ReceivingHead,
                channel.Pump.BufferedBytes, channel.Key);

    // RFC 9110 section 9.2.2: once, for what may be repeated, on a connection whose idle time may have ended it, before any octet of an answer.
    private bool MayRetry(Exception error, CancellationToken cancellationToken) =>
        _channel is { Exchanges: > 0 } channel && !_aborted && !cancellationToken.IsCancellationRequested && !channel.Deadline.HasFired
        && Request.IsIdempotent && _interim == 0 && channel.Pump.BufferedBytes == 0
        && (error is InternetException { Kind: InternetErrorKind.ConnectionAborted or InternetErrorKind.ConnectionReset or InternetErrorKind.Truncated }
            || (error is IOException && error is not InternetException));

    // Prepares the next hop; false when this response is the answer.
    private bool Redirect()
    {
        var status = Head.Head.Status;
        if (!_followsRedirects || !RedirectPolicy.IsRedirect(status) || Head.Find("Location"u8) is not { } location)
            return false;
        if (Redirects.Count >= _core.Options.MaxRedirects)
            throw HttpErrors.TooManyRedirects(_core.Options.MaxRedirects, status, Request.Key);
        var hop = Request.Redirect(location, status);
        (_redirects ??= []).Add(hop);
        _listener.Raise(PhaseEventKind.Redirecting, hop.To, statusCode: status);
        return true;
    }

    // Reads the rest of content nobody wants, if it is little; false when the connection is not worth it.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> DrainAsync()
    {
        if (_channel is not { IsClosed: false } channel || !_framing.KeepsAlive || Body.Remaining > MaxDrain)
            return false;
        var scratch = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            for (var total = 0; !Body.IsComplete; )
            {
                if (!Body.TryRead(scratch, out var count))
                {
                    StartLimit(InternetTimeout.Receive, InternetPhase.ReceivingContent);
                    while (!Body.Accept(await Body.WaitAsync(scratch, CancellationToken.None).ConfigureAwait(false), scratch, out count))
                    {
                    }
                }

                if ((total += count) > MaxDrain)
                    return false;
            }

            return channel.Deadline.Stop();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private HttpChannel ChannelForReading()
    {
        ObjectDisposedException.ThrowIf(_finished, typeof(HttpFile));
        return _channel ?? throw new HttpException(InternetErrorKind.ConnectionAborted, "The exchange has failed or was aborted before.")
        {
            Phase = InternetPhase.ReceivingContent,
            Protocol = Request.Key.Scheme,
            EndPoint = Request.Key.EndPoint,
        };
    }

    private void StartLimit(InternetTimeout limit, InternetPhase phase)
    {
        var channel = _channel!;
        var after = limit == InternetTimeout.Receive ? _timeouts.ReadStall : _timeouts.ResponseHead;
        if (Left() is { } left && (after == Timeout.InfiniteTimeSpan || left < after))
            (limit, after) = (InternetTimeout.Total, left);
        if (!channel.Deadline.Start(limit, phase, after))
            throw channel.Deadline.ToException();
    }

    // What is left of the whole opening; null without a limit. At least one tick, so that a deadline fires rather than refuses.
    private TimeSpan? Left()
    {
        if (_timeouts.Total == Timeout.InfiniteTimeSpan)
            return null;
        var left = _timeouts.Total - _core.Options.TimeProvider.GetElapsedTime(_start);
        return left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1);
    }

    private static TimeSpan Least(TimeSpan limit, TimeSpan most) => limit == Timeout.InfiniteTimeSpan || most < limit ? most : limit;

    private void StartStall(HttpChannel channel)
    {
        if (!channel.Deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, _timeouts.ReadStall))
            throw channel.Deadline.ToException();
    }

    private void StopStall(HttpChannel channel)
    {
        if (!channel.Deadline.Stop())
            throw channel.Deadline.ToException();
        ReportEnd();
    }

    private void ReportEnd()
    {
        if (Body.TakeEnd())
            _listener.Raise(PhaseEventKind.ContentReceived, bytes: Body.Delivered);
    }

    private void DropChannel()
    {
        var channel = _channel;
        _channel = null;
        channel?.Release();
    }

    private Exception Translate(Exception error, InternetPhase phase, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return error is OperationCanceledException e && e.CancellationToken == cancellationToken ? e
                : new OperationCanceledException("The operation was cancelled and its connection closed.", error, cancellationToken);
        if (_channel is { Deadline.HasFired: true } channel)
            return channel.Deadline.ToException(error, Request.Key.Scheme, Request.Key.EndPoint);
        if (error is ObjectDisposedException && _finished)
            return error;
        return error is IOException or System.Net.Sockets.SocketException or ObjectDisposedException
            ? HttpErrors.FromTransport(error, phase, Request.Key)
            : error;
    }
}
