using System.Runtime.CompilerServices;
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>A folder on an FTP server as one side of a mirror: one connection of its own.</summary>
/// <param name="connection">The connection; its end is this end's.</param>
/// <param name="root">The folder, as the connection takes paths.</param>
internal sealed class FtpEnd(FtpConnection connection, string root) : IMirrorEnd
{
    // What is no UTF-8 was decoded by a fallback, and names another file when it is encoded again; a charset that was asked for is held to nothing.
    private readonly PlainNameRules _rules = connection.Session.Options.Ftp.NameEncoding is null ? PlainNameRules.NotUtf8 : PlainNameRules.None;

    /// <summary>The connection.</summary>
    public FtpConnection Connection => connection;

    /// <inheritdoc/>
    public bool KeepsTimes => Connection.Features.Has(FtpFeatureNames.Mfmt);

    /// <inheritdoc/>
    public bool IgnoresCase => false;

    /// <inheritdoc/>
    public FtpHashAlgorithms Hashes => FtpHashing.Offered(Connection.Features);

    /// <summary>The server's path of a path relative to the root.</summary>
    public string PathOf(string relative) => relative.Length == 0 ? root : root.Length == 0 ? relative : root.EndsWith('/') ? root + relative : $"{root}/{relative}";

    /// <inheritdoc/>
    public async IAsyncEnumerable<MirrorListed> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in Connection.EnumerateAsync(PathOf(folder) is { Length: > 0 } path ? path : null, null, cancellationToken).ConfigureAwait(false))
        {
            var isPlain = PlainName.IsPlain(entry.RawName.Span, _rules);
            yield return new MirrorListed(entry.Name, isPlain, entry.Type, entry.Length, entry.LastWriteTime, entry.LastWriteTime is null ? FtpTimePrecision.None : entry.TimePrecision);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> HashAsync(string path, FtpHashAlgorithms algorithm, CancellationToken cancellationToken) =>
        (await CopyProof.AskAsync(Connection, PathOf(path), algorithm, cancellationToken).ConfigureAwait(false))?.Value;

    /// <inheritdoc/>
    public async ValueTask<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        if (root is "" or "/")
        {
            return true;
        }

        return await Connection.GetEntryAsync(root, cancellationToken).ConfigureAwait(false) is { IsDirectory: true }
            || await CanEnterAsync(cancellationToken).ConfigureAwait(false);
    }

    // A folder that its parent does not list, or lists as a link: the root is the caller's, wherever it leads.
    private async ValueTask<bool> CanEnterAsync(CancellationToken cancellationToken)
    {
        var here = await Connection.GetCurrentDirectoryAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await Connection.SetCurrentDirectoryAsync(root, cancellationToken).ConfigureAwait(false);
        }
        catch (FtpException e) when (e.ReplyCode is 501 or 550)
        {
            return false;
        }

        await Connection.SetCurrentDirectoryAsync(here, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        var folder = PathOf(path);

        // Of the root every folder on the way there; MKD makes one at a time.
        for (var slash = path.Length > 0 ? -1 : folder.IndexOf('/', 1); slash > 0; slash = folder.IndexOf('/', slash + 1))
        {
            await MakeAsync(folder[..slash], cancellationToken).ConfigureAwait(false);
        }

        await MakeAsync(folder, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await Connection.DeleteFileAsync(PathOf(path), cancellationToken).ConfigureAwait(false);
        }
        catch (FtpException e) when (e.ReplyCode is 450 or 550)
        {
            await ThrowIfThereAsync(path, e, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeleteDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await Connection.DeleteDirectoryAsync(PathOf(path), recursive: false, cancellationToken).ConfigureAwait(false);
        }
        catch (FtpException e) when (e.ReplyCode is 450 or 550)
        {
            await ThrowIfThereAsync(path, e, cancellationToken).ConfigureAwait(false);
        }
    }

    // What is gone already need not be deleted: an execution that was cut short before its note did so, or somebody else.
    private async ValueTask ThrowIfThereAsync(string path, FtpException refusal, CancellationToken cancellationToken)
    {
        if (await Connection.GetEntryAsync(PathOf(path), cancellationToken).ConfigureAwait(false) is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(refusal);
        }
    }

    // There is no reply that says "is there already" and nothing else.
    private async ValueTask MakeAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await Connection.CreateDirectoryAsync(folder, cancellationToken).ConfigureAwait(false);
        }
        catch (FtpException e) when (e.ReplyCode is 521 or 550 or 553)
        {
            if (await Connection.GetEntryAsync(folder, cancellationToken).ConfigureAwait(false) is not { IsDirectory: true })
            {
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
