// Where names from a peer become local paths. Each component below the root is looked at each time something is written, made or removed: a plain name, and
// a real folder, never a link, whoever planted it (CVE-2014-4877). The look and the use are two calls; nobody but this machine's own users can come between.
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>A local folder that paths relative to it cannot leave.</summary>
/// <param name="path">The folder, the caller's: links on the way to it are his.</param>
internal sealed class LocalRoot(string path)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The folder itself, or one within.</summary>
    /// <exception cref="MirrorException">AccessDenied: a name is not plain, or a component is a link. NotFound: one is no folder.</exception>
    public string Folder(string relative)
    {
        if (relative.Length == 0)
        {
            return Directory.Exists(_root) ? _root : throw MirrorErrors.NotFolder(_root);
        }

        var folder = _root;
        foreach (var range in relative.AsSpan().Split('/'))
        {
            var name = relative.AsSpan(range);
            if (!MirrorPath.IsPlain(name, PlainNameRules.None))
            {
                throw MirrorErrors.BadName(relative, MirrorReason.BadName);
            }

            folder = Path.Join(folder, name);
            var info = new DirectoryInfo(folder);
            if (IsLink(info))
            {
                throw MirrorErrors.Link(relative);
            }

            if (!info.Exists)
            {
                throw MirrorErrors.NotFolder(relative);
            }
        }

        return folder;
    }

    /// <summary>A path within a real folder; what is there is not looked at.</summary>
    /// <inheritdoc cref="Folder"/>
    public string Entry(string relative) => MirrorPath.IsPlain(MirrorPath.NameOf(relative), PlainNameRules.None)
        ? Path.Join(Folder(MirrorPath.FolderOf(relative)), MirrorPath.NameOf(relative))
        : throw MirrorErrors.BadName(relative, MirrorReason.BadName);

    /// <summary>A path at which a file may be written: none is there, or a real file.</summary>
    /// <inheritdoc cref="Folder"/>
    public string File(string relative)
    {
        var full = Entry(relative);
        return IsLink(new FileInfo(full)) ? throw MirrorErrors.Link(relative) : full;
    }

    /// <summary>Makes the root.</summary>
    public void Create() => Directory.CreateDirectory(_root);

    /// <summary>Whether the root is there.</summary>
    public bool Exists => Directory.Exists(_root);

    /// <summary>Whether an entry is a link, a broken one too.</summary>
    public static bool IsLink(FileSystemInfo info) => info.LinkTarget is not null || (info.Exists && (info.Attributes & FileAttributes.ReparsePoint) != 0);
}
