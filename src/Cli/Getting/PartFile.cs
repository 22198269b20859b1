namespace HiPerf.Cli.Getting;

/// <summary>A file that appears under its name only when it is whole: written beside it, renamed over it in one step.</summary>
/// <remarks>A link stays, its target is written. What is there and no regular file (a device, a pipe) is written into: renaming over
/// it would take <c>/dev/null</c> from the whole machine.</remarks>
internal sealed class PartFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string? _part;
    private bool _committed;

    private PartFile(string path, string? part, FileStream stream)
    {
        _path = path;
        _part = part;
        Stream = stream;
    }

    /// <summary>Takes the content.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins a file beside the one it becomes.</summary>
    /// <exception cref="IOException">There is no such folder, or the name is a folder's.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static PartFile Create(string path)
    {
        string full = Path.GetFullPath(path);
        switch (RegularFile.KindOf(full))
        {
            case EntryKind.Folder:
                throw new IOException($"{path} is a folder.");
            case EntryKind.Other:
                return new PartFile(full, part: null, new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
            default:
                if (new FileInfo(full).LinkTarget is not null)
                {
                    full = File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
                }

                break;
        }

        string folder = Path.GetDirectoryName(full)!;
        // Else the sentence would name the file beside it, which nobody asked for.
        if (!Directory.Exists(folder))
        {
            throw new IOException($"There is no folder {folder}.");
        }

        string part = Path.Combine(folder, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}.part");
        return new PartFile(full, part, new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    /// <summary>Gives the file its name.</summary>
    public async ValueTask CommitAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        if (_part is not null)
        {
            File.Move(_part, _path, overwrite: true);
        }

        _committed = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        if (!_committed && _part is not null)
        {
            File.Delete(_part);
        }
    }
}
