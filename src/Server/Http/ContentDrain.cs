using HiPerf.Http1;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>How the reading of a request's content went.</summary>
internal enum DrainStatus
{
    /// <summary>All of it was read; the next request follows.</summary>
    Done,

    /// <summary>There is more than is read: the connection must close.</summary>
    TooLong,

    /// <summary>Its framing is broken.</summary>
    Invalid,

    /// <summary>The connection ended before it did.</summary>
    Ended,

    /// <summary>It did not come in time.</summary>
    TimedOut,
}

/// <summary>Reads and drops the content of a request, which this server has no use for, so that the next request is found behind it.</summary>
/// <remarks>RFC 9112 section 9.3; catalogue RQ-29: no octet of content is ever taken for a request.</remarks>
internal sealed class ContentDrain(ParsePump pump, Http1Limits limits, int maxDrain)
{
    private readonly FieldLine[] _trailers = new FieldLine[limits.MaxTrailerFields];

    /// <summary>What was wrong when the answer was Invalid.</summary>
    public ParseError Error { get; private set; }

    /// <summary>Octets dropped since the connection began.</summary>
    public long Dropped { get; private set; }

    /// <summary>Reads the content.</summary>
    /// <param name="remaining">Octets of it; −1 where it is chunked.</param>
    /// <param name="deadline">Runs already; its abort cancels the pipe's pending read.</param>
    public ValueTask<DrainStatus> RunAsync(long remaining, Deadline deadline) =>
        remaining > maxDrain ? new(DrainStatus.TooLong)
        : remaining >= 0 ? DropAsync((int)remaining, deadline)
        : DropChunksAsync(deadline);

    private async ValueTask<DrainStatus> DropAsync(int remaining, Deadline deadline)
    {
        while (true)
        {
            remaining -= Drop(Math.Min(remaining, pump.BufferedBytes));
            if (remaining == 0)
            {
                return DrainStatus.Done;
            }

            if (await FillAsync(deadline).ConfigureAwait(false) is var status and not DrainStatus.Done)
            {
                return status;
            }
        }
    }

    private async ValueTask<DrainStatus> DropChunksAsync(Deadline deadline)
    {
        var chunks = new ChunkedBodyParser();
        var waits = pump.BufferedBytes == 0;
        while (true)
        {
            if (waits && await FillAsync(deadline).ConfigureAwait(false) is var status and not DrainStatus.Done)
            {
                return status;
            }

            var result = chunks.Parse(pump.Buffer.Span, _trailers, out _, in limits);
            if (!result.IsDone && !result.NeedsMoreData)
            {
                Error = result.Error;
                return DrainStatus.Invalid;
            }

            _ = Drop(result.Consumed);
            if (chunks.IsComplete)
            {
                return DrainStatus.Done;
            }

            if (chunks.ConsumedTotal > maxDrain)
            {
                return DrainStatus.TooLong;
            }

            waits = result.NeedsMoreData || pump.BufferedBytes == 0;
        }
    }

    private int Drop(int count)
    {
        pump.Advance(count);
        Dropped += count;
        return count;
    }

    private async ValueTask<DrainStatus> FillAsync(Deadline deadline)
    {
        while (!deadline.HasFired)
        {
            try
            {
                return await pump.FillAsync().ConfigureAwait(false) == 0 ? DrainStatus.Ended : DrainStatus.Done;
            }
            catch (OperationCanceledException) when (!deadline.HasFired)
            {
                // The server is stopping: a request that is under way is finished all the same.
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return DrainStatus.TimedOut;
    }
}
