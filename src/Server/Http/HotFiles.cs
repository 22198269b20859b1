using System.Diagnostics.CodeAnalysis;

namespace HiPerf.Server;

/// <summary>Keeps small files in memory, so that a request for one opens nothing and allocates nothing.</summary>
/// <remarks>Opening a file costs a SafeFileHandle and four system calls; a look costs one and no memory. A copy is used only after a look that
/// tells exactly what the one before it was read told: device, inode, length, times of last write and of last change.</remarks>
internal sealed class HotFiles(VirtualRoot root, int maxFile, long budget)
{
    private readonly HotCache<HotFile> _cache = new(budget, static file => file.Content.Length + file.Head.Length + file.Path.Length);

    /// <summary>Finds a current copy of what a name stands for.</summary>
    /// <param name="name">The plain name.</param>
    /// <param name="looked">The copy that the last look, since the request's octets came in, found current; a second look would tell no more.</param>
    /// <param name="file">The copy.</param>
    public bool TryFind(ReadOnlySpan<byte> name, ref HotFile? looked, [NotNullWhen(true)] out HotFile? file)
    {
        if (!_cache.TryFind(name, out file))
        {
            return false;
        }

        if (ReferenceEquals(file, looked))
        {
            return true;
        }

        if (root.Look(file.Path) == file.Facts)
        {
            looked = file;
            return true;
        }

        _cache.Remove(name);
        file = null;
        return false;
    }

    /// <summary>Whether a file of this kind is worth keeping.</summary>
    /// <param name="facts">The file.</param>
    /// <param name="now">Ticks, UTC.</param>
    public bool IsKept(in FileFacts facts, long now) => facts.Length <= maxFile && facts.IsSettled(now);

    /// <summary>Keeps a copy.</summary>
    public void Keep(byte[] name, HotFile file) => _cache.Keep(name, file);
}
