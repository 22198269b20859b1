using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Reads a transfer's data into the caller's memory, up to the end that both the data connection and the server's reply confirm.</summary>
internal sealed class FtpDownload(FtpTransfer transfer)
{
    private readonly FtpTextReader? _text = transfer.IsText ? new FtpTextReader() : null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        transfer.Enter();
        CancellationTokenRegistration guard = default;
        try
        {
            guard = transfer.Control.Guard(cancellationToken);
            while (!transfer.IsComplete && !destination.IsEmpty)
            {
                if (_text is not null && _text.TryTake(destination.Span, out var taken))
                {
                    return taken;
                }

                if (transfer.Pause is { } pause)
                {
                    await pause.WaitAsync(cancellationToken).ConfigureAwait(false);
                }

                var room = _text?.Room ?? destination;
                int count;
                try
                {
                    // The limit is started only for what must be waited for: most reads of a fast transfer complete at once.
                    var reading = transfer.Channel.Stream.ReadAsync(room[..transfer.Share(room.Length)], transfer.Channel.Closed);
                    var waits = !reading.IsCompleted;
                    if (waits)
                    {
                        transfer.LimitStall();
                    }

                    count = await reading.ConfigureAwait(false);
                    transfer.Count(count, waits);
                }
                catch (Exception e)
                {
                    throw await transfer.ExplainAsync(e).ConfigureAwait(false);
                }

                if (count == 0)
                {
                    // Our side of the data connection closes first: some servers say 226 only then.
                    if (transfer.Channel.IsSecure)
                    {
                        transfer.LimitStall();
                        await transfer.Channel.FarewellAsync().ConfigureAwait(false);
                    }

                    transfer.Channel.Dispose();
                    transfer.EndData();
                    transfer.Conclude(await transfer.Control.FinishAsync(CancellationToken.None).ConfigureAwait(false));
                    _text?.End();
                }
                else if (_text is null)
                {
                    return count;
                }
                else
                {
                    _text.Add(count);
                }
            }

            return _text is not null && _text.TryTake(destination.Span, out var last) ? last : 0;
        }
        catch (Exception e)
        {
            throw transfer.Fail(e, cancellationToken);
        }
        finally
        {
            _ = guard.Unregister();
            transfer.Leave();
        }
    }

    /// <summary>The same by synchronous I/O.</summary>
    public int Read(Span<byte> destination)
    {
        transfer.Enter();
        try
        {
            while (!transfer.IsComplete && !destination.IsEmpty)
            {
                if (_text is not null && _text.TryTake(destination, out var taken))
                {
                    return taken;
                }

                transfer.Pause?.Rest();
                var count = Receive(_text is null ? destination : _text.Room.Span);
                if (count == 0)
                {
                    // SslStream says close_notify by an asynchronous call alone: here it is left out.
                    transfer.Channel.Dispose();
                    transfer.EndData();
                    transfer.Conclude(transfer.Control.Finish());
                    _text?.End();
                }
                else if (_text is null)
                {
                    return count;
                }
                else
                {
                    _text.Add(count);
                }
            }

            return _text is not null && _text.TryTake(destination, out var last) ? last : 0;
        }
        catch (Exception e)
        {
            throw transfer.Fail(e, CancellationToken.None);
        }
        finally
        {
            transfer.Leave();
        }
    }

    private int Receive(Span<byte> destination)
    {
        try
        {
            transfer.LimitStall();
            var count = transfer.Channel.Stream.Read(destination[..transfer.Share(destination.Length)]);
            transfer.Count(count, waited: true);
            return count;
        }
        catch (Exception e)
        {
            throw transfer.Explain(e);
        }
    }
}
