namespace HiPerf.Ftp;

/// <summary>Deletes a directory and all within. Not by recursion: a server may pretend to any depth. Links are deleted, never entered.</summary>
internal sealed class FtpTreeRemoval(FtpLink link, InternetUrl root)
{
    private const int MaxDepth = 100;

    // Each folder twice: first to be emptied, then, when all within are gone, to be deleted.
    private readonly Stack<(string Path, int Depth, bool IsEmpty)> _folders = new();

    /// <summary>Deletes it.</summary>
    public async ValueTask RunAsync(string path, CancellationToken cancellationToken)
    {
        _folders.Push((path, 0, IsEmpty: false));
        while (_folders.TryPop(out var folder))
        {
            if (folder.IsEmpty)
            {
                await FtpExchange.RunAsync(link, FtpCommand.Rmd, folder.Path, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (folder.Depth > MaxDepth)
            {
                throw FtpErrors.TooDeep(MaxDepth, link.Key);
            }

            _folders.Push(folder with { IsEmpty = true });
            foreach (var entry in await ListAsync(folder.Path, cancellationToken).ConfigureAwait(false))
            {
                var inner = FtpPath.Check(Join(folder.Path, entry.Name), link.Control.Names);
                if (entry.Type == FtpEntryType.Directory)
                {
                    _folders.Push((inner, folder.Depth + 1, IsEmpty: false));
                }
                else
                {
                    await FtpExchange.RunAsync(link, FtpCommand.Dele, inner, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    // One list before the first deletion: a connection does one thing at a time, and a folder changes under a listing.
    private async ValueTask<List<FtpEntry>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var entries = new List<FtpEntry>();
        await foreach (var entry in FtpFolder.EnumerateAsync(link, path, null, root, null, cancellationToken).ConfigureAwait(false))
        {
            // A backslash would leave as a slash: a name that somebody else planted would lead out of the folder.
            if (entry.Name is "" or "." or ".." || entry.Name.AsSpan().ContainsAny('/', '\\'))
            {
                throw FtpErrors.BadName(entry.Name, link.Key);
            }

            entries.Add(entry);
        }

        return entries;
    }

    private static string Join(string folder, string name) => folder.EndsWith('/') ? folder + name : $"{folder}/{name}";
}
