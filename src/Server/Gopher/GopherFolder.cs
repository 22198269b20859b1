using HiPerf.Gopher;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>Finds the answer to a request in a folder: a menu, a file, a search, or why not.</summary>
/// <remarks>A selector is a path from the root, in UTF-8, with or without its first slash, and nothing in it is ever executed.</remarks>
internal sealed class GopherFolder
{
    // A name and behind it what tells one origin from another.
    private const int LongestKey = RawPath.MaxLength + 512;

    private readonly GopherFolderOptions _options;
    private readonly VirtualRoot _root;
    private readonly HotCache<HotAnswer> _hot;
    private readonly TimeProvider _clock;
    private readonly GopherPlusMark _mark;

    public GopherFolder(GopherFolderOptions options, TimeProvider clock)
    {
        _options = options;
        _root = new VirtualRoot(options.Folder, options.ServesHidden);
        _hot = new HotCache<HotAnswer>(options.MaxHotAnswers, static answer => answer.Cost);
        _clock = clock;
        _mark = options.OffersGopherPlus ? GopherPlusMark.Plus : GopherPlusMark.None;
        Errors = new GopherErrors(options.Administrator);
    }

    /// <summary>What is answered where nothing is found.</summary>
    public GopherErrors Errors { get; }

    /// <summary>Finds the answer.</summary>
    /// <param name="line">The request line.</param>
    /// <param name="request">Its parts.</param>
    /// <param name="origin">The server as menus name it.</param>
    public GopherAnswer Find(ReadOnlySpan<byte> line, in GopherRequest request, GopherOrigin origin)
    {
        Span<byte> key = stackalloc byte[LongestKey];
        if (_root.Resolve(default, request.Selector.In(line), key[..RawPath.MaxLength], out var length) != VirtualPathStatus.Done)
        {
            return Errors.Of(GopherFault.NotFound);
        }

        try
        {
            if (request.HasSearch && _options.OffersSearch && IsFolder(key[..length]))
            {
                return Search(key[..length], request.Search.In(line), origin);
            }

            origin.Key.CopyTo(key[length..]);
            return FindItem(key[..length], key[..(length + origin.Key.Length)], origin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Errors.Of(GopherFault.NotReadable);
        }
    }

    private bool IsFolder(ReadOnlySpan<byte> name)
    {
        using var handle = _root.Open(_root.PathOf(name), out var facts);
        return facts.Kind == FileKind.Folder;
    }

    private GopherAnswer Search(ReadOnlySpan<byte> name, ReadOnlySpan<byte> sent, GopherOrigin origin)
    {
        var words = NameSearch.WordsOf(sent);
        return words.Length == 0 ? Errors.Of(GopherFault.NoWords)
            : words.Length > _options.MaxSearchWords ? Errors.Of(GopherFault.TooManyWords)
            : default(GopherAnswer) with { Search = new NameSearch(_root, name.ToArray(), words, _options, origin) };
    }

    private GopherAnswer FindItem(ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, GopherOrigin origin)
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
            return facts.Kind == FileKind.Folder ? MenuAnswer(handle, name, key, path, in facts, origin) : Errors.Of(GopherFault.NotFound);
        }
    }

    private GopherAnswer MenuAnswer(SafeFileHandle? handle, ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, byte[] path, in FileFacts facts, GopherOrigin origin)
    {
        var menu = new MenuText(origin, _options.MaxMenuItems);
        var folder = new FolderMenu(_root, name, _mark);
        folder.AddEntries(handle, path, menu, _options.MaxMenuItems);
        if (_options.OffersSearch)
        {
            menu.AddSearch("Search by name"u8, FolderMenu.SelectorOf(name, isFolder: true));
        }

        return Keep(key, new HotAnswer(path, facts, null, default, menu.End(), IsText: true));
    }

    private GopherAnswer FileAnswer(SafeFileHandle handle, ReadOnlySpan<byte> name, ReadOnlySpan<byte> key, byte[] path, in FileFacts facts)
    {
        var isOpen = true;
        try
        {
            var type = FileTypes.TryFind(System.Text.Encoding.UTF8.GetString(name), out var known) ? known : FileTypes.Look(handle);
            var isText = FileTypes.IsText(type);
            if (facts.Length > _options.MaxHotAnswer || !facts.IsSettled(_clock.GetUtcNow().UtcTicks) || FileOctets.TryRead(handle, (int)facts.Length) is not { } octets)
            {
                isOpen = false;
                return new GopherAnswer(default, handle, facts.Length, isText);
            }

            return Keep(key, new HotAnswer(path, facts, null, default, isText ? FileOctets.Encode(octets) : octets, isText));
        }
        finally
        {
            if (isOpen)
            {
                handle.Dispose();
            }
        }
    }

    private GopherAnswer Keep(ReadOnlySpan<byte> key, HotAnswer answer)
    {
        if (answer.Octets.Length <= _options.MaxHotAnswer && answer.Facts.IsSettled(_clock.GetUtcNow().UtcTicks) && answer.IsCurrent(_root))
        {
            _hot.Keep(key.ToArray(), answer);
        }

        return new GopherAnswer(answer.Octets);
    }
}
