namespace HiPerf.Facade.Tests.Peers;

/// <summary>A transport whose reads give what it was made with, and then wait; closing it ends them by 0, as a socket's own shutdown may. It heeds no token.</summary>
internal sealed class EndsWhenClosed(string content) : Stream
{
    private readonly TaskCompletionSource<int> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _content = PeerConnection.Latin1(content);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_content.Length == 0)
        {
            return new ValueTask<int>(_closed.Task);
        }

        var count = _content.Length;
        _content.CopyTo(buffer);
        _content = [];
        return new ValueTask<int>(count);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _ = _closed.TrySetResult(0);
        base.Dispose(disposing);
    }
}
