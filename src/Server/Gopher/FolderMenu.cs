using System.Text;
using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>The items of one folder: folders first, then by name, each under its path from the root.</summary>
/// <param name="root">The root.</param>
/// <param name="folder">The folder's plain name.</param>
internal sealed class FolderMenu(VirtualRoot root, ReadOnlySpan<byte> folder)
{
    /// <summary>The file that is a folder's menu, written by hand; no menu shows it.</summary>
    public const string MapName = "gophermap";

    /// <summary>The same in octets.</summary>
    public static ReadOnlySpan<byte> MapNameOctets => "gophermap"u8;

    private readonly byte[] _folder = folder.ToArray();

    /// <summary>Adds what is in the folder, as far as the menu takes it.</summary>
    /// <param name="handle">The opened folder.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="menu">Takes the items.</param>
    /// <param name="without">Names that are left out.</param>
    /// <param name="maxItems">Entries that are read, in the file system's order; one more cuts the menu.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public void AddEntries(SafeFileHandle? handle, byte[] path, MenuSink menu, IReadOnlySet<string> without, int maxItems)
    {
        var entries = root.Enumerate(handle, path).Where(entry => entry.Name != MapName && !without.Contains(entry.Name)).Take(maxItems + 1).ToArray();
        if (entries.Length > maxItems)
        {
            menu.Cut();
            entries = entries[..maxItems];
        }

        Array.Sort(entries, VirtualRoot.CompareEntries);
        foreach (var entry in entries)
        {
            var display = Encoding.UTF8.GetBytes(entry.Name);
            Add(menu, in entry, NameOf(display), display);
        }
    }

    /// <summary>Adds one entry; one whose path is longer than any request's is left out.</summary>
    /// <param name="menu">Takes the item.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="name">Its plain name.</param>
    /// <param name="display">What is shown.</param>
    public void Add(MenuSink menu, in FolderEntry entry, byte[] name, ReadOnlySpan<byte> display)
    {
        if (name.Length < RawPath.MaxLength)
        {
            menu.AddEntry(TypeOf(in entry, name), display, SelectorOf(name, entry.IsFolder), in entry);
        }
    }

    /// <summary>The plain name of an entry of the folder.</summary>
    public byte[] NameOf(ReadOnlySpan<byte> entry) => _folder.Length == 0 ? entry.ToArray() : [.. _folder, (byte)'/', .. entry];

    /// <summary>The selector of a plain name: a folder's ends in a slash.</summary>
    public static byte[] SelectorOf(ReadOnlySpan<byte> name, bool isFolder) => isFolder && !name.IsEmpty ? [(byte)'/', .. name, (byte)'/'] : [(byte)'/', .. name];

    private GopherItemType TypeOf(in FolderEntry entry, byte[] name)
    {
        if (entry.IsFolder)
        {
            return GopherItemType.Menu;
        }

        if (FileTypes.TryFind(entry.Name, out var type))
        {
            return type;
        }

        using var file = root.Open(root.PathOf(name), out var facts);
        try
        {
            return facts.Kind == FileKind.File ? FileTypes.Look(file!) : GopherItemType.Binary;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GopherItemType.Binary;
        }
    }
}
