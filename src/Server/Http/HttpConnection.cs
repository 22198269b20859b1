using System.Runtime.CompilerServices;
using HiPerf.Http;
using HiPerf.Http1;
using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>One connection: reads requests in order, answers each before it reads the next, ends the connection as the last answer says.</summary>
/// <remarks>RFC 9112 section 9. Answers to pipelined requests are flushed together, once no further request can be read without waiting.
/// A refusal is one answer with close; nothing behind it is read as a request.</remarks>
internal sealed class HttpConnection : IDisposable
{
    // Pipelined answers are flushed at the latest when this many octets wait.
    private const int MaxUnflushed = 64 * 1024;

    private readonly HttpFolderOptions _options;
    private readonly HttpFolder _folder;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly TimeProvider _clock;
    private readonly ParsePump _pump;
    private readonly RequestReader _requests;
    private readonly ContentDrain _drain;
    private readonly AnswerSender _sender;
    private readonly Deadline _deadline;
    private readonly Answer _answer = new();
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _stopRegistration;
    private HotFile? _looked;
    private readonly long _began;
    private ExchangeState _exchange;
    private bool _isHttp10;
    private int _count;

    public HttpConnection(HttpFolderOptions options, HttpFolder folder, AnswerHead head, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _folder = folder;
        _connection = connection;
        _session = session;
        _clock = clock;
        _began = clock.GetTimestamp();
        _exchange = new ExchangeState(ExchangeRole.Server, options.Limits);
        _pump = ParsePump.Create(connection.Transport.Input);
        _requests = new RequestReader(options.Limits, options.MaxFields);
        _drain = new ContentDrain(_pump, options.Limits, options.MaxDrain);
        _sender = new AnswerSender(options, head, connection, session, clock);
        _deadline = new Deadline(clock, static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), connection);
        _stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        _stopRegistration = _stopping.UnsafeRegister(static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), connection);
    }

    private bool IsOld => _clock.GetElapsedTime(_began) >= _options.ConnectionLifetime;

    /// <summary>Serves the connection to its end. What it throws means: abort.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            var buffered = _pump.BufferedBytes;
            if (!_pump.TryRead(_requests, out var result))
            {
                result = await WaitForRequestAsync().ConfigureAwait(false);
            }

            // A look at a file holds for requests that were there with the one it was made for, and for no later one.
            if (result.Consumed > buffered)
            {
                _looked = null;
            }

            if (!result.IsDone)
            {
                await EndWithoutRequestAsync(result).ConfigureAwait(false);
                return;
            }

            _session.Enter(SessionState.Active);
            if (!TryAccept(result.Consumed, out var error))
            {
                await RefuseAsync(error.HttpStatus(), error).ConfigureAwait(false);
                return;
            }

            if (_exchange.Request == MessageState.Content && !await DropContentAsync().ConfigureAwait(false))
            {
                return;
            }

            _count++;
            _session.CountRequest();
            _answer.Closes |= _count >= _options.MaxRequests || IsOld || _stopping.IsCancellationRequested;

            // What the client may still send: it takes more than a request that was whole and said close.
            var mayHaveMore = _exchange.Request != MessageState.MustClose;
            await SendAsync().ConfigureAwait(false);
            _answer.Clear();
            if (!_exchange.IsReusable)
            {
                await CloseAsync(mayHaveMore).ConfigureAwait(false);
                return;
            }

            _exchange.Reuse();

            if (_sender.Unflushed > MaxUnflushed)
            {
                await _sender.FlushAsync().ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _stopRegistration.Dispose();
        _deadline.Dispose();
        _sender.Dispose();
        _answer.Clear();
        _pump.Dispose();
    }

    // Idle until the first octet, then the head's own time, counted from that octet.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ParseResult> WaitForRequestAsync()
    {
        if (_sender.Unflushed > 0)
        {
            await _sender.FlushAsync().ConfigureAwait(false);
        }

        if (_pump.BufferedBytes == 0)
        {
            _session.Enter(SessionState.Idle);
            _pump.ReleaseBuffer();
            _ = _count == 0 ? StartHeadTime() : _deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, _options.IdleTimeout);
            try
            {
                if (await _pump.FillAsync().ConfigureAwait(false) > 0 && _pump.TryRead(_requests, out var whole))
                {
                    return Stopped(whole);
                }
            }
            catch (OperationCanceledException)
            {
                return ParseResult.NeedMoreData(0);
            }
        }

        if (!_deadline.HasFired && (_count > 0 || _deadline.Phase != InternetPhase.ReceivingHead))
        {
            _ = StartHeadTime();
        }

        while (true)
        {
            var result = await _pump.ReadAsync(_requests).ConfigureAwait(false);

            // A stop cancels the pending read as a deadline does; a request that has begun may still end.
            if (result.NeedsMoreData && !_pump.EndOfInput && !_deadline.HasFired)
            {
                continue;
            }

            return Stopped(result);
        }
    }

    private bool StartHeadTime() => _deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, _options.HeadTimeout);

    private ParseResult Stopped(ParseResult result)
    {
        _ = _deadline.Stop();
        return result;
    }

    private ValueTask EndWithoutRequestAsync(ParseResult result)
    {
        if (!result.NeedsMoreData)
        {
            var error = result.Error == ParseError.None ? ParseError.HeadTooLarge : result.Error;
            return RefuseAsync(error.HttpStatus(), error);
        }

        if (_deadline.HasFired && _pump.BufferedBytes > 0)
        {
            _ = _exchange.On(ExchangeEvent.Begin(ExchangeRole.Client));
            return RefuseAsync(408, ParseError.None);
        }

        // Not left to the transport's own end, which waits for the client without a limit.
        return _sender.Unflushed > 0 ? _sender.FlushAsync() : default;
    }

    // Everything that needs the head's octets happens here, before the pump moves on.
    private bool TryAccept(int length, out ParseError error)
    {
        var buffer = _pump.Buffer.Span[..length];
        ref readonly var head = ref _requests.Head;
        var isHead = head.Method == RequestMethod.Head;
        _isHttp10 = head.Version == HttpVersion.Http10;
        error = _exchange.On(ExchangeEvent.RequestHead(in head, in _requests.Framing)).Error;
        if (error != ParseError.None)
        {
            return false;
        }

        _answer.Clear();
        if ((_requests.Framing.Options & ConnectionOptions.ExpectOther) != 0)
        {
            _answer.SetStatus(417);
            _answer.Closes = true;
        }
        else if (isHead || head.Method == RequestMethod.Get)
        {
            RequestTarget.Split(head.TargetIn(buffer), head.TargetForm, out var path, out var query);
            var fields = new RequestFields(buffer, _requests.Fields, head.Method);
            _folder.Find(path, query, in fields, ref _looked, _answer);
        }
        else
        {
            _answer.SetStatus(head.Method == RequestMethod.Unknown ? 501 : 405);
            _answer.Closes = head.Method == RequestMethod.Connect;
        }

        _pump.Advance(length);
        _session.CountReceived(length);
        return true;
    }

    // False when the connection has been ended here.
    private async ValueTask<bool> DropContentAsync()
    {
        // Who waits for 100 has sent nothing yet: the final answer takes its place and the connection closes. RFC 9110 section 10.1.1.
        if (_exchange.AwaitsContinue || _answer.Status == 417)
        {
            _answer.Closes = true;
            return true;
        }

        if (_sender.Unflushed > 0)
        {
            await _sender.FlushAsync().ConfigureAwait(false);
        }

        _ = _deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, _options.DrainTimeout);
        var before = _drain.Dropped;
        var status = await _drain.RunAsync(_exchange.RequestRemaining, _deadline).ConfigureAwait(false);
        _ = _deadline.Stop();
        _session.CountReceived(_drain.Dropped - before);
        switch (status)
        {
            case DrainStatus.Done:
                _ = _exchange.On(ExchangeEvent.Content(ExchangeRole.Client, Math.Max(_exchange.RequestRemaining, 0)));
                _ = _exchange.On(ExchangeEvent.End(ExchangeRole.Client));
                return true;
            case DrainStatus.TooLong:
                _answer.Closes = true;
                return true;
            case DrainStatus.Invalid:
                await RefuseAsync(_drain.Error.HttpStatus(), _drain.Error).ConfigureAwait(false);
                return false;
            case DrainStatus.TimedOut:
                await RefuseAsync(408, ParseError.None).ConfigureAwait(false);
                return false;
            default:
                return false;
        }
    }

    // One answer with close; no octet of the client's is taken behind it. A second report of the same error changes nothing.
    private async ValueTask RefuseAsync(int status, ParseError error)
    {
        if (error != ParseError.None)
        {
            // The method as far as it was read: a refused HEAD is answered without content like any other.
            _ = _exchange.On(ExchangeEvent.Refusal(ExchangeRole.Client, error, _requests.Head.Method));
        }

        _answer.Clear();
        _answer.SetStatus(status, error == ParseError.None ? null : $"{error.Message()} {error.RfcSection()}");
        _answer.Closes = true;
        await SendAsync().ConfigureAwait(false);
        await CloseAsync(mayHaveMore: true).ConfigureAwait(false);
    }

    // What Connection says, and whether content follows, is for the exchange to say; a file that ends early throws, and its connection is aborted.
    private ValueTask SendAsync()
    {
        var options = _answer.Closes || !_exchange.KeepsAlive ? ConnectionOptions.Close : _isHttp10 ? ConnectionOptions.KeepAlive : ConnectionOptions.None;
        var framing = _answer.Length < 0 ? BodyFraming.None : BodyFraming.OfLength(_answer.Length);
        _ = _exchange.On(ExchangeEvent.ResponseHead(_answer.Status, in framing, options));
        var withContent = _exchange.Response == MessageState.Content;
        if (withContent)
        {
            _ = _exchange.On(ExchangeEvent.Content(ExchangeRole.Server, _answer.Length));
        }

        return _sender.SendAsync(_answer, withContent, options);
    }

    private async ValueTask CloseAsync(bool mayHaveMore)
    {
        _session.Enter(SessionState.Closing);
        await _sender.FlushAsync().ConfigureAwait(false);
        if (!mayHaveMore && _pump.BufferedBytes == 0)
        {
            return;
        }

        await _sender.EndAsync().ConfigureAwait(false);
        await Linger.RunAsync(_connection, _pump, _clock, _options.LingerTimeout, _options.MaxLinger).ConfigureAwait(false);
    }
}
