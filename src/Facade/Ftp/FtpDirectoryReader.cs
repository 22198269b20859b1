namespace HiPerf.Ftp;

/// <summary>Reads one folder over a connection that the session lent; the lease ends with the listing, well or ill.</summary>
internal sealed class FtpDirectoryReader : IDirectoryReader
{
    private readonly FtpLease _lease;
    private readonly FtpListing _listing;
    private int _isClosed;

    private FtpDirectoryReader(FtpLease lease, FtpListing listing)
    {
        _lease = lease;
        _listing = listing;
    }

    /// <inheritdoc/>
    public InternetEntry Current => _listing.Current!;

    /// <summary>Begins the listing.</summary>
    /// <param name="lease">Stays the caller's where this throws.</param>
    /// <param name="folder">What is listed.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public static async ValueTask<FtpDirectoryReader> OpenAsync(FtpLease lease, FtpFolderPlace folder, CancellationToken cancellationToken)
    {
        var link = lease.Link;
        var maker = new FtpEntryMaker(link.Control.Names, link.Options.ServerTimeOffset);
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new FtpDirectoryReader(lease, await FtpListing.OpenAsync(link, folder, maker, skipsUnrecognized: false, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            link.Turn.Leave();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool TryMoveNext(out bool moved) => _listing.TryMoveNext(out moved);

    /// <inheritdoc/>
    public bool MoveNext() => _listing.MoveNext();

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) => _listing.MoveNextAsync(cancellationToken);

    /// <inheritdoc/>
    public void Close()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _listing.Close();
            GiveBack();
        }
    }

    /// <inheritdoc/>
    public async ValueTask CloseAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            await _listing.CloseAsync().ConfigureAwait(false);
            GiveBack();
        }
    }

    /// <inheritdoc/>
    public void Abort() => _listing.Abort();

    private void GiveBack()
    {
        var link = _lease.Link;
        link.Turn.Leave();
        _lease.Release(link, !link.Control.IsClosed && link.Control.State.IsIdle);
    }
}
