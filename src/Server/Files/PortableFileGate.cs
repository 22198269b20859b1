using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The gate of systems other than Linux, by the base library alone: every link on the way is resolved before and after the open.</summary>
/// <remarks>Weaker than <see cref="LinuxFileGate"/>: it cannot tell a FIFO from a file, and a link that stands only between the two checks passes.</remarks>
internal sealed class PortableFileGate : FileGate
{
    public override FileFacts Look(byte[] path) => LookAt(TextOf(path));

    public override SafeFileHandle? Open(byte[] path, string root, out FileFacts facts)
    {
        facts = default;
        var text = TextOf(path);
        try
        {
            if (!IsWithin(Resolve(text), root))
            {
                return null;
            }

            var seen = LookAt(text);
            if (seen.Kind == FileKind.Folder)
            {
                facts = seen;
            }

            if (seen.Kind != FileKind.File)
            {
                return null;
            }

            var handle = File.OpenHandle(text, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!IsWithin(Resolve(text), root))
            {
                handle.Dispose();
                return null;
            }

            facts = seen with { Length = RandomAccess.GetLength(handle), Modified = File.GetLastWriteTimeUtc(handle).Ticks };
            return handle;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            facts = default;
            return null;
        }
    }

    public override string EnumerationPath(SafeFileHandle? folder, string path) => path;

    public override string FinalPath(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        return Resolve(Path.GetFullPath(folder));
    }

    private static string TextOf(byte[] path) => Encoding.UTF8.GetString(path.AsSpan(0, path.Length - 1));

    private static FileFacts LookAt(string path)
    {
        FileSystemInfo? info = new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            info = info.ResolveLinkTarget(returnFinalTarget: true);
        }

        if (info is null || (int)info.Attributes == -1)
        {
            return default;
        }

        var folder = info.Attributes.HasFlag(FileAttributes.Directory);
        return new FileFacts(folder ? FileKind.Folder : FileKind.File, folder ? 0 : new FileInfo(info.FullName).Length, info.LastWriteTimeUtc.Ticks, 0, 0, 0);
    }

    // Resolves link by link from the top: a link may stand in the middle of the path, and lead to a path with links of its own.
    private static string Resolve(string path)
    {
        const int MaxLinks = 40;
        for (var links = 0; links <= MaxLinks; links++)
        {
            if (!TryReplaceFirstLink(path, out var replaced))
            {
                return path;
            }

            path = replaced;
        }

        throw new IOException("There are too many links in the path.");
    }

    private static bool TryReplaceFirstLink(string path, out string replaced)
    {
        var top = Path.GetPathRoot(path)!;
        for (var end = path.IndexOf(Path.DirectorySeparatorChar, top.Length); ; end = path.IndexOf(Path.DirectorySeparatorChar, end + 1))
        {
            var part = end < 0 ? path : path[..end];
            if (new FileInfo(part).LinkTarget is { } target)
            {
                replaced = Path.GetFullPath(Path.Join(Path.GetFullPath(target, Path.GetDirectoryName(part)!), end < 0 ? null : path[end..]));
                return true;
            }

            if (end < 0)
            {
                break;
            }
        }

        replaced = path;
        return false;
    }
}
