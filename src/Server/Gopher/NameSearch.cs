using System.Text;
using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>One search over the names below a folder: an entry is found whose name holds every word, letters of either case alike.</summary>
/// <remarks>RFC 1436 section 2, the example of a full-text search. Folders are walked in the order of their menus, links to folders too, each folder once.</remarks>
/// <param name="root">The root.</param>
/// <param name="folder">The plain name of the folder.</param>
/// <param name="words">What is looked for; one at least.</param>
/// <param name="options">The limits.</param>
/// <param name="origin">The server as the menu names it.</param>
internal sealed class NameSearch(VirtualRoot root, byte[] folder, string[] words, GopherFolderOptions options, GopherOrigin origin)
{
    // What is shown and what is sent stand on one line.
    private const int LongestDisplay = 1024;

    private readonly MenuText _menu = new(origin, options.OffersGopherPlus ? GopherPlusMark.Plus : GopherPlusMark.None, options.MaxSearchResults);
    private readonly HashSet<(ulong Device, ulong Inode)> _walked = [];
    private int _entriesLeft = options.MaxSearchEntries;

    /// <summary>Splits what a client sent into words: at spaces and commas, as old clients part them.</summary>
    public static string[] WordsOf(ReadOnlySpan<byte> sent) =>
        Encoding.UTF8.GetString(sent).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Searches; what cannot be read is passed by.</summary>
    /// <param name="cancellationToken">Ends the search early: the client is gone.</param>
    /// <returns>The menu of what was found.</returns>
    public byte[] Run(CancellationToken cancellationToken)
    {
        Walk(folder, options.MaxSearchDepth, cancellationToken);
        return _menu.End();
    }

    private void Walk(byte[] name, int depth, CancellationToken cancellationToken)
    {
        var parent = new FolderMenu(root, name);
        foreach (var entry in List(name))
        {
            var octets = Encoding.UTF8.GetBytes(entry.Name);
            var below = parent.NameOf(octets);
            if (Array.TrueForAll(words, word => entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                var path = below.AsSpan(folder.Length == 0 ? 0 : folder.Length + 1);
                parent.Add(_menu, in entry, below, path.Length <= LongestDisplay ? path : octets);
            }

            if (entry.IsFolder && !_menu.IsCut && !cancellationToken.IsCancellationRequested)
            {
                if (depth > 1)
                {
                    Walk(below, depth - 1, cancellationToken);
                }
                else
                {
                    _menu.Cut();
                }
            }
        }
    }

    // Sorted folder by folder; what the limit leaves out is said in the menu's last line.
    private FolderEntry[] List(byte[] name)
    {
        if (_entriesLeft <= 0)
        {
            _menu.Cut();
            return [];
        }

        var path = root.PathOf(name);
        try
        {
            using var handle = root.Open(path, out var facts);
            if (facts.Kind != FileKind.Folder || (facts.Inode != 0 && !_walked.Add((facts.Device, facts.Inode))))
            {
                return [];
            }

            var entries = root.Enumerate(handle, path).Take(_entriesLeft + 1).ToArray();
            if (entries.Length > _entriesLeft)
            {
                _menu.Cut();
                entries = entries[.._entriesLeft];
            }

            _entriesLeft -= entries.Length;
            Array.Sort(entries, VirtualRoot.CompareEntries);
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
