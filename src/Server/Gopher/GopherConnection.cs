using HiPerf.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HiPerf.Server;

/// <summary>One connection: reads the one request, answers it, ends.</summary>
/// <remarks>RFC 1436 section 2. The end of the connection is the end of the answer, so what fails on its way is aborted and never closed as if it were whole.</remarks>
internal sealed class GopherConnection : IDisposable
{
    private readonly GopherFolderOptions _options;
    private readonly GopherFolder _folder;
    private readonly GopherOrigin _origin;
    private readonly ConnectionContext _connection;
    private readonly ServerSession _session;
    private readonly TimeProvider _clock;
    private readonly ParsePump _pump;
    private readonly GopherRequestReader _requests;
    private readonly Deadline _deadline;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _stopRegistration;

    public GopherConnection(GopherFolderOptions options, GopherFolder folder, GopherOrigin origin, ConnectionContext connection, ServerSession session, TimeProvider clock)
    {
        _options = options;
        _folder = folder;
        _origin = origin;
        _connection = connection;
        _session = session;
        _clock = clock;
        _pump = ParsePump.Create(connection.Transport.Input);
        _requests = new GopherRequestReader(options.Limits, options.Leniency);
        _deadline = new Deadline(clock, static state => ((GopherConnection)state!).OnTimeout(), this);
        _stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        _stopRegistration = _stopping.UnsafeRegister(static state => ((ConnectionContext)state!).Transport.Input.CancelPendingRead(), connection);
    }

    /// <summary>Serves the connection to its end. What it throws means: abort.</summary>
    public async Task RunAsync()
    {
        var result = await ReadRequestAsync().ConfigureAwait(false);
        _session.Enter(SessionState.Active);
        _session.CountReceived(result.IsDone ? result.Consumed : _pump.BufferedBytes);
        if (!TryAnswer(result, out var answer, out var mayHaveMore))
        {
            return;
        }

        if (answer.Search is { } search)
        {
            answer = await SearchAsync(search, answer).ConfigureAwait(false);
        }

        // One that has fired is of no more use, and its own callback, which may still be on its way, is not to end the answer.
        using var another = _deadline.HasFired ? new Deadline(_clock, static state => ((GopherConnection)state!).Abort(), this) : null;
        var sender = new GopherSender(_options, _connection, _session, another ?? _deadline);
        await sender.SendAsync(answer).ConfigureAwait(false);
        _session.Enter(SessionState.Closing);
        if (mayHaveMore || _pump.BufferedBytes > 0)
        {
            await sender.EndAsync().ConfigureAwait(false);
            await Linger.RunAsync(_connection, _pump, _clock, _options.LingerTimeout, _options.MaxLinger).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _stopRegistration.Dispose();
        _deadline.Dispose();
        _pump.Dispose();
    }

    private async ValueTask<GopherAnswer> SearchAsync(NameSearch search, GopherAnswer answer)
    {
        if (!_folder.Searches.TryEnter())
        {
            return _folder.Errors.Of(GopherFault.TooManySearches, isPlus: !answer.Status.IsEmpty);
        }

        try
        {
            // It reads many folders: not on the thread that other connections' octets come by.
            return answer with { Octets = await Task.Run(() => search.Run(_connection.ConnectionClosed)).ConfigureAwait(false) };
        }
        finally
        {
            _folder.Searches.Leave();
        }
    }

    private void OnTimeout()
    {
        if (_deadline.Phase == InternetPhase.SendingContent)
        {
            Abort();
        }
        else
        {
            _connection.Transport.Input.CancelPendingRead();
        }
    }

    private void Abort() => _connection.Abort(new ConnectionAbortedException("The client takes too little."));

    private async ValueTask<ParseResult> ReadRequestAsync()
    {
        _ = _deadline.Start(InternetTimeout.Head, InternetPhase.ReceivingHead, _options.RequestTimeout);
        while (true)
        {
            // A stop cancels the pending read as the deadline does; a request that has begun may still end.
            var result = await _pump.ReadAsync(_requests).ConfigureAwait(false);
            if (!result.NeedsMoreData || _pump.EndOfInput || _deadline.HasFired || (_stopping.IsCancellationRequested && _pump.BufferedBytes == 0))
            {
                _ = _deadline.Stop();
                return result;
            }
        }
    }

    // Everything that needs the request's octets happens here, before the pump moves on. False where the connection ends without an answer.
    private bool TryAnswer(ParseResult result, out GopherAnswer answer, out bool mayHaveMore)
    {
        answer = default;
        mayHaveMore = true;
        if (!result.IsDone)
        {
            var wasTold = !result.NeedsMoreData || _pump.BufferedBytes > 0 || _deadline.HasFired;
            answer = _folder.Errors.Of(FaultOf(result));
            return wasTold;
        }

        _session.CountRequest();
        var octets = _pump.Buffer.Span[..result.Consumed];
        ref readonly var request = ref _requests.Request;
        if (request.IsHttp(octets))
        {
            return false;
        }

        answer = _folder.Find(octets, in request, _origin);
        mayHaveMore = request.HasDataBlock;
        _pump.Advance(result.Consumed);
        return true;
    }

    private GopherFault FaultOf(ParseResult result) =>
        result.NeedsMoreData && _deadline.HasFired ? GopherFault.TooLate
        : result.Error == ParseError.GopherRequestTooLong || result.Status == System.Buffers.OperationStatus.DestinationTooSmall ? GopherFault.TooLong
        : GopherFault.NoRequest;
}
