using System.Buffers;
using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>One open listing, read entry by entry from a window as it comes: MLSD where the server offers it, else LIST. RFC 3659 section 7, RFC 959 section 4.1.3.</summary>
/// <remarks>The entries of the folder itself and of its parent are left out.</remarks>
internal sealed class FtpListing
{
    private const int WindowSize = 32 * 1024;

    private readonly FtpTransfer _transfer;
    private readonly FtpDownload _data;
    private readonly FtpEntryMaker _maker;
    private readonly FtpFolderPlace _folder;
    private readonly FtpListingLimits _limits;
    private FtpListingParser _parser;
    private byte[] _window;
    private int _start;
    private int _end;
    private readonly bool _skipsUnrecognized;
    private bool _isFinal;

    private FtpListing(FtpTransfer transfer, FtpListingParser parser, FtpEntryMaker maker, FtpFolderPlace folder, bool skipsUnrecognized)
    {
        _skipsUnrecognized = skipsUnrecognized;
        _transfer = transfer;
        _data = new FtpDownload(transfer);
        _parser = parser;
        _maker = maker;
        _folder = folder;
        _limits = transfer.Link.Options.ListingLimits;
        _window = ArrayPool<byte>.Shared.Rent(WindowSize);
    }

    /// <summary>The entry that was read last.</summary>
    public FtpEntry? Current { get; private set; }

    /// <summary>Opens a listing.</summary>
    /// <param name="link">Its turn is the caller's and stays so.</param>
    /// <param name="folder">What is listed.</param>
    /// <param name="maker">Makes the entries.</param>
    /// <param name="skipsUnrecognized">Whether lines that are not understood are read over.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public static async ValueTask<FtpListing> OpenAsync(FtpLink link, FtpFolderPlace folder, FtpEntryMaker maker, bool skipsUnrecognized, CancellationToken cancellationToken)
    {
        var transfer = await FtpListingStart.RunAsync(link, folder.Octets, holder: null, keepsTurn: true, cancellationToken).ConfigureAwait(false);
        var now = link.Control.Time.GetUtcNow().UtcDateTime.Add(link.Options.ServerTimeOffset).Ticks;
        var format = transfer.Command == FtpCommand.Mlsd ? FtpListingFormat.Mlsx : FtpListingFormat.Detect;
        return new FtpListing(transfer, new FtpListingParser(format, now), maker, folder, skipsUnrecognized);
    }

    /// <summary>Reads the next entry; completes at once when it is in the window.</summary>
    /// <returns>False at the end, which the server has confirmed.</returns>
    /// <exception cref="FtpException">The listing failed, or goes beyond <see cref="FtpListingLimits"/>.</exception>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        TryMoveNext(out var moved) ? new ValueTask<bool>(moved) : WaitAsync(cancellationToken);

    /// <summary>Reads the next entry if it is in the window.</summary>
    /// <returns>False when octets are missing.</returns>
    public bool TryMoveNext(out bool moved)
    {
        moved = false;
        while (true)
        {
            var octets = _window.AsSpan(_start.._end);
            var result = _parser.Parse(octets, _isFinal, out var line, in _limits);
            if (result.NeedsMoreData)
            {
                return false;
            }

            if (!result.IsDone)
            {
                throw FtpErrors.Protocol(result, InternetPhase.ReceivingContent, _transfer.Control.Key, FtpCommands.Text(_parser.Format == FtpListingFormat.Mlsx ? FtpCommand.Mlsd : FtpCommand.List));
            }

            _start += result.Consumed;
            if (line.Kind == FtpLineKind.End)
            {
                Current = null;
                return true;
            }

            if (line.Kind == FtpLineKind.Entry && !line.IsSelfOrParent && line.NameIn(octets) is not ([(byte)'.'] or [(byte)'.', (byte)'.']))
            {
                Current = _maker.Make(in line, octets, _folder);
                return moved = true;
            }

            if (line.Kind == FtpLineKind.Unrecognized && !_skipsUnrecognized)
            {
                throw FtpDataErrors.Unrecognized(_transfer.Control.Names.Decode(line.LineIn(octets)), _parser.ConsumedTotal - result.Consumed, _transfer.Control.Key);
            }
        }
    }

    /// <summary>The same by synchronous I/O.</summary>
    public bool MoveNext()
    {
        bool moved;
        while (!TryMoveNext(out moved))
        {
            MakeRoom();
            Add(_data.Read(_window.AsSpan(_end)));
        }

        return moved;
    }

    /// <summary>Drops the listing and its whole connection at once.</summary>
    public void Abort() => _transfer.Abort();

    /// <summary>Gives the window back, and the listing up where it is not at its end; its reply is left for who takes the turn next. No read may be under way.</summary>
    public void Close()
    {
        _transfer.GiveUp();
        GiveBack();
    }

    /// <summary>Gives the window back, and the listing up where it is not at its end. No read may be under way.</summary>
    public async ValueTask CloseAsync()
    {
        if (!_transfer.HasEnded)
        {
            _ = await _transfer.SettleAsync(aborts: false).ConfigureAwait(false);
        }

        GiveBack();
    }

    private void GiveBack()
    {
        var window = _window;
        _window = [];
        if (window.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(window);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        bool moved;
        do
        {
            MakeRoom();
            Add(await _data.ReadAsync(_window.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }
        while (!TryMoveNext(out moved));
        return moved;
    }

    private void Add(int count)
    {
        _end += count;
        _isFinal = count == 0;
    }

    // A line longer than the window makes it grow; the parser's limit ends that.
    private void MakeRoom()
    {
        if (_start > 0)
        {
            _window.AsSpan(_start.._end).CopyTo(_window);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _window.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(2 * _window.Length);
        _window.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_window);
        _window = larger;
    }
}
