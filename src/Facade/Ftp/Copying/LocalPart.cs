// The octets of a file on their way: they lie beside the target under another name, and get its name in one step when they are whole. The name is opened
// so that what lies there is never followed or shared: a new file, or the regular file an earlier attempt left.
namespace HiPerf.Ftp;

/// <summary>A local file that is being written and is not there yet.</summary>
internal sealed class LocalPart : IDisposable
{
    private readonly string _path;

    private LocalPart(string path, FileStream stream)
    {
        _path = path;
        Stream = stream;
    }

    /// <summary>Takes the octets.</summary>
    public FileStream Stream { get; }

    /// <summary>Begins anew; what an earlier attempt left, and were it a link, is removed.</summary>
    public static LocalPart Create(string path)
    {
        File.Delete(path);
        return new LocalPart(path, Open(path, FileMode.CreateNew));
    }

    /// <summary>Goes on with what an earlier attempt left; null when that is none.</summary>
    public static LocalPart? Continue(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.LinkTarget is not null || RegularFile.KindOf(path) != EntryKind.File)
        {
            return null;
        }

        var stream = Open(path, FileMode.Open);
        if (RegularFile.IsRegular(stream.SafeFileHandle))
        {
            return new LocalPart(path, stream);
        }

        stream.Dispose();
        return null;
    }

    /// <summary>Gives the file its time and its name.</summary>
    /// <param name="target">The name.</param>
    /// <param name="overwrite">Whether a file of that name is replaced.</param>
    /// <param name="time">When it was last written; null leaves now.</param>
    /// <param name="durable">Whether the octets are on the disk before the name is.</param>
    /// <exception cref="IOException">There is such a file, or it cannot be written.</exception>
    public async ValueTask CommitAsync(string target, bool overwrite, DateTimeOffset? time, bool durable)
    {
        if (durable)
        {
            // The call waits for the disk; there is none that does not.
            await Task.Run(() => Stream.Flush(flushToDisk: true)).ConfigureAwait(false);
        }

        if (time is { } known)
        {
            File.SetLastWriteTimeUtc(Stream.SafeFileHandle, known.UtcDateTime);
        }

        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_path, target, overwrite);
    }

    /// <summary>Closes and removes it; never throws.</summary>
    public void Discard()
    {
        try
        {
            Stream.Dispose();
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error on the way here is the one to tell.
        }
    }

    /// <summary>Closes it; it stays.</summary>
    public void Dispose() => Stream.Dispose();

    // Unbuffered: whole buffers are written.
    private static FileStream Open(string path, FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });
}
