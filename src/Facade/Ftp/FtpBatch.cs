// Many files over one connection. Asking for the next data port takes a round trip that the end of a file already waits for: EPSV leaves as soon as the data
// has ended, so that 226 and 229 come together. Not sooner: servers that read commands while data flows answer it out of order (ProFTPD, Pure-FTPd)
// or drop the transfer for it (pyftpdlib). vsftpd reads none until the file is done: there EPSV leaves with RETR. A server that only says it is vsftpd
// is found out by the accounts of replies.

using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Reads many files one after another on one link.</summary>
internal static class FtpBatch
{
    /// <summary>Opens each file in turn. A file is open until the next one is asked for; what was not read of it then is given up.</summary>
    /// <param name="link">Its turn is held until the batch ends.</param>
    /// <param name="paths">As they are sent; each is looked at one file ahead.</param>
    /// <param name="options">How each is read.</param>
    /// <param name="root">The URL of where the login led.</param>
    /// <param name="context">Carried by the files.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    public static async IAsyncEnumerable<FtpFile> ReadFilesAsync(FtpLink link, IEnumerable<string> paths, FtpReadOptions? options, InternetUrl root, object? context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        options ??= FtpReadOptions.Default;
        FtpTransfers.Check(options.Offset, options.Type, nameof(options));
        await link.EnterAsync(cancellationToken).ConfigureAwait(false);
        FtpTransfer? transfer = null;
        try
        {
            var opening = new FtpOpening(null, root, null, context);
            using var path = paths.GetEnumerator();
            for (var hasMore = path.MoveNext(); hasMore;)
            {
                var name = FtpPath.Check(path.Current, link.Control.Names, nameof(paths));
                hasMore = path.MoveNext();
                var (opened, refusal) = await OpenAsync(link, name, options, hasMore, cancellationToken).ConfigureAwait(false);
                transfer = opened;
                yield return opened is not null ? new FtpFile(opened, name, opening) : new FtpFile(link, refusal!, name, opening);
                if (transfer is { HasEnded: false })
                {
                    _ = await transfer.SettleAsync(aborts: false).ConfigureAwait(false);
                }
                else if (link.Control.State.HasTransfer)
                {
                    // Given up by Dispose: what is owed is the end of that transfer, and not the next port.
                    _ = await FtpSettlement.RunAsync(link).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            if (transfer is { HasEnded: false } || link.Control.State.Outstanding > 0)
            {
                _ = transfer is { HasEnded: false } ? await transfer.SettleAsync(aborts: false).ConfigureAwait(false) : await FtpSettlement.RunAsync(link).ConfigureAwait(false);
            }

            link.Turn.Leave();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<(FtpTransfer? Transfer, FtpException? Refusal)> OpenAsync(FtpLink link, string path, FtpReadOptions options, bool hasMore,
        CancellationToken cancellationToken)
    {
        if (link.Control.IsClosed)
        {
            throw FtpErrors.Aborted(InternetPhase.Idle, link.Key);
        }

        // The answer to the port that was asked for with the last file, or as it ended.
        var port = link.Control.State.Outstanding > 0 ? await FtpPassive.ReadPortAsync(link, cancellationToken).ConfigureAwait(false) : 0;
        long? length = null;
        if (options.AsksSize && options.Type == FtpTransferType.Binary)
        {
            length = await FtpTransfers.SizeAsync(link, path, cancellationToken).ConfigureAwait(false);
        }

        var data = await ConnectAsync(link, port, options.Type, cancellationToken).ConfigureAwait(false);
        var asksNextPort = hasMore && link.Options.DataMode == FtpDataMode.Passive && !link.Memory.AvoidsPassive;
        try
        {
            var request = new FtpTransferRequest(FtpCommand.Retr, options.Type, options.Offset, length) { AsksNextPort = asksNextPort && link.QueuesCommands };
            var transfer = await FtpTransfers.BeginAsync(link, request, path, data, null, keepsTurn: true, cancellationToken).ConfigureAwait(false);
            transfer.AsksNextPort = asksNextPort && !request.AsksNextPort;
            return (transfer, null);
        }
        catch (FtpException e) when (e.ReplyCode >= 400 && !link.Control.IsClosed && link.Control.State is { HasTransfer: false, IsClosed: false, Error: ParseError.None })
        {
            return (null, e);
        }
    }

    // A port that was asked for early may be closed by now: the caller takes his time between two files, and servers wait for a minute or less.
    private static async ValueTask<FtpDataPort> ConnectAsync(FtpLink link, int port, FtpTransferType type, CancellationToken cancellationToken)
    {
        if (port > 0)
        {
            try
            {
                return await FtpPassive.ConnectAsync(link, port, cancellationToken).ConfigureAwait(false);
            }
            catch (FtpException e) when (e.Kind == InternetErrorKind.CannotConnect && !link.Control.IsClosed)
            {
                // Asked for again, and told if that fails too.
            }
        }

        return await FtpDataPort.OpenAsync(link, type, cancellationToken).ConfigureAwait(false);
    }
}
