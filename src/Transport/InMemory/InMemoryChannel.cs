// One direction of an in-memory connection: a ring of octets between a writer and a reader, with an end, a reset, a capacity, and faults that
// strike at an exact octet. Both sides wait either asynchronously (WaitSignal) or, for synchronous I/O, on the monitor itself.

using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace HiPerf.Transport;

internal sealed class InMemoryChannel(int capacity)
{
    private readonly object _monitor = new();
    private readonly byte[] _ring = new byte[capacity];
    private readonly WaitSignal _readable = new();
    private readonly WaitSignal _writable = new();
    private long _written;
    private long _read;
    private long _endAt = long.MaxValue;
    private long _resetAt = long.MaxValue;
    private int _nextReadSize;
    private bool _readerGone;

    /// <summary>The sizes of the pieces in which octets are delivered, again and again; empty for as they come.</summary>
    public IReadOnlyList<int> ReadSizes { get; set; } = [];

    /// <summary>Octets that have passed from the writer into the channel.</summary>
    public long Written
    {
        get
        {
            lock (_monitor)
            {
                return _written;
            }
        }
    }

    public Task WhenReadPending() => _readable.WhenWaited();

    public Task WhenWritePending() => _writable.WhenWaited();

    /// <summary>Ends the direction after so many octets in all, or at once.</summary>
    public void EndAfter(long octets) => Change(() => _endAt = Math.Min(_endAt, octets));

    public void End() => Change(() => _endAt = Math.Min(_endAt, _written));

    /// <summary>Breaks the direction after so many octets were read, or at once.</summary>
    public void ResetAfter(long octets) => Change(() => _resetAt = Math.Min(_resetAt, octets));

    public void Reset() => ResetAfter(0);

    public void AbandonReading() => Change(() => _readerGone = true);

    public int Read(Span<byte> destination)
    {
        int count;
        lock (_monitor)
        {
            while ((count = TryRead(destination)) < 0)
            {
                _ = Monitor.Wait(_monitor);
            }
        }

        _writable.Set();
        return count;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ValueTask wait;
            int count;
            lock (_monitor)
            {
                count = TryRead(destination.Span);
                wait = count < 0 ? _readable.Arm() : default;
            }

            if (count >= 0)
            {
                _writable.Set();
                return count;
            }

            using (cancellationToken.UnsafeRegister(static (signal, token) => ((WaitSignal)signal!).Cancel(token), _readable))
            {
                await wait.ConfigureAwait(false);
            }
        }
    }

    public void Write(ReadOnlySpan<byte> source)
    {
        lock (_monitor)
        {
            while (true)
            {
                source = source[TryWrite(source)..];
                if (source.IsEmpty)
                {
                    break;
                }

                _readable.Set();
                _ = Monitor.Wait(_monitor);
            }
        }

        _readable.Set();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ValueTask wait;
            lock (_monitor)
            {
                source = source[TryWrite(source.Span)..];
                wait = source.IsEmpty ? default : _writable.Arm();
            }

            _readable.Set();
            if (source.IsEmpty)
            {
                return;
            }

            using (cancellationToken.UnsafeRegister(static (signal, token) => ((WaitSignal)signal!).Cancel(token), _writable))
            {
                await wait.ConfigureAwait(false);
            }
        }
    }

    // Octets read, 0 at the end, −1 when there is nothing yet.
    private int TryRead(Span<byte> destination)
    {
        if (_read >= _resetAt)
        {
            throw WasReset();
        }

        var available = Math.Min(Math.Min(_written, _endAt), _resetAt) - _read;
        if (available <= 0)
        {
            return _read >= _endAt ? 0 : -1;
        }

        var count = (int)Math.Min(available, destination.Length);
        if (ReadSizes.Count > 0 && count > 0)
        {
            count = Math.Min(count, ReadSizes[_nextReadSize++ % ReadSizes.Count]);
        }

        var start = (int)(_read % _ring.Length);
        var first = Math.Min(count, _ring.Length - start);
        _ring.AsSpan(start, first).CopyTo(destination);
        _ring.AsSpan(0, count - first).CopyTo(destination[first..]);
        _read += count;
        Monitor.PulseAll(_monitor);
        return count;
    }

    private int TryWrite(ReadOnlySpan<byte> source)
    {
        if (_readerGone || _read >= _resetAt)
        {
            throw WasReset();
        }

        if (_written >= _endAt && !source.IsEmpty)
        {
            throw new IOException("This end was shut down for writing.", new SocketException((int)SocketError.Shutdown));
        }

        var count = (int)Math.Min(Math.Min(source.Length, _ring.Length - (_written - _read)), _endAt - _written);
        var start = (int)(_written % _ring.Length);
        var first = Math.Min(count, _ring.Length - start);
        source[..first].CopyTo(_ring.AsSpan(start));
        source[first..count].CopyTo(_ring);
        _written += count;
        Monitor.PulseAll(_monitor);
        return _written == _endAt ? source.Length : count;
    }

    private void Change(Action change)
    {
        lock (_monitor)
        {
            change();
            Monitor.PulseAll(_monitor);
        }

        _readable.Set();
        _writable.Set();
    }

    private static IOException WasReset() => new("The connection was reset.", new SocketException((int)SocketError.ConnectionReset));
}
