// A folder as a page that is written while it is read: entries are asked for when the caller wants more octets, and none are kept. The first one is read
// before the file is handed out, so that a folder that is missing or refused is an error of its opening. What fails later fails the read: a page that ends
// without its closing tags was never told to be whole.

using System.Buffers;
using HiPerf.Html;

namespace HiPerf;

/// <summary>A folder opened as a file: its HTML page, written as its entries come. Read-only, forward-only.</summary>
/// <remarks>What <see cref="InternetSession.OpenAsync(string, OpenOptions?, CancellationToken)"/> gives for a local folder and for one on an FTP server unless
/// <see cref="OpenOptions.DirectoryFormat"/> says otherwise. One read at a time. While it is open it holds a connection of the session, if the folder is on a server;
/// cancelling a read closes that connection.</remarks>
public sealed class DirectoryFile : InternetFile
{
    private const int PieceSize = 16 * 1024;
    private const int Idle = 0, Busy = 1;

    private readonly ArrayBufferWriter<byte> _page = new(PieceSize + 2048);
    private readonly IDirectoryReader _reader;
    private int _taken;
    private bool _isWritten;
    private int _state;
    private volatile bool _isGivenUp;
    private volatile bool _disposed;

    /// <param name="url">What was opened.</param>
    /// <param name="folder">Where the names lead from: a URL without a password that ends in a slash.</param>
    /// <param name="context">Carried by the file.</param>
    /// <param name="reader">Stands on the first entry.</param>
    /// <param name="isAny">Whether there is a first entry.</param>
    internal DirectoryFile(InternetUrl url, InternetUrl folder, object? context, IDirectoryReader reader, bool isAny)
    {
        Url = url;
        Context = context;
        _reader = reader;
        DirectoryPage.WriteStart(_page, url, folder);
        WriteRows(isAny);
    }

    /// <inheritdoc/>
    public override InternetUrl Url { get; }

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <summary>What the content is: <c>text/html; charset=utf-8</c>.</summary>
    public string ContentType { get; } = DirectoryPageWriter.ContentType;

    /// <summary>Always null: the page is as long as its folder turns out to be.</summary>
    public override long? ContentLength => null;

    /// <summary>Whether the page was read to its end: it has one only when the folder's end is known to be the true one.</summary>
    public override bool LengthVerified => IsComplete;

    /// <inheritdoc/>
    public override bool IsComplete => _isWritten && _page.WrittenCount == 0;

    /// <inheritdoc/>
    public override bool CanRead => !_disposed;

    /// <summary>Reads by synchronous I/O, of the file system as of a connection.</summary>
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        Enter();
        try
        {
            if (IsNeeded(buffer.Length))
            {
                WriteRows(_reader.MoveNext());
            }

            return Take(buffer);
        }
        catch
        {
            _isGivenUp = true;
            throw;
        }
        finally
        {
            Leave();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Enter();
        try
        {
            if (IsNeeded(buffer.Length))
            {
                WriteRows(await _reader.MoveNextAsync(cancellationToken).ConfigureAwait(false));
            }

            return Take(buffer.Span);
        }
        catch
        {
            _isGivenUp = true;
            throw;
        }
        finally
        {
            Leave();
        }
    }

    /// <inheritdoc/>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default) =>
        IsComplete ? ValueTask.CompletedTask : new ValueTask(CopyToAsync(Null, cancellationToken));

    /// <inheritdoc/>
    public override void Abort()
    {
        _isGivenUp = true;
        _reader.Abort();
        _ = TryClose();
    }

    /// <summary>Gives up what is incomplete; the server's reply is awaited, so that the connection can be used on.</summary>
    public override async ValueTask DisposeAsync()
    {
        _isGivenUp = _disposed = true;
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) == Idle)
        {
            await _reader.CloseAsync().ConfigureAwait(false);
            Volatile.Write(ref _state, Idle);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Gives up what is incomplete.</summary>
    /// <param name="disposing">Whether it is called from Dispose.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isGivenUp = _disposed = true;
            if (!TryClose())
            {
                _reader.Abort();
            }
        }

        base.Dispose(disposing);
    }

    private bool IsNeeded(int wanted) => wanted > 0 && !_isWritten && _page.WrittenCount == 0;

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _page.WrittenCount - _taken);
        _page.WrittenSpan.Slice(_taken, count).CopyTo(buffer);
        _taken += count;
        if (_taken == _page.WrittenCount)
        {
            _page.ResetWrittenCount();
            _taken = 0;
        }

        return count;
    }

    // The row of the entry that was moved to, and of those behind it that need no waiting.
    private void WriteRows(bool moved)
    {
        while (moved)
        {
            DirectoryPage.WriteEntry(_page, _reader.Current);
            if (_page.WrittenCount >= PieceSize || !_reader.TryMoveNext(out moved))
            {
                return;
            }
        }

        DirectoryPageWriter.WriteEnd(_page);
        _isWritten = true;
        _reader.Close();
    }

    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            throw DirectoryErrors.Busy(Url);
        }

        if (_isGivenUp)
        {
            Leave();
            ObjectDisposedException.ThrowIf(_disposed, this);
            throw DirectoryErrors.Aborted(Url);
        }
    }

    // Whoever gave the file up meanwhile found it busy, and left its closing to this read.
    private void Leave()
    {
        Volatile.Write(ref _state, Idle);
        if (_isGivenUp)
        {
            _ = TryClose();
        }
    }

    private bool TryClose()
    {
        if (Interlocked.CompareExchange(ref _state, Busy, Idle) != Idle)
        {
            return false;
        }

        _reader.Close();
        Volatile.Write(ref _state, Idle);
        return true;
    }
}
