using System.Runtime.CompilerServices;

namespace HiPerf;

/// <summary>Lists local folders, and opens them as pages. The system's call is synchronous; each entry is handed out as it comes.</summary>
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

    /// <summary>Opens a folder as a page.</summary>
    /// <exception cref="NotSupportedException">Its raw form is asked for.</exception>
    /// <exception cref="InternetException">It may not be read.</exception>
    public static DirectoryFile Open(InternetUrl url, string path, DirectoryFormat format, object? context)
    {
        if (format == DirectoryFormat.Raw)
        {
            throw DirectoryErrors.NoRawForm(url);
        }

        var reader = new LocalDirectoryReader(url, path);
        try
        {
            return new DirectoryFile(url, reader.Folder, context, reader, reader.MoveNext());
        }
        catch
        {
            reader.Close();
            throw;
        }
    }

    private static async IAsyncEnumerable<InternetEntry> EnumerateAsync(InternetUrl url, string path,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Off the caller's stack first, as each later move is made by a call of its own.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var reader = new LocalDirectoryReader(url, path);
        try
        {
            while (reader.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return reader.Current;
            }
        }
        finally
        {
            reader.Close();
        }
    }
}
