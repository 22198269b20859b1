using System.Runtime.CompilerServices;
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>A local folder as one side of a mirror.</summary>
internal sealed class LocalEnd(LocalRoot root) : IMirrorEnd
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Where its files lie.</summary>
    public LocalRoot Root => root;

    /// <inheritdoc/>
    public bool KeepsTimes => true;

    /// <inheritdoc/>
    public bool IgnoresCase => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <inheritdoc/>
    public FtpHashAlgorithms Hashes => FtpHashAlgorithms.Sha512 | FtpHashAlgorithms.Sha384 | FtpHashAlgorithms.Sha256 | FtpHashAlgorithms.Sha1 | FtpHashAlgorithms.Md5 | FtpHashAlgorithms.Crc32;

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) => new(root.Exists);

    /// <inheritdoc/>
    public async IAsyncEnumerable<MirrorListed> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Off the caller's stack first: a large folder is read step by step, not in the call.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        foreach (var info in new DirectoryInfo(root.Folder(folder)).EnumerateFileSystemInfos("*", Everything))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Describe(info);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> HashAsync(string path, FtpHashAlgorithms algorithm, CancellationToken cancellationToken)
    {
        var file = OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            return await CopyDigest.OfFileAsync(file, algorithm, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Opens a real file for reading.</summary>
    public FileStream OpenRead(string path)
    {
        var full = root.File(path);
        if (RegularFile.KindOf(full) != EntryKind.File)
        {
            throw CopyErrors.LocalNotRegular(full);
        }

        return new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }

    /// <inheritdoc/>
    public ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Length == 0)
        {
            root.Create();
            return default;
        }

        var full = root.Entry(path);
        if (LocalRoot.IsLink(new DirectoryInfo(full)))
        {
            throw MirrorErrors.Link(path);
        }

        _ = Directory.CreateDirectory(full);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken)
    {
        var full = root.Entry(path);

        // A link to a folder is one on Windows.
        if (OperatingSystem.IsWindows() && Directory.Exists(full))
        {
            Directory.Delete(full);
        }
        else
        {
            File.Delete(full);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask DeleteDirectoryAsync(string path, CancellationToken cancellationToken)
    {
        // Gone already, as a file may be: by an execution that was cut short before its note, or by somebody else.
        if (Path.Exists(root.Entry(path)))
        {
            Directory.Delete(root.Folder(path));
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private static MirrorListed Describe(FileSystemInfo info)
    {
        var type = LocalRoot.IsLink(info) ? FtpEntryType.Link
            : info is DirectoryInfo ? FtpEntryType.Directory
            : RegularFile.KindOf(info.FullName) == EntryKind.File ? FtpEntryType.File
            : FtpEntryType.Other;

        // Octets that are no UTF-8 are shown as U+FFFD: that name opens nothing.
        var isPlain = !info.Name.Contains('\uFFFD');
        return new MirrorListed(info.Name, isPlain, type, type == FtpEntryType.File ? ((FileInfo)info).Length : null,
            type == FtpEntryType.File ? new DateTimeOffset(info.LastWriteTimeUtc) : null, FtpTimePrecision.Second);
    }
}
