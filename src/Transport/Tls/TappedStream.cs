// Stands between SslStream and the socket and notices the transport's end. SslStream answers 0 both for close_notify and for a bare FIN at
// a record boundary; only the layer below can tell them apart (attack catalogue TLS-04, appendix A1). After close_notify SslStream reads no
// further, so an end seen here is always one that came first. Refusing it here, as an exception SslStream passes on unchanged, spares
// the reads above an async layer of their own.

using System.Runtime.CompilerServices;

namespace HiPerf.Transport;

internal sealed class TappedStream(Stream inner, bool leaveInnerOpen) : Stream
{
    /// <summary>Whether the end is refused with an exception; set once the handshake is done.</summary>
    public bool RefusesEnd { get; set; }

    /// <summary>The first octet the peer sent, null before. A peer that speaks TLS begins with a content type, 20 to 23 (RFC 8446 section 5.1).</summary>
    public byte? FirstOctet { get; private set; }

    /// <summary>Whether the transport below has ended.</summary>
    public bool SawEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Tap(inner.Read(buffer), buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = inner.ReadAsync(buffer, cancellationToken);
        if (buffer.IsEmpty)
        {
            return read;
        }

        return read.IsCompletedSuccessfully ? TapNow(read.Result, buffer) : TapAsync(read, buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveInnerOpen)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> TapAsync(ValueTask<int> read, Memory<byte> buffer) => Tap(await read.ConfigureAwait(false), buffer.Span);

    // An end that is refused must fault the task, not the call.
    private ValueTask<int> TapNow(int count, Memory<byte> buffer) =>
        count > 0 ? new ValueTask<int>(Tap(count, buffer.Span)) : TapAsync(new ValueTask<int>(count), buffer);

    private int Tap(int count, ReadOnlySpan<byte> buffer)
    {
        if (count > 0)
        {
            FirstOctet ??= buffer[0];
            return count;
        }

        if (buffer.IsEmpty)
        {
            return 0;
        }

        SawEnd = true;
        return RefusesEnd ? throw Truncated() : 0;
    }

    private static InternetException Truncated() =>
        new(InternetErrorKind.Truncated, "The TLS stream ended without the peer's close_notify.") { Phase = InternetPhase.ReceivingContent };
}
