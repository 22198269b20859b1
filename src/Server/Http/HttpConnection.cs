using System.Buffers;
using System.IO.Pipelines;
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
    private const int FileBlock = 64 * 1024;

    private readonly HttpFolderOptions _options;
    private readonly HttpFolder _folder;
    private readonly AnswerHead _head;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly TimeProvider _clock;
    private readonly PipeWriter _output;
    private readonly ParsePump _pump;
    private readonly RequestReader _requests;
    private readonly ContentDrain _drain;
    private readonly Deadline _deadline;
    private readonly DateField _date;
    private readonly Answer _answer = new();
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _stopRegistration;
    private HotFile? _looked;
    private BodyFraming _framing;
    private bool _isHead;
    private bool _isHttp10;
    private int _count;
    private long _unflushed;

    public HttpConnection(HttpFolderOptions options, HttpFolder folder, AnswerHead head, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _folder = folder;
        _head = head;
        _connection = connection;
        _session = session;
        _clock = clock;
        _output = connection.Transport.Output;
        _pump = ParsePump.Create(connection.Transport.Input);
        _requests = new RequestReader(options.Limits, options.MaxFields);
        _drain = new ContentDrain(_pump, options.Limits, options.MaxDrain);
        _deadline = new Deadline(clock, static state => ((HttpConnection)state!).OnDeadline(), this);
        _date = new DateField(clock);
        _stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        _stopRegistration = _stopping.UnsafeRegister(static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), connection);
    }

    /// <summary>Serves the connection to its end. What it throws means: abort.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            var buffered = _pump.BufferedBytes;
            if (!_pump.TryRead(_requests, out var result)) result = await WaitForRequestAsync().ConfigureAwait(false);

            // A look at a file holds for requests that were there with the one it was made for, and for no later one.
            if (result.Consumed > buffered) _looked = null;
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

            if (_framing.Kind != BodyFramingKind.None && !await DropContentAsync().ConfigureAwait(false)) return;

            _count++;
            _session.CountRequest();
            if (!_framing.KeepsAlive || _count >= _options.MaxRequests || _stopping.IsCancellationRequested) _answer.Closes = true;
            WriteHead();
            if (!_isHead && _answer.File is null) Write(_answer.Content.Span);
            if (!_isHead && _answer.File is not null) await SendFileAsync().ConfigureAwait(false);

            var closes = _answer.Closes;
            _answer.Clear();
            if (closes)
            {
                await CloseAsync(mayHaveMore: _framing.KeepsAlive || _framing.Kind != BodyFramingKind.None).ConfigureAwait(false);
                return;
            }

            if (_unflushed > MaxUnflushed) await FlushAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _stopRegistration.Dispose();
        _deadline.Dispose();
        _answer.Clear();
        _pump.Dispose();
    }

    // Idle until the first octet, then the head's own time, counted from that octet.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ParseResult> WaitForRequestAsync()
    {
        if (_unflushed > 0) await FlushAsync().ConfigureAwait(false);
        if (_pump.BufferedBytes == 0)
        {
            _session.Enter(SessionState.Idle);
            _pump.ReleaseBuffer();
            _ = _count == 0 ? StartHeadTime() : _deadline.Start(InternetTimeout.Idle, InternetPhase.Idle, _options.IdleTimeout);
            try
            {
                if (await _pump.FillAsync().ConfigureAwait(false) > 0 && _pump.TryRead(_requests, out var whole)) return Stopped(whole);
            }
            catch (OperationCanceledException)
            {
                return ParseResult.NeedMoreData(0);
            }
        }

        if (!_deadline.HasFired && (_count > 0 || _deadline.Phase != InternetPhase.ReceivingHead)) _ = StartHeadTime();
        while (true)
        {
            var result = await _pump.ReadAsync(_requests).ConfigureAwait(false);

            // A stop cancels the pending read as a deadline does; a request that has begun may still end.
            if (result.NeedsMoreData && !_pump.EndOfInput && !_deadline.HasFired) continue;
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
        if (!result.NeedsMoreData) return RefuseAsync(result.Error == ParseError.None ? ParseError.HeadTooLarge.HttpStatus() : result.Error.HttpStatus(), result.Error);
        if (_deadline.HasFired && _pump.BufferedBytes > 0) return RefuseAsync(408, ParseError.None);
        return default;
    }

    // Everything that needs the head's octets happens here, before the pump moves on.
    private bool TryAccept(int length, out ParseError error)
    {
        var buffer = _pump.Buffer.Span[..length];
        ref readonly var head = ref _requests.Head;
        error = BodyFramingParser.ParseRequest(buffer, _requests.Fields, in head, out _framing).Error;
        if (error != ParseError.None) return false;

        _answer.Clear();
        _isHead = head.Method == RequestMethod.Head;
        _isHttp10 = head.Version == HttpVersion.Http10;
        if ((_framing.Options & ConnectionOptions.ExpectOther) != 0)
        {
            _answer.SetStatus(417);
            _answer.Closes = true;
        }
        else if (_isHead || head.Method == RequestMethod.Get)
        {
            RequestTarget.Split(head.TargetIn(buffer), head.TargetForm, out var path, out var query);
            var fields = new RequestFields(buffer, _requests.Fields, honoursRange: !_isHead);
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
        if ((_framing.Options & (ConnectionOptions.ExpectContinue | ConnectionOptions.ExpectOther)) != 0)
        {
            _answer.Closes = true;
            return true;
        }

        if (_unflushed > 0) await FlushAsync().ConfigureAwait(false);
        _ = _deadline.Start(InternetTimeout.Receive, InternetPhase.ReceivingContent, _options.DrainTimeout);
        var before = _drain.Dropped;
        var status = await _drain.RunAsync(_framing, _deadline).ConfigureAwait(false);
        _ = _deadline.Stop();
        _session.CountReceived(_drain.Dropped - before);
        switch (status)
        {
            case DrainStatus.Done:
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

    private ValueTask RefuseAsync(int status, ParseError error)
    {
        _answer.Clear();
        _answer.SetStatus(status, error == ParseError.None ? null : $"{error.Message()} {error.RfcSection()}");
        _answer.Closes = true;
        WriteHead();
        Write(_answer.Content.Span);
        return CloseAsync(mayHaveMore: true);
    }

    private void WriteHead()
    {
        var date = _date.Now();
        if (_answer.Hot is { } hot && !_answer.Closes && !_isHttp10)
        {
            var span = _output.GetSpan(hot.Head.Length);
            hot.Head.CopyTo(span);
            date.CopyTo(span[AnswerHead.DateStart..]);
            _output.Advance(hot.Head.Length);
            CountWritten(hot.Head.Length);
            return;
        }

        var options = _answer.Closes ? ConnectionOptions.Close : _isHttp10 ? ConnectionOptions.KeepAlive : ConnectionOptions.None;
        CountWritten(_head.Write(_output, _answer, date, options));
    }

    private void Write(ReadOnlySpan<byte> octets)
    {
        _output.Write(octets);
        CountWritten(octets.Length);
    }

    private void CountWritten(int octets)
    {
        _unflushed += octets;
        _session.CountSent(octets);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendFileAsync()
    {
        var file = _answer.File!;
        var (offset, remaining) = (_answer.Start, _answer.Length);
        while (remaining > 0)
        {
            var memory = _output.GetMemory((int)Math.Min(remaining, FileBlock));
            if (memory.Length > remaining) memory = memory[..(int)remaining];
            var count = await RandomAccess.ReadAsync(file, memory, offset).ConfigureAwait(false);
            if (count == 0) throw new IOException("The file became shorter than its announced length while it was sent.");
            _output.Advance(count);
            CountWritten(count);
            (offset, remaining) = (offset + count, remaining - count);
            await FlushAsync().ConfigureAwait(false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushAsync()
    {
        // Before the flush, not once it is known to wait: nobody sees a held writer whose time does not run.
        var time = _options.SendGrace + TimeSpan.FromSeconds((double)_unflushed / _options.MinSendRate);
        _ = _deadline.Start(InternetTimeout.Send, InternetPhase.SendingContent, time);
        var result = await _output.FlushAsync().ConfigureAwait(false);
        _ = _deadline.Stop();
        _unflushed = 0;
        if (result.IsCompleted || result.IsCanceled) throw new ConnectionAbortedException("The client is gone, or takes too little.");
    }

    // The client may still be sending: closing at once would reset the connection and take the answer with it. RFC 9112 section 9.6.
    private async ValueTask CloseAsync(bool mayHaveMore)
    {
        _session.Enter(SessionState.Closing);
        await FlushAsync().ConfigureAwait(false);
        if (!mayHaveMore && _pump.BufferedBytes == 0) return;
        if (_connection.Features.Get<IHalfClose>() is { } halfClose) await halfClose.ShutdownSendAsync().ConfigureAwait(false);
        using var linger = new Deadline(_clock, static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), _connection);
        _ = linger.Start(InternetTimeout.Receive, InternetPhase.Closing, _options.LingerTimeout);
        for (var drained = 0; drained <= _options.MaxDrain; )
        {
            drained += _pump.BufferedBytes;
            _pump.Advance(_pump.BufferedBytes);
            try
            {
                if (await _pump.FillAsync().ConfigureAwait(false) == 0) return;
            }
            catch (OperationCanceledException) when (!linger.HasFired)
            {
                // The server is stopping, or a deadline that has been stopped since fired: the linger is short already.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void OnDeadline()
    {
        if (_deadline.Phase == InternetPhase.SendingContent) _connection.Abort(new ConnectionAbortedException("The client takes too little."));
        else _connection.Transport.Input.CancelPendingRead();
    }
}
