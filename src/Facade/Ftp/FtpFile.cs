namespace HiPerf.Ftp;

/// <summary>A file on an FTP server, open for reading or for writing, never both. While it is open it holds its connection.</summary>
/// <remarks>The end of what is read is verified: the data connection ended in good order and the server said that the transfer is complete; a read returns 0 only then.
/// A file that is written is whole when <see cref="CompleteAsync"/> returned; disposing of it before aborts the transfer. Cancelling a read or a write closes the
/// whole connection; <see cref="CancelAsync"/> gives up the transfer alone.</remarks>
public sealed class FtpFile : InternetFile
{
    private readonly FtpTransfer? _transfer;
    private readonly FtpLink _link;
    private readonly FtpDownload? _download;
    private readonly FtpUpload? _upload;
    private readonly InternetUrl _root;
    private InternetUrl? _url;
    private bool _disposed;

    internal FtpFile(FtpTransfer transfer, string path, FtpOpening opening)
        : this(transfer.Link, path, opening)
    {
        _transfer = transfer;
        _download = transfer.IsUpload ? null : new FtpDownload(transfer);
        _upload = transfer.IsUpload ? new FtpUpload(transfer) : null;
    }

    /// <summary>A file of a batch that the server refused.</summary>
    internal FtpFile(FtpLink link, FtpException refusal, string path, FtpOpening opening)
        : this(link, path, opening) => Refusal = refusal;

    private FtpFile(FtpLink link, string path, FtpOpening opening)
    {
        _link = link;
        _root = opening.Root;
        _url = opening.Url;
        Path = path;
        Context = opening.Context;
    }

    /// <inheritdoc/>
    public override InternetUrl Url => _url ??= FtpPath.UrlOf(_root, UniqueName ?? Path, _link.LoginDirectory, isFolder: false);

    /// <summary>The path it was opened by, as it was sent; empty where none was.</summary>
    public string Path { get; }

    /// <summary>Why the server refused this file of a batch: reading it throws this. Null for a file that is open.</summary>
    public FtpException? Refusal { get; }

    /// <summary>The name that the server gave a file of <see cref="FtpWriteMode.Unique"/>; null when it did not tell, and for others. RFC 1123 section 4.1.2.9.</summary>
    public string? UniqueName => _transfer?.UniqueName;

    /// <summary>Octets of the whole file: what SIZE said, or the hint in the reply that began the transfer; null when neither told.</summary>
    public override long? ContentLength => _transfer?.Length;

    /// <inheritdoc/>
    public override bool LengthVerified => _transfer is { IsComplete: true };

    /// <summary>Whether the transfer is complete: its data ended in good order, and the server said so.</summary>
    public override bool IsComplete => _transfer is { IsComplete: true };

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <inheritdoc/>
    public override bool CanRead => !_disposed && _download is not null;

    /// <inheritdoc/>
    public override bool CanWrite => !_disposed && _upload is not null;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Download().Read(buffer);

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Download().ReadAsync(buffer, cancellationToken);

    /// <summary>Writes to the data connection; nothing is kept back.</summary>
    /// <param name="buffer">The octets.</param>
    public override void Write(ReadOnlySpan<byte> buffer) => Upload().Write(buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Upload().Write(buffer.AsSpan(offset, count));
    }

    /// <summary>Writes to the data connection; nothing is kept back.</summary>
    /// <param name="buffer">The octets.</param>
    /// <param name="cancellationToken">Closes the whole connection.</param>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Upload().WriteAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Upload().WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Nothing to do: nothing is kept back.</summary>
    public override void Flush()
    {
    }

    /// <summary>Reads what is left, or ends what was written, and awaits the server's word that the transfer is complete.</summary>
    /// <param name="cancellationToken">Closes the whole connection.</param>
    /// <exception cref="InternetException">It is not.</exception>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default) => _upload is not null
        ? Upload().CompleteAsync(cancellationToken)
        : Download() is { } && IsComplete ? ValueTask.CompletedTask : new ValueTask(CopyToAsync(Null, cancellationToken));

    /// <summary>Gives up the transfer (ABOR) and keeps its connection where the server settles it in time.</summary>
    /// <returns>Whether the connection may be used on; otherwise it is closed.</returns>
    /// <remarks>RFC 959 section 4.1.3. <see cref="FtpConnectOptions.SettleTimeout"/> limits the wait.</remarks>
    public ValueTask<bool> CancelAsync() => _transfer is null ? new ValueTask<bool>(!_link.Control.IsClosed) : _transfer.SettleAsync(aborts: true);

    /// <summary>Drops the transfer and its whole connection at once. Never throws; a pending read or write fails.</summary>
    public override void Abort() => _transfer?.Abort();

    /// <summary>Gives up what is incomplete; the server's reply is awaited, so that the connection can be used on.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            if (_transfer is { HasEnded: false })
            {
                _ = await _transfer.SettleAsync(aborts: false).ConfigureAwait(false);
            }
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Gives up what is incomplete; the next operation on the connection reads the server's reply to it first.</summary>
    /// <param name="disposing">Whether it is called from Dispose.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _transfer?.GiveUp();
        }

        base.Dispose(disposing);
    }

    private FtpDownload Download()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _download ?? throw Refusal ?? (Exception)new NotSupportedException("This file is open for writing.");
    }

    private FtpUpload Upload()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _upload ?? throw new NotSupportedException("This file is open for reading.");
    }
}
