using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Gopher;

/// <summary>Sends one request, and reads its answer under its limits: at once when it is there, by one pooled async method when it must be waited for.</summary>
/// <param name="exchange">The connection.</param>
/// <param name="content">What is made of the answer; its window holds the request to begin with.</param>
/// <param name="status">Reads the status line of Gopher+; null where none is due.</param>
internal sealed class GopherReader(GopherExchange exchange, GopherContent content, GopherStatusReader? status)
{
    private long _remaining = -1;
    private long _received;
    private bool _wasTold;

    public GopherExchange Exchange => exchange;

    public GopherContent Content => content;

    /// <summary>Octets of the content as its status line counted them; null when it did not.</summary>
    public long? Length { get; private set; }

    /// <summary>Whether the content was read to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether that end is known to be the true one.</summary>
    public bool IsVerified => IsComplete && (Length is not null || content.Terminated || exchange.EndIsAuthenticated);

    /// <summary>Connects, sends the request, and reads until content begins.</summary>
    /// <param name="result">Handed back, so that outer layers need no async method of their own.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> OpenAsync<T>(T result, CancellationToken cancellationToken)
        where T : class
    {
        exchange.Enter();
        CancellationTokenRegistration registration = default;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await exchange.ConnectAsync(cancellationToken).ConfigureAwait(false);
            registration = exchange.Guard(cancellationToken);
            var channel = exchange.Channel;
            exchange.LimitHead();
            exchange.Phase = InternetPhase.SendingRequest;
            exchange.Listener.Raise(PhaseEventKind.SendingRequest);
            await channel.Stream.WriteAsync(content.Window.Memory, channel.Closed).ConfigureAwait(false);
            exchange.Listener.Raise(PhaseEventKind.RequestSent, bytes: content.Window.Length);
            content.Window.Consume(content.Window.Length);
            exchange.Phase = InternetPhase.ReceivingHead;
            exchange.Listener.RaiseIfHeard(PhaseEventKind.ReceivingResponse);
            while (!Begin(await channel.Stream.ReadAsync(content.Window.Room, channel.Closed).ConfigureAwait(false)))
            {
            }

            exchange.Unlimit();
            exchange.BeginContent();
            exchange.Listener.Raise(PhaseEventKind.ResponseReceived, bytes: _received);

            // A token that fires from here on is too late: the answer is the caller's.
            _ = registration.Unregister();
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception e)
        {
            // Nobody waits on the connection any more. What is left may be the request itself, which is no answer.
            var error = Fail(e, cancellationToken);
            content.Release();
            throw error;
        }
        finally
        {
            _ = registration.Unregister();
            Leave();
        }
    }

    /// <summary>Takes content; completes synchronously when there is some already.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        exchange.Enter();
        try
        {
            if (TryTake(destination.Span, out var taken))
            {
                Leave();
                return new ValueTask<int>(taken);
            }
        }
        catch (GopherException e)
        {
            var error = Fail(e, CancellationToken.None);
            Leave();
            return ValueTask.FromException<int>(error);
        }

        return WaitAsync(destination, cancellationToken);
    }

    /// <summary>Takes content by synchronous I/O.</summary>
    public int Read(Span<byte> destination)
    {
        exchange.Enter();
        try
        {
            int taken;
            while (!TryTake(destination, out taken))
            {
                var stream = exchange.Channel.Stream;
                var isDirect = IsDirect(destination.Length);
                exchange.LimitStall();
                var count = stream.Read(isDirect ? destination[..Share(destination.Length)] : content.Window.Room.Span);
                if (Accept(count, isDirect))
                {
                    return count;
                }
            }

            return taken;
        }
        catch (Exception e)
        {
            throw Fail(e, CancellationToken.None);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Closes what is left. From any thread; what is under way fails.</summary>
    public void Close()
    {
        if (exchange.Finish())
        {
            content.Release();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        CancellationTokenRegistration registration = default;
        try
        {
            registration = exchange.Guard(cancellationToken);
            int taken;
            do
            {
                var channel = exchange.Channel;
                var isDirect = IsDirect(destination.Length);
                exchange.LimitStall();
                var count = await channel.Stream.ReadAsync(isDirect ? destination[..Share(destination.Length)] : content.Window.Room, channel.Closed).ConfigureAwait(false);
                if (Accept(count, isDirect))
                {
                    return count;
                }
            }
            while (!TryTake(destination.Span, out taken));
            return taken;
        }
        catch (Exception e)
        {
            throw Fail(e, cancellationToken);
        }
        finally
        {
            _ = registration.Unregister();
            Leave();
        }
    }

    // What came first: false while its status line is incomplete.
    private bool Begin(int count)
    {
        _received += count;
        content.Window.Advance(count);
        if (status is null)
        {
            EndIf(count == 0);
            return true;
        }

        if (!status.TryRead(content.Window, count == 0, exchange.Key, out var line))
        {
            return false;
        }

        content.Begin(line.Framing);
        if (line.Framing == GopherFraming.Counted)
        {
            Length = _remaining = line.Length;
            content.Window.Cut((int)Math.Min(line.Length, content.Window.Length));
            _remaining -= content.Window.Length;
        }

        EndIf(count == 0 || _remaining == 0);
        return true;
    }

    // What a wait for content brought; true when it went to the reader's memory.
    private bool Accept(int count, bool isDirect)
    {
        exchange.Count(count);
        _received += count;
        if (!isDirect)
        {
            content.Window.Advance(count);
        }

        if (_remaining >= 0)
        {
            if (count == 0)
            {
                throw GopherErrors.Truncated(_remaining, Length!.Value - _remaining, InternetPhase.ReceivingContent, exchange.Key);
            }

            if (!isDirect && count > _remaining)
            {
                content.Window.Cut(content.Window.Length - (int)(count - _remaining));
            }

            _remaining -= Math.Min(count, _remaining);
        }

        EndIf(count == 0 || _remaining == 0);
        return isDirect && count > 0;
    }

    private void EndIf(bool isEnd)
    {
        if (isEnd)
        {
            content.End();
        }
    }

    private bool TryTake(Span<byte> destination, out int taken)
    {
        if (IsComplete)
        {
            taken = 0;
            return true;
        }

        if (!content.TryTake(destination, out taken))
        {
            return false;
        }

        if (content.IsComplete)
        {
            IsComplete = true;
            Tell();
            exchange.Drop();
        }

        return true;
    }

    // A destination of a few octets would cost a system call for next to nothing.
    private bool IsDirect(int length) => content.TakesDirectly && length >= 512;

    private int Share(int length) => _remaining < 0 ? length : (int)Math.Min(length, _remaining);

    private void Tell()
    {
        if (!_wasTold)
        {
            _wasTold = true;
            exchange.Listener.Raise(PhaseEventKind.ContentReceived, bytes: _received);
            exchange.Listener.RaiseIfHeard(PhaseEventKind.Completed);
        }
    }

    private Exception Fail(Exception error, CancellationToken cancellationToken)
    {
        _wasTold = true;
        return error is ObjectDisposedException && exchange.IsFinished ? error : exchange.Fail(error, cancellationToken);
    }

    private void Leave()
    {
        if (!exchange.Leave())
        {
            content.Release();
        }
    }
}
