using Microsoft.Win32.SafeHandles;

namespace HiPerf;

/// <summary>A local file opened by its URL. Seekable; every read goes to the file, nothing is buffered.</summary>
/// <remarks>RFC 8089. Regular files alone: a folder, FIFO, socket or device is refused before it is opened, as is an authority other than
/// <c>localhost</c>, an encoded slash or NUL. The length is what the file had when it was opened; when it grows or shrinks while it is
/// read, the end that is found counts and <see cref="LengthVerified"/> is false.</remarks>
public sealed class LocalFile : InternetFile
{
    private readonly SafeFileHandle _handle;
    private readonly long _length;
    private long _position;

    private LocalFile(InternetUrl url, string path, SafeFileHandle handle, object? context)
    {
        Url = url;
        FullPath = path;
        Context = context;
        _handle = handle;
        _length = RandomAccess.GetLength(handle);
    }

    /// <inheritdoc/>
    public override InternetUrl Url { get; }

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <summary>The path in the local system's own form.</summary>
    public string FullPath { get; }

    /// <summary>Octets the file had when it was opened.</summary>
    public override long? ContentLength => _length;

    /// <inheritdoc/>
    public override bool LengthVerified => IsComplete && _position == _length;

    /// <inheritdoc/>
    public override bool IsComplete => _atEnd || _position >= _length;

    private bool _atEnd;

    /// <inheritdoc/>
    public override bool CanRead => !_handle.IsClosed;

    /// <inheritdoc/>
    public override bool CanSeek => !_handle.IsClosed;

    /// <summary>Offset of the next octet to read, 0 and more.</summary>
    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        var position = offset + (origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => _length,
        });
        if (position < 0)
        {
            throw new IOException("An attempt was made to move before the beginning of the file.");
        }

        _atEnd = false;
        return _position = position;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return Advance(RandomAccess.Read(_handle, buffer, _position), buffer.Length);
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return AdvanceAsync(RandomAccess.ReadAsync(_handle, buffer, _position, cancellationToken), buffer.Length);
    }

    /// <summary>Moves to the end: a local file needs no reading for that.</summary>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Seek(0, SeekOrigin.End);
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the file.</summary>
    public override void Abort() => _handle.Dispose();

    internal static LocalFile Open(InternetUrl url, object? context)
    {
        var path = LocalPath(url);
        return Open(url, path, RegularFile.KindOf(path), context);
    }

    /// <summary>Opens what the path was found to be.</summary>
    internal static LocalFile Open(InternetUrl url, string path, EntryKind kind, object? context)
    {
        switch (kind)
        {
            case EntryKind.Missing:
                throw FileErrors.NotFound(url);
            case EntryKind.Folder:
                throw FileErrors.IsFolder(url);
            case EntryKind.Other:
                throw FileErrors.NotRegular(url);
        }

        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!RegularFile.IsRegular(handle))
            {
                throw FileErrors.NotRegular(url);
            }

            return new LocalFile(url, path, handle, context);
        }
        catch (Exception e)
        {
            handle?.Dispose();
            if (FileErrors.FromSystem(url, e) is { } error)
            {
                throw error;
            }

            throw;
        }
    }

    /// <summary>The local path a file URL stands for.</summary>
    internal static string LocalPath(InternetUrl url)
    {
        if (url.Scheme != "file")
        {
            throw new NotSupportedException($"The URL's scheme is not file but '{url.Scheme}'.");
        }

        if (url.Host is not (null or "" or "localhost"))
        {
            throw FileErrors.Refused(url, "a host other than localhost is not read over file URLs");
        }

        return FileUrlPath.Decode(url.Path, out var refusal) ?? throw FileErrors.Refused(url, refusal!);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _handle.Dispose();
        base.Dispose(disposing);
    }

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> AdvanceAsync(ValueTask<int> read, int asked) => Advance(await read.ConfigureAwait(false), asked);

    private int Advance(int count, int asked)
    {
        _position += count;
        _atEnd |= count == 0 && asked > 0;
        return count;
    }
}
