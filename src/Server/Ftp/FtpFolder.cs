using HiPerf.Ftp;

namespace HiPerf.Server;

/// <summary>What FTP's commands find in the folder. A name is plain: resolved, no slash at either end, empty for the root.</summary>
internal sealed class FtpFolder(FtpFolderOptions options, TimeProvider clock)
{
    private readonly VirtualRoot _root = new(options.Folder, options.ServesHidden);
    private HotFiles? _hot;

    private HotFiles Hot => _hot ??= new HotFiles(_root, options.MaxHotFile, options.MaxHotFiles);

    /// <summary>Resolves the path of a command.</summary>
    /// <inheritdoc cref="RawPath.Resolve"/>
    public VirtualPathStatus Resolve(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> path, Span<byte> destination, out int length) =>
        _root.Resolve(folder, path, destination, out length);

    /// <summary>Tells what a name stands for; Kind is None for what is not served.</summary>
    public FileFacts Look(ReadOnlySpan<byte> name)
    {
        HotFile? looked = null;
        if (Hot.TryFind(name, ref looked, out var hot))
        {
            return hot.Facts;
        }

        using var handle = _root.Open(_root.PathOf(name), out var facts);
        return facts;
    }

    /// <summary>Opens a file for RETR.</summary>
    /// <param name="name">The name.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="source">The file from there; null unless found.</param>
    /// <returns>What the name stands for. A file without source is shorter than the offset.</returns>
    public FileKind OpenFile(ReadOnlySpan<byte> name, long offset, out TransferSource? source)
    {
        source = null;
        HotFile? looked = null;
        if (Hot.TryFind(name, ref looked, out var hot))
        {
            source = offset > hot.Content.Length ? null : new MemorySource(hot.Content.AsMemory((int)offset));
            return FileKind.File;
        }

        var path = _root.PathOf(name);
        var handle = _root.Open(path, out var facts);
        if (facts.Kind != FileKind.File || offset > facts.Length)
        {
            handle?.Dispose();
            return facts.Kind;
        }

        source = new FileSource(handle!, offset, facts.Length - offset);
        if (Hot.IsKept(in facts, clock.GetUtcNow().UtcTicks) && TryReadHot(path, in facts, out var content))
        {
            source.Dispose();
            Hot.Keep(name.ToArray(), new HotFile(path, facts, string.Empty, s_none, [], content));
            source = new MemorySource(content.AsMemory((int)offset));
        }

        return FileKind.File;

        bool TryReadHot(byte[] path, in FileFacts facts, out byte[] content)
        {
            content = new byte[facts.Length];
            var read = 0;
            try
            {
                while (read < content.Length && RandomAccess.Read(handle!, content.AsSpan(read), read) is > 0 and var count)
                {
                    read += count;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The transfer meets it again, and tells.
                return false;
            }

            return read == content.Length && _root.Look(path) == facts;
        }
    }

    /// <summary>Lists a folder, or the one file a name stands for.</summary>
    /// <param name="name">The name.</param>
    /// <param name="form">How.</param>
    /// <param name="facts">The facts of MLSD.</param>
    /// <param name="pattern">Names to list, empty for all.</param>
    /// <param name="source">The lines; null when there is nothing to list.</param>
    /// <returns>What the name stands for.</returns>
    public FileKind OpenListing(ReadOnlySpan<byte> name, ListingForm form, FtpFactNames facts, ReadOnlySpan<byte> pattern, out TransferSource? source)
    {
        source = null;
        var path = _root.PathOf(name);
        var handle = _root.Open(path, out var found);
        if (found.Kind != FileKind.Folder)
        {
            handle?.Dispose();
            if (found.Kind == FileKind.File && form != ListingForm.Facts && pattern.IsEmpty)
            {
                source = Lines(null, [found.EntryOf(name[(name.LastIndexOf((byte)'/') + 1)..])]);
            }

            return found.Kind;
        }

        try
        {
            source = Lines(handle, _root.Enumerate(handle, path), pattern.IsEmpty ? null : pattern.ToArray());
            handle = null;
            return FileKind.Folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileKind.None;
        }
        finally
        {
            handle?.Dispose();
        }

        ListingSource Lines(Microsoft.Win32.SafeHandles.SafeFileHandle? folder, IEnumerable<FolderEntry> entries, byte[]? pattern = null) =>
            new(folder, entries, form, facts, pattern, options.MaxSortedEntries, clock.GetUtcNow().UtcDateTime);
    }

    private static readonly Validators s_none = new(0, []);
}
