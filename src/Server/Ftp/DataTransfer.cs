using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Server;

/// <summary>The data connection of one session: one transfer after another, each on a connection of its own.</summary>
/// <remarks>A transfer that is whole is closed in good order; every other is reset, so that no client takes its part for the whole. What fits the system's own
/// buffer is sent without waiting and without memory of its own.</remarks>
internal sealed class DataTransfer(FtpFolderOptions options, ServerSession session, Deadline deadline)
{
    // Catalogue section 2: twice 64 KiB a transfer.
    private const int Block = 64 * 1024;

    private readonly Lock _lock = new();
    private Socket? _data;
    private CancellationTokenSource? _accepting;
    private long _sent;
    private bool _isAborted;

    /// <summary>Octets the system has taken of the transfer under way, or of the last.</summary>
    public long Sent => Volatile.Read(ref _sent);

    /// <summary>Whether it was told to <see cref="Abort"/> since it began.</summary>
    public bool IsAborted
    {
        get
        {
            lock (_lock)
            {
                return _isAborted;
            }
        }
    }

    /// <summary>Begins a transfer.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _isAborted = false;
            _sent = 0;
        }
    }

    /// <summary>Waits for the client to connect.</summary>
    /// <returns>The connection; null when none came in time, or the transfer was aborted.</returns>
    public async Task<Socket?> AcceptAsync(PassivePort port, IPAddress peer, TimeSpan within, TimeProvider clock)
    {
        using var ended = new CancellationTokenSource(within, clock);
        lock (_lock)
        {
            if (_isAborted)
            {
                return null;
            }

            _accepting = ended;
        }

        Socket? data = null;
        try
        {
            data = await port.AcceptAsync(peer, ended.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Nobody came: that is the answer.
        }

        lock (_lock)
        {
            _accepting = null;
            if (!_isAborted)
            {
                // Ours from now on: a session that ends before it is sent to does not leave it open.
                return _data = data;
            }
        }

        if (data is not null)
        {
            Reset(data);
        }

        return null;
    }

    /// <summary>Sends all of a source, and closes the connection.</summary>
    /// <param name="data">The connection, this object's from now on.</param>
    /// <param name="source">What is sent; it stays the caller's to dispose of.</param>
    /// <param name="isText">Whether lines are to end in CRLF.</param>
    public ValueTask<TransferEnd> SendAsync(Socket data, TransferSource source, bool isText)
    {
        lock (_lock)
        {
            if (_isAborted)
            {
                Reset(data);
                return new(TransferEnd.Aborted);
            }

            data.Blocking = false;
            _data = data;
        }

        var whole = isText ? default : source.Whole;
        if (whole.IsEmpty)
        {
            return SendBlocksAsync(data, source, isText);
        }

        return TrySend(data, whole.Span, out var count) && count == whole.Length ? new(Complete(data)) : SendRestAsync(data, whole[count..]);
    }

    /// <summary>Ends the transfer under way, if there is one, from whatever thread.</summary>
    public void Abort()
    {
        Socket? data;
        CancellationTokenSource? accepting;
        lock (_lock)
        {
            _isAborted = true;
            (data, accepting) = (_data, _accepting);
            _data = null;
        }

        // Outside the lock: what waits may go on from here, on this thread.
        if (data is not null)
        {
            Reset(data);
        }

        try
        {
            accepting?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait was over already.
        }
    }

    private static void Reset(Socket data)
    {
        try
        {
            data.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client was faster.
        }

        data.Dispose();
    }

    private TransferEnd Complete(Socket data)
    {
        lock (_lock)
        {
            if (_data is null)
            {
                return End();
            }

            _data = null;
        }

        data.Dispose();
        return TransferEnd.Done;
    }

    private TransferEnd Fail(TransferEnd end)
    {
        Abort();
        return end == TransferEnd.NotReadable ? end : End();
    }

    private TransferEnd End() => deadline.HasFired ? TransferEnd.Stalled : TransferEnd.Aborted;

    private async ValueTask<TransferEnd> SendRestAsync(Socket data, ReadOnlyMemory<byte> rest)
    {
        try
        {
            await SendAllAsync(data, rest).ConfigureAwait(false);
            return Complete(data);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return Fail(TransferEnd.Aborted);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TransferEnd> SendBlocksAsync(Socket data, TransferSource source, bool isText)
    {
        var block = ArrayPool<byte>.Shared.Rent(isText ? 3 * Block / 2 : Block);
        try
        {
            byte previous = 0;
            var part = block.AsMemory(0, isText ? Block / 2 : Block);
            while (true)
            {
                var count = await source.ReadAsync(part).ConfigureAwait(false);
                if (count == 0)
                {
                    return Complete(data);
                }

                var octets = part[..count];
                if (isText)
                {
                    var text = block.AsMemory(Block / 2);
                    octets = text[..AsciiText.Expand(octets.Span, text.Span, ref previous)];
                }

                await SendAllAsync(data, octets).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return Fail(TransferEnd.Aborted);
        }
        catch (IOException)
        {
            return Fail(TransferEnd.NotReadable);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAllAsync(Socket data, ReadOnlyMemory<byte> octets)
    {
        while (TrySend(data, octets.Span, out var count))
        {
            octets = octets[count..];
            if (octets.IsEmpty)
            {
                return;
            }
        }

        while (!octets.IsEmpty)
        {
            var sending = data.SendAsync(octets, SocketFlags.None);
            if (!sending.IsCompleted)
            {
                _ = deadline.Start(InternetTimeout.DataRate, InternetPhase.SendingContent, options.SendGrace + TimeSpan.FromSeconds((double)octets.Length / options.MinSendRate));
            }

            var count = await sending.ConfigureAwait(false);
            _ = deadline.Stop();
            Count(count);
            octets = octets[count..];
        }
    }

    // False where it would have to wait, or the connection is gone: the caller's next way tells which.
    private bool TrySend(Socket data, ReadOnlySpan<byte> octets, out int count)
    {
        try
        {
            count = data.Send(octets, SocketFlags.None, out var error);
            if (error == SocketError.Success)
            {
                Count(count);
                return true;
            }
        }
        catch (ObjectDisposedException)
        {
            // Aborted meanwhile.
        }

        count = 0;
        return false;
    }

    private void Count(int octets)
    {
        Volatile.Write(ref _sent, _sent + octets);
        session.CountSent(octets);
    }
}
