using System.Runtime.CompilerServices;

namespace HiPerf;

/// <summary>Lists local folders. The system's call is synchronous; each entry is handed out as it comes.</summary>
internal static class LocalFolder
{
    public static IAsyncEnumerable<InternetEntry> Enumerate(InternetUrl url, CancellationToken cancellationToken)
    {
        var path = LocalFile.LocalPath(url);
        return RegularFile.KindOf(path) switch
        {
            EntryKind.Missing => throw FileErrors.NotFound(url),
            EntryKind.Folder => EnumerateAsync(url, path, cancellationToken),
            _ => throw FileErrors.NotFolder(url),
        };
    }

    private static async IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetUrl url, string path,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Off the caller's stack first: a large folder is read step by step, not in the call.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var root = "file://" + url.Path + (url.Path.EndsWith('/') ? string.Empty : "/");
        using var entries = Begin(url, path);
        while (MoveNext(url, entries))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Describe(root, entries.Current);
        }
    }

    private static IEnumerator<FileSystemInfo> Begin(InternetUrl url, string path)
    {
        try
        {
            return new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions
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

    private static bool MoveNext(InternetUrl url, IEnumerator<FileSystemInfo> entries)
    {
        try
        {
            return entries.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.FromSystem(url, e)!;
        }
    }

    // A link is told by what it leads to, as opening it would; what is neither file nor folder, or leads nowhere, has no length.
    private static LocalEntry Describe(string root, FileSystemInfo info)
    {
        EntryKind kind = RegularFile.KindOf(info.FullName);
        var isFolder = kind == EntryKind.Folder;
        var url = InternetUrl.Parse(root + Uri.EscapeDataString(info.Name) + (isFolder ? "/" : string.Empty));
        FileSystemInfo target = kind == EntryKind.Missing || info.LinkTarget is null ? info : info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
        long? length = kind == EntryKind.File && target is FileInfo { Exists: true } file ? file.Length : null;
        return new LocalEntry(info.Name, url, isFolder, length, target.Exists ? new DateTimeOffset(target.LastWriteTimeUtc) : null, info.FullName);
    }
}
