namespace HiPerf;

/// <summary>An opened URL, read as a stream: the one type behind every scheme.</summary>
/// <remarks>
/// <para>Read-only and forward-only unless the subtype says otherwise. One read at a time. Synchronous members do real synchronous I/O.</para>
/// <para><see cref="Stream.Dispose()"/> and <see cref="Stream.DisposeAsync"/> never throw and abort what is incomplete;
/// <see cref="CompleteAsync"/> reads the rest and says whether all went well.</para>
/// </remarks>
#pragma warning disable CA1710 // A file is what the user opens; that it is a stream is how he reads it.
public abstract class InternetFile : Stream
#pragma warning restore CA1710
{
    /// <summary>Where the content came from: the effective URL, after redirects.</summary>
    public abstract InternetUrl Url { get; }

    /// <summary>Octets of the whole content as the peer announced them; null when it did not.</summary>
    public abstract long? ContentLength { get; }

    /// <summary>Whether the end that was read is known to be the true one. False before the end, and for good where the protocol has no
    /// frame: a body that only the end of a plain TCP connection ends. A local file: whether as many octets were read as it had when opened.</summary>
    public abstract bool LengthVerified { get; }

    /// <summary>Whether the content was read to its end.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>The value given by <see cref="OpenOptions.Context"/>, or else by the session.</summary>
    public abstract object? Context { get; }

    /// <summary>Reads and discards what is left of the content, and checks its end.</summary>
    /// <exception cref="InternetException">The content ended early, or the exchange failed.</exception>
    public abstract ValueTask CompleteAsync(CancellationToken cancellationToken = default);

    /// <summary>Drops the exchange and its connection at once. Never throws; a pending read fails.</summary>
    public abstract void Abort();

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary><see cref="ContentLength"/>.</summary>
    /// <exception cref="NotSupportedException">The peer did not announce the length.</exception>
    public override long Length => ContentLength ?? throw new NotSupportedException("The length of the content is not known before its end.");

    /// <summary>Not supported unless <see cref="CanSeek"/>.</summary>
    public override long Position
    {
        get => throw new NotSupportedException("This file is read forward only.");
        set => throw new NotSupportedException("This file is read forward only.");
    }

    /// <inheritdoc/>
    public abstract override int Read(Span<byte> buffer);

    /// <inheritdoc/>
    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(ReadAsync(buffer, offset, count, CancellationToken.None), callback, state);

    /// <inheritdoc/>
    public override int EndRead(IAsyncResult asyncResult) => TaskToAsyncResult.End<int>(asyncResult);

    /// <summary>Not supported unless <see cref="CanSeek"/>.</summary>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("This file is read forward only.");

    /// <summary>Nothing to do: the file is read-only.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported: the file is read-only.</summary>
    public override void SetLength(long value) => throw new NotSupportedException("This file is read-only.");

    /// <summary>Not supported: the file is read-only.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This file is read-only.");
}
