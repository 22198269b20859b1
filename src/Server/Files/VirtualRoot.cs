using System.Buffers;
using System.IO.Enumeration;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>One folder of the file system as the root of what a server shows: nothing outside it is ever opened.</summary>
/// <remarks>Names come from <see cref="VirtualPath"/>. Links are followed as long as they end below the root; regular files and folders alone are served.
/// A hard link to a file elsewhere cannot be told from the file and is served.</remarks>
public sealed class VirtualRoot
{
    private readonly FileGate _gate;
    private readonly byte[] _prefix;

    /// <summary>Takes a folder as root.</summary>
    /// <param name="folder">The folder; links in its own path are resolved now, once.</param>
    /// <param name="serveHidden">Whether names that begin with a dot are served and listed.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public VirtualRoot(string folder, bool serveHidden = false)
        : this(folder, serveHidden, FileGate.ForThisSystem)
    {
    }

    internal VirtualRoot(string folder, bool serveHidden, FileGate gate)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _gate = gate;
        Folder = gate.FinalPath(folder);
        ServesHidden = serveHidden;
        _prefix = Encoding.UTF8.GetBytes(Folder.EndsWith(Path.DirectorySeparatorChar) ? Folder : Folder + Path.DirectorySeparatorChar);
    }

    /// <summary>The root's own path, every link resolved.</summary>
    public string Folder { get; }

    /// <summary>Whether names that begin with a dot are served and listed.</summary>
    public bool ServesHidden { get; }

    /// <summary>Decodes a request path by the rules of this root.</summary>
    /// <inheritdoc cref="VirtualPath.Normalize"/>
    public VirtualPathStatus Normalize(ReadOnlySpan<byte> path, Span<byte> destination, out int length) =>
        VirtualPath.Normalize(path, destination, out length, ServesHidden, OperatingSystem.IsWindows());

    /// <summary>The full path of a name, ended by a NUL.</summary>
    internal byte[] PathOf(ReadOnlySpan<byte> name)
    {
        name = name.TrimEnd((byte)'/');
        var path = new byte[_prefix.Length + name.Length + 1];
        _prefix.CopyTo(path, 0);
        name.CopyTo(path.AsSpan(_prefix.Length));
        return path;
    }

    /// <summary>Looks again at a path that was opened before.</summary>
    internal FileFacts Look(byte[] path) => _gate.Look(path);

    /// <summary>Opens what a path stands for, if that is served.</summary>
    internal SafeFileHandle? Open(byte[] path, out FileFacts facts) => _gate.Open(path, Folder, out facts);

    /// <summary>Resolves a path that is not escaped by the rules of this root.</summary>
    /// <inheritdoc cref="RawPath.Resolve"/>
    internal VirtualPathStatus Resolve(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> path, Span<byte> destination, out int length) =>
        RawPath.Resolve(folder, path, destination, out length, ServesHidden, OperatingSystem.IsWindows());

    /// <summary>Lists a folder: folders first, then by name; what cannot be asked for by a request is left out.</summary>
    /// <param name="folder">The opened folder.</param>
    /// <param name="path">Its full path, as it was opened.</param>
    internal FolderEntry[] List(SafeFileHandle? folder, byte[] path)
    {
        var entries = Enumerate(folder, path).ToArray();
        Array.Sort(entries, CompareEntries);
        return entries;
    }

    /// <summary>Orders entries: folders first, then by name.</summary>
    internal static int CompareEntries(FolderEntry a, FolderEntry b) =>
        a.IsFolder != b.IsFolder ? b.IsFolder.CompareTo(a.IsFolder) : string.CompareOrdinal(a.Name, b.Name);

    /// <summary>Lists a folder as it comes, one entry at a time; what cannot be asked for by a request is left out.</summary>
    /// <param name="folder">The opened folder; it must stay open meanwhile.</param>
    /// <param name="path">Its full path, as it was opened.</param>
    internal IEnumerable<FolderEntry> Enumerate(SafeFileHandle? folder, byte[] path)
    {
        var parent = _gate.EnumerationPath(folder, Encoding.UTF8.GetString(path.AsSpan(0, path.Length - 1)));
        return new FileSystemEnumerable<FolderEntry>(parent, (ref FileSystemEntry entry) => EntryOf(ref entry), s_everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => IsAddressable(entry.FileName) && (ServesHidden || entry.FileName[0] != '.'),
        }.Where(static entry => entry.Name.Length > 0);
    }

    // A link is shown only if it leads to something that would be served: its target's size and date are nobody's business otherwise.
    private FolderEntry EntryOf(ref FileSystemEntry entry)
    {
        var path = Encoding.UTF8.GetBytes(entry.ToFullPath() + "\0");
        FileFacts facts;
        if ((entry.Attributes & FileAttributes.ReparsePoint) == 0)
        {
            facts = _gate.Look(path);
        }
        else
        {
            using var handle = _gate.Open(path, Folder, out facts);
        }

        return facts.Kind == FileKind.None
            ? new FolderEntry(string.Empty, 0, default, false)
            : new FolderEntry(entry.FileName.ToString(), facts.Length, new DateTime(facts.Modified, DateTimeKind.Utc), facts.Kind == FileKind.Folder);
    }

    // U+FFFD stands where a name is no UTF-8: the name that was read is then not the name that is there.
    private static bool IsAddressable(ReadOnlySpan<char> name) => !name.ContainsAny(s_unaddressable);

    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private static readonly SearchValues<char> s_unaddressable = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Concat(Enumerable.Range(0x7F, 33)).Select(static c => (char)c), '\\', '\uFFFD']);
}
