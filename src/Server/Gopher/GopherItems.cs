using System.Collections.Frozen;
using System.Text;
using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>What stands under a name, as RFC 1436 sends it: a menu or a file. What is small and settled is kept as it goes over the wire.</summary>
internal sealed class GopherItems
{
    private readonly GopherFolderOptions _options;
    private readonly VirtualRoot _root;
    private readonly HotCache<HotAnswer> _hot;
    private readonly GopherErrors _errors;
    private readonly TimeProvider _clock;
    private readonly GopherPlusMark _mark;
    private readonly byte[] _caps;

    public GopherItems(GopherFolderOptions options, VirtualRoot root, GopherErrors errors, TimeProvider clock)
    {
        _options = options;
        _root = root;
        _errors = errors;
        _clock = clock;
        _hot = new HotCache<HotAnswer>(options.MaxHotAnswers, static answer => answer.Cost);
        _mark = options.OffersGopherPlus ? GopherPlusMark.Plus : GopherPlusMark.None;
        _caps = CapsText.Make(options.Administrator);
        Administrator = options.Administrator is null ? null : GopherContact.Of(options.Administrator);
    }

    /// <summary>Who looks after the items; null for nobody.</summary>
    public GopherContact? Administrator { get; }

    /// <summary>Finds an item.</summary>
    /// <param name="name">Its plain name.</param>
    /// <param name="key">The name, and behind it what tells the origin from others.</param>
    /// <param name="origin">The server as menus name it.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public GopherAnswer Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, GopherOrigin origin)
    {
        if (_hot.TryFind(key, out var hot))
        {
            if (hot.IsCurrent(_root))
            {
                return new GopherAnswer(hot.Octets);
            }

            _hot.Remove(key);
        }

        var path = _root.PathOf(name);
        var handle = _root.Open(path, out var facts);
        if (facts.Kind == FileKind.File)
        {
            return FileAnswer(handle!, name, key, path, in facts);
        }

        using (handle)
        {
            if (facts.Kind == FileKind.Folder)
            {
                var menu = new MenuText(origin, _mark, _options.MaxMenuItems);
                var map = AddItems(menu, handle, name, path);
                return Keep(key, new HotAnswer(path, facts, map.Path, map.Facts, menu.End()));
            }
        }

        return name.SequenceEqual(CapsText.Name) ? new GopherAnswer(_caps) : _errors.Of(GopherFault.NotFound);
    }

    /// <summary>Adds the items of a folder: those of its gophermap, else what is in it.</summary>
    /// <param name="menu">Takes them.</param>
    /// <param name="folder">The opened folder.</param>
    /// <param name="name">Its plain name.</param>
    /// <param name="path">Its full path.</param>
    /// <returns>The gophermap, and what a look at it told; no path where there is none.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public (byte[]? Path, FileFacts Facts) AddItems(MenuSink menu, SafeFileHandle? folder, ReadOnlySpan<byte> name, byte[] path)
    {
        var entries = new FolderMenu(_root, name);
        var mapPath = _root.PathOf(entries.NameOf(FolderMenu.MapNameOctets));
        using var map = _root.Open(mapPath, out var facts);
        if (facts.Kind != FileKind.File)
        {
            entries.AddEntries(folder, path, menu, FrozenSet<string>.Empty, _options.MaxMenuItems);
            if (_options.OffersSearch)
            {
                menu.AddSearch("Search by name"u8, FolderMenu.SelectorOf(name, isFolder: true));
            }

            return (null, default);
        }

        var length = (int)Math.Min(facts.Length, _options.MaxGophermap);
        ReadOnlySpan<byte> text = FileOctets.TryRead(map!, length) ?? throw new IOException("The gophermap became shorter while it was read.");
        if (length < facts.Length)
        {
            // The line that the limit falls into is no line.
            text = text[..(text.LastIndexOf((byte)'\n') + 1)];
        }

        var lines = new Gophermap(_root, name.ToArray(), menu);
        if (lines.AddLines(text))
        {
            entries.AddEntries(folder, path, menu, lines.Named, _options.MaxMenuItems);
        }
        else if (length < facts.Length && !lines.HasEnded)
        {
            menu.Cut();
        }

        return (mapPath, facts);
    }

    /// <summary>The type of a file.</summary>
    /// <param name="name">Its plain name.</param>
    /// <param name="file">The opened file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GopherItemType TypeOf(ReadOnlySpan<byte> name, SafeFileHandle file) =>
        FileTypes.TryFind(Encoding.UTF8.GetString(name), out var known) ? known : FileTypes.Look(file);

    private GopherAnswer FileAnswer(SafeFileHandle handle, ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, byte[] path, in FileFacts facts)
    {
        var isSent = false;
        try
        {
            var isText = FileTypes.IsText(TypeOf(name, handle));
            if (facts.Length <= _options.MaxHotAnswer && facts.IsSettled(_clock.GetUtcNow().UtcTicks) && FileOctets.TryRead(handle, (int)facts.Length) is { } octets)
            {
                return Keep(key, new HotAnswer(path, facts, null, default, isText ? FileOctets.Encode(octets) : octets));
            }

            isSent = true;
            return new GopherAnswer(default, handle, facts.Length, isText);
        }
        finally
        {
            if (!isSent)
            {
                handle.Dispose();
            }
        }
    }

    private GopherAnswer Keep(ReadOnlySpan<byte> key, HotAnswer answer)
    {
        var now = _clock.GetUtcNow().UtcTicks;
        if (answer.Octets.Length <= _options.MaxHotAnswer && answer.Facts.IsSettled(now) && (answer.MapPath is null || answer.MapFacts.IsSettled(now)) && answer.IsCurrent(_root))
        {
            _hot.Keep(key.ToArray(), answer);
        }

        return new GopherAnswer(answer.Octets);
    }
}
