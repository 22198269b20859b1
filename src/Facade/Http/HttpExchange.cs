// One request and its final response, on a pooled or a new connection, through retries and redirects: the one async method of an exchange.
// Everything it needs between waits is kept in fields, so that a file that is reopened runs it again without an allocation. The outer
// layers (session, file) return its ValueTask as it is.

using System.Runtime.CompilerServices;
using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Http;

internal sealed class HttpExchange
{
    private readonly HttpClientCore _core;
    private readonly ExchangeBuffers _buffers;
    private readonly ExchangeConnection _connection;
    private readonly PhaseListener _listener;
    private readonly bool _followsRedirects;
    private List<HttpRedirect>? _redirects;
    private BodyFraming _framing;
    private bool _wasComplete;
    private bool _wasVerified;

    public HttpExchange(HttpClientCore core, InternetUrl url, OpenOptions options)
    {
        options.Timeouts?.Validate();
        var settings = core.Options;
        _core = core;
        _buffers = core.RentBuffers();
        _followsRedirects = options.AutoRedirect ?? settings.AutoRedirect;
        _listener = new PhaseListener(options.StatusChanged ?? settings.StatusChanged, settings.TimeProvider, core.Logger);
        Request = new HttpRequest(_buffers.Request, settings, core.Dialer, url, options);
        _connection = new ExchangeConnection(settings.TimeProvider, options.Timeouts ?? settings.Timeouts, _listener) { Key = Request.Key };
        Content = new HttpContentReader(_connection, _buffers.Body, _listener);
    }

    public HttpRequest Request { get; }

    public HttpContentReader Content { get; }

    /// <summary>The last response head; the file sees to it that nobody reads it after <see cref="Finish"/>.</summary>
    public ResponseHeadReader Head => _buffers.Head;

    public int Status { get; private set; }

    public HttpVersion Version { get; private set; }

    public bool IsComplete => _connection.IsFinished ? _wasComplete : Body.IsComplete;

    public bool IsVerified => _connection.IsFinished ? _wasVerified : Body is { IsComplete: true, IsVerified: true };

    public PhaseTimings Timings => _listener.Timings;

    public IReadOnlyList<HttpRedirect> Redirects => _redirects ?? (IReadOnlyList<HttpRedirect>)[];

    /// <summary>The declared Content-Length; null when there is none.</summary>
    public long? DeclaredLength => _framing.Length >= 0 ? _framing.Length : null;

    private HttpBody Body => _buffers.Body;

    /// <summary>Sends the request and reads the final response head; what is left of an exchange before it is completed or dropped first.</summary>
    /// <param name="result">Handed back, so that outer layers need no async method of their own.</param>
    /// <param name="cancellationToken">Closes the connection when it fires.</param>
    /// <exception cref="InternetException">Busy: the file is being opened or read.</exception>
    public ValueTask<T> OpenAsync<T>(T result, CancellationToken cancellationToken)
        where T : class
    {
        _connection.Enter();
        return RunAsync(result, cancellationToken);
    }

    /// <inheritdoc cref="OpenAsync{T}(T, CancellationToken)"/>
    /// <param name="result">Handed back.</param>
    /// <param name="target">Another target of the same origin, in origin-form.</param>
    /// <param name="cancellationToken">Closes the connection when it fires.</param>
    /// <exception cref="ArgumentException">The target is not in origin-form; the file is as it was.</exception>
    public ValueTask<T> OpenAsync<T>(T result, string target, CancellationToken cancellationToken)
        where T : class
    {
        _connection.Enter();
        try
        {
            Request.Retarget(target);
        }
        catch
        {
            _connection.Leave();
            throw;
        }

        return RunAsync(result, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> RunAsync<T>(T result, CancellationToken cancellationToken)
        where T : class
    {
        CancellationTokenRegistration registration = default;
        try
        {
            Begin(cancellationToken);
            registration = _connection.Guard(cancellationToken);
            do
            {
                if (!Body.IsComplete && !await Content.DrainAsync().ConfigureAwait(false))
                {
                    _connection.Drop();
                }

                for (var attempt = 1; ; attempt++)
                {
                    var channel = TakeChannel(attempt) ?? await DialAsync(cancellationToken).ConfigureAwait(false);
                    _connection.Attach(channel, cancellationToken);
                    try
                    {
                        _connection.Limit(InternetTimeout.Head, InternetPhase.ReceivingHead);
                        _listener.Raise(PhaseEventKind.SendingRequest);
                        _ = channel.State.On(Request.Event);
                        await channel.Stream.WriteAsync(Request.Octets, channel.Closed).ConfigureAwait(false);
                        _listener.Raise(PhaseEventKind.RequestSent, bytes: Request.Octets.Length);
                        _listener.RaiseIfHeard(PhaseEventKind.ReceivingResponse);
                        while (!Accept(channel, await channel.Pump.ReadAsync(Head, channel.Closed).ConfigureAwait(false)))
                        {
                        }

                        break;
                    }
                    catch (Exception e) when (attempt == 1 && MayRetry(channel, e, cancellationToken))
                    {
                        _connection.Drop();
                        _listener.Raise(PhaseEventKind.Retrying, statusCode: 2);
                    }
                }

                _connection.Unlimit();
            }
            while (Redirect());

            // A token that fires from here on is too late: the file is the caller's, and nobody but he would close its connection.
            _ = registration.Unregister();
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception e)
        {
            var error = _connection.Translate(e, InternetPhase.ReceivingHead, cancellationToken);
            Content.Fail(error);
            Body.Break();
            Head.Forget();
            if (ReferenceEquals(error, e))
            {
                throw;
            }

            throw error;
        }
        finally
        {
            _ = registration.Unregister();
            _connection.Leave();
        }

        return result;
    }

    /// <summary>Closes the connection at once; from any thread.</summary>
    public void Abort() => _connection.Abort();

    /// <summary>Ends the exchange for good: gives the connection back when its response was read to the end, closes it otherwise.
    /// When it is being read or opened, on another thread, that fails on its closed connection, and the buffers stay its own.</summary>
    public void Finish()
    {
        if (!_connection.Finish())
        {
            return;
        }

        Content.DrainBuffered();
        (_wasComplete, _wasVerified) = (Body.IsComplete, Body is { IsComplete: true, IsVerified: true });
        if (!_wasComplete)
        {
            _connection.Drop();
        }
        else if (_connection.Channel is { } channel)
        {
            LetGo(channel);
        }

        Body.Reset();
        _core.ReturnBuffers(_buffers);
    }

    private void Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _redirects = null;
        _connection.Begin();
        _listener.Restart();
    }

    // The connection of the last exchange when it may carry another, else one from the pool; null when a new one is needed.
    private HttpChannel? TakeChannel(int attempt)
    {
        if (_connection.Channel is { } held)
        {
            if (held.Key == Request.Key && held.TryReuse() && held.IsQuiet())
            {
                return held;
            }

            if (held.Key == Request.Key)
            {
                _connection.Drop();
            }
            else
            {
                LetGo(held);
            }
        }

        if (attempt > 1 || _core.Pool.TryTake(Request.Key) is not { } idle)
        {
            return null;
        }

        _listener.Raise(PhaseEventKind.ConnectionReused, idle.Peer);
        return idle;
    }

    private ValueTask<HttpChannel> DialAsync(CancellationToken cancellationToken) =>
        _core.DialAsync(Request.Key, _connection.DialTimeouts(), _listener, cancellationToken);

    private void LetGo(HttpChannel channel)
    {
        if (channel.TryReuse())
        {
            _connection.Detach();
            _core.Pool.Return(channel.Key, channel);
        }
        else
        {
            _connection.Drop();
        }
    }

    // False for an interim response, which is dropped and the next one read.
    private bool Accept(HttpChannel channel, in ParseResult result)
    {
        if (!result.IsDone)
        {
            throw HeadError(result, channel);
        }

        Head.Keep(channel.Pump.Buffer.Span[..result.Consumed]);
        var decided = Head.DecideFraming(channel.State.Method, out var framing);
        if (!decided.IsDone)
        {
            throw HttpErrors.Protocol(decided, InternetPhase.ReceivingHead, channel.Key);
        }

        ref readonly var head = ref Head.Head;
        var answer = channel.State.On(ExchangeEvent.ResponseHead(in head, in framing, result.Consumed));
        if (!answer.IsTaken)
        {
            throw HttpErrors.Exchange(answer.Error, InternetPhase.ReceivingHead, 0, channel.Key, head.Status);
        }

        channel.Pump.Advance(result.Consumed);
        if (head.Status < 200)
        {
            _listener.Raise(PhaseEventKind.InformationalResponse, statusCode: head.Status);
            return false;
        }

        (Status, Version, _framing) = (head.Status, head.Version, framing);
        Body.Begin(channel, _framing);
        _connection.BeginContent();
        _listener.Raise(PhaseEventKind.ResponseReceived, bytes: result.Consumed, statusCode: head.Status);
        Content.ReportEnd();
        return true;
    }

    private static HttpException HeadError(in ParseResult result, HttpChannel channel)
    {
        if (!result.NeedsMoreData)
        {
            return HttpErrors.Protocol(result, InternetPhase.ReceivingHead, channel.Key);
        }

        if (channel.Pump.BufferedBytes > 0)
        {
            _ = channel.State.On(ExchangeEvent.Begin(ExchangeRole.Server));
        }

        return HttpErrors.Exchange(channel.State.On(ExchangeEvent.Close(ExchangeRole.Server)).Error, InternetPhase.ReceivingHead, channel.Pump.BufferedBytes, channel.Key);
    }

    // RFC 9110 section 9.2.2: once, for what may be repeated, on a connection whose idle time may have ended it, before any octet of an answer.
    private bool MayRetry(HttpChannel channel, Exception error, CancellationToken cancellationToken) =>
        channel.Exchanges > 0 && Request.IsIdempotent && !_connection.IsAborted && !_connection.IsFinished
        && !cancellationToken.IsCancellationRequested && !channel.Deadline.HasFired
        && channel.State.InterimResponses == 0 && channel.Pump.BufferedBytes == 0
        && error is IOException and not InternetException { Kind: InternetErrorKind.ProtocolViolation or InternetErrorKind.LimitExceeded };

    // Prepares the next hop; false when this response is the answer.
    private bool Redirect()
    {
        if (!_followsRedirects || !RedirectPolicy.IsRedirect(Status) || Head.Find("Location"u8) is not { } location)
        {
            return false;
        }

        if (Redirects.Count >= _core.Options.MaxRedirects)
        {
            throw HttpErrors.TooManyRedirects(_core.Options.MaxRedirects, Status, Request.Key);
        }

        var hop = Request.Redirect(location, Status);
        _connection.Key = Request.Key;
        (_redirects ??= []).Add(hop);
        _listener.Raise(PhaseEventKind.Redirecting, hop.To, statusCode: Status);
        return true;
    }
}
