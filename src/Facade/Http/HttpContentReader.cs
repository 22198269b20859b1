using System.Buffers;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Http;

/// <summary>Reads an exchange's content with its limits: at once when it is there, by one pooled async method when it must be waited for.</summary>
internal sealed class HttpContentReader(ExchangeConnection connection, HttpBody body, PhaseListener listener)
{
    private const int MaxDrain = 64 * 1024;

    /// <summary>Reads content; completes synchronously when there is some already.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        connection.Enter();
        try
        {
            if (body.TryRead(destination.Span, out var count))
            {
                ReportEnd();
                connection.Leave();
                return new ValueTask<int>(count);
            }
        }
        catch (InternetException e)
        {
            Fail(e);
            connection.Leave();
            return ValueTask.FromException<int>(e);
        }

        return WaitAsync(destination, cancellationToken);
    }

    /// <summary>Reads content by synchronous I/O.</summary>
    public int Read(Span<byte> destination)
    {
        connection.Enter();
        try
        {
            if (!body.TryRead(destination, out var count))
            {
                _ = connection.ForReading();
                int waited;
                do
                {
                    connection.LimitStall();
                    waited = body.Wait(destination);
                    connection.Count(waited);
                }
                while (!body.Accept(waited, destination, out count));
                connection.Unlimit();
            }

            ReportEnd();
            return count;
        }
        catch (Exception e)
        {
            var error = connection.Translate(e, InternetPhase.ReceivingContent, CancellationToken.None);
            Fail(error);
            if (ReferenceEquals(error, e))
            {
                throw;
            }

            throw error;
        }
        finally
        {
            connection.Leave();
        }
    }

    /// <summary>Reads the rest of content nobody wants, if it is little.</summary>
    /// <returns>False when the connection is not worth it, or broke.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> DrainAsync()
    {
        if (connection.Channel is not { IsClosed: false } channel || !channel.State.KeepsAlive || body.Remaining > MaxDrain)
        {
            return false;
        }

        var scratch = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            for (var total = 0; !body.IsComplete;)
            {
                if (!body.TryRead(scratch, out var count))
                {
                    connection.Limit(InternetTimeout.Receive, InternetPhase.ReceivingContent);
                    while (!body.Accept(await body.WaitAsync(scratch, channel.Closed).ConfigureAwait(false), scratch, out count))
                    {
                    }
                }

                if ((total += count) > MaxDrain)
                {
                    return false;
                }
            }

            return channel.Deadline.Stop();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException && !channel.Deadline.HasFired)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    /// <summary>Takes what is there already, without a wait: it may save the next exchange a connection.</summary>
    public void DrainBuffered()
    {
        try
        {
            Span<byte> scratch = stackalloc byte[512];
            while (connection.Channel is { IsClosed: false } && !body.IsComplete && body.TryRead(scratch, out var count) && count > 0)
            {
            }
        }
        catch (InternetException)
        {
            // Broken framing that nobody reads any more: the content stays incomplete, and so its connection is closed.
        }
    }

    /// <summary>Tells the listener of the content's end, once.</summary>
    public void ReportEnd()
    {
        if (body.TakeEnd())
        {
            listener.Raise(PhaseEventKind.ContentReceived, bytes: body.Delivered);
            listener.RaiseIfHeard(PhaseEventKind.Completed);
        }
    }

    /// <summary>Tells the listener that the exchange has failed, and closes its connection.</summary>
    public void Fail(Exception error)
    {
        listener.RaiseIfHeard(PhaseEventKind.Completed, error);
        connection.Drop();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        CancellationTokenRegistration registration = default;
        try
        {
            registration = connection.Guard(cancellationToken);
            var channel = connection.ForReading();
            int waited, delivered;
            do
            {
                connection.LimitStall();
                waited = await body.WaitAsync(destination, channel.Closed).ConfigureAwait(false);
                connection.Count(waited);
            }
            while (!body.Accept(waited, destination.Span, out delivered));
            connection.Unlimit();
            ReportEnd();
            return delivered;
        }
        catch (Exception e)
        {
            var error = connection.Translate(e, InternetPhase.ReceivingContent, cancellationToken);
            Fail(error);
            if (ReferenceEquals(error, e))
            {
                throw;
            }

            throw error;
        }
        finally
        {
            _ = registration.Unregister();
            connection.Leave();
        }
    }
}
