namespace HiPerf;

/// <summary>Reads a local folder; the system's calls are synchronous. Each is made when its entry is asked for.</summary>
internal sealed class LocalDirectoryReader : IDirectoryReader
{
    private readonly InternetUrl _url;
    private readonly IEnumerator<FileSystemInfo> _entries;

    /// <summary>Opens the folder.</summary>
    /// <param name="url">Its URL.</param>
    /// <param name="path">Its path in the local system's own form.</param>
    /// <exception cref="InternetException">It may not be read.</exception>
    public LocalDirectoryReader(InternetUrl url, string path)
    {
        _url = url;
        Folder = InternetUrl.Parse("file://" + url.Path + (url.Path.EndsWith('/') ? string.Empty : "/"));
        try
        {
            _entries = new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions
            {
                AttributesToSkip = FileAttributes.None,
                IgnoreInaccessible = false,
            }).GetEnumerator();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.FromSystem(url, e)!;
        }
    }

    /// <summary>The folder's URL, which ends in a slash.</summary>
    public InternetUrl Folder { get; }

    /// <inheritdoc/>
    public InternetEntry Current => Describe(_entries.Current);

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return _entries.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.FromSystem(_url, e)!;
        }
    }

    /// <inheritdoc/>
    public bool TryMoveNext(out bool moved)
    {
        moved = MoveNext();
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        // Off the caller's stack first: a large folder is read step by step, not in the call.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        cancellationToken.ThrowIfCancellationRequested();
        return MoveNext();
    }

    /// <inheritdoc/>
    public void Close() => _entries.Dispose();

    /// <inheritdoc/>
    public ValueTask CloseAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing to do: no move waits for a peer.</summary>
    public void Abort()
    {
    }

    // A link is told by what it leads to, as opening it would; what is neither file nor folder, or leads nowhere, has no length.
    private LocalEntry Describe(FileSystemInfo info)
    {
        EntryKind kind = RegularFile.KindOf(info.FullName);
        var isFolder = kind == EntryKind.Folder;
        var url = InternetUrl.Parse(Folder.Href + Uri.EscapeDataString(info.Name) + (isFolder ? "/" : string.Empty));
        FileSystemInfo target = kind == EntryKind.Missing || info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
        long? length = kind == EntryKind.File && target is FileInfo { Exists: true } file ? file.Length : null;
        return new LocalEntry(info.Name, url, isFolder, length, target.Exists ? new DateTimeOffset(target.LastWriteTimeUtc) : null, info.FullName);
    }
}
