using HiPerf.Gopher;

namespace HiPerf.Server;

/// <summary>Finds the answer to a request in a folder: an item, a search, a representation, attributes, or why not.</summary>
/// <remarks>A selector is a path from the root, in UTF-8, with or without its first slash, and nothing in it is ever executed.</remarks>
internal sealed class GopherFolder
{
    // A name and behind it what tells one origin from another.
    private const int LongestKey = RawPath.MaxLength + 512;

    private readonly GopherFolderOptions _options;
    private readonly VirtualRoot _root;
    private readonly GopherItems _items;

    public GopherFolder(GopherFolderOptions options, TimeProvider clock)
    {
        _options = options;
        _root = new VirtualRoot(options.Folder, options.ServesHidden);
        Errors = new GopherErrors(options.Administrator);
        Searches = new SearchGate(options.MaxSearches);
        _items = new GopherItems(options, _root, Errors, clock);
    }

    /// <summary>What is answered where nothing is found.</summary>
    public GopherErrors Errors { get; }

    /// <summary>How many searches run at once.</summary>
    public SearchGate Searches { get; }

    /// <summary>Finds the answer.</summary>
    /// <param name="line">The request line.</param>
    /// <param name="request">Its parts.</param>
    /// <param name="origin">The server as menus name it.</param>
    public GopherAnswer Find(ReadOnlySpan<byte> line, in GopherRequest request, GopherOrigin origin)
    {
        var isPlus = _options.OffersGopherPlus && request.Kind != GopherRequestKind.Item;
        try
        {
            return isPlus ? FindPlus(line, in request, origin) : FindPlain(line, in request, origin);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Errors.Of(GopherFault.NotReadable, isPlus);
        }
    }

    private GopherAnswer FindPlain(ReadOnlySpan<byte> line, in GopherRequest request, GopherOrigin origin)
    {
        var selector = request.Selector.In(line);
        var link = GopherLink.UrlOf(selector);
        if (GopherLink.MayFollow(link))
        {
            return new GopherAnswer(LinkPage.Make(link));
        }

        Span<byte> key = stackalloc byte[LongestKey];
        if (_root.Resolve(default, selector, key[..RawPath.MaxLength], out var length) != VirtualPathStatus.Done)
        {
            return Errors.Of(GopherFault.NotFound);
        }

        // What would be Gopher+ is words, too, where that is not offered.
        var hasWords = request.HasSearch || request.Kind != GopherRequestKind.Item;
        return hasWords && _options.OffersSearch && IsFolder(key[..length])
            ? Search(key[..length], request.Rest.In(line), origin, isPlus: false)
            : _items.Find(key[..length], KeyOf(key, length, origin), origin);
    }

    private GopherAnswer FindPlus(ReadOnlySpan<byte> line, in GopherRequest request, GopherOrigin origin)
    {
        if (request.HasDataBlock)
        {
            return Errors.Of(GopherFault.NoForm, isPlus: true);
        }

        Span<byte> key = stackalloc byte[LongestKey];
        if (_root.Resolve(default, request.Selector.In(line), key[..RawPath.MaxLength], out var length) != VirtualPathStatus.Done)
        {
            return Errors.Of(GopherFault.NotFound, isPlus: true);
        }

        var name = key[..length];
        if (request.Kind == GopherRequestKind.Representation && request.HasSearch && _options.OffersSearch && IsFolder(name))
        {
            return Search(name, request.Search.In(line), origin, isPlus: true);
        }

        using var item = new PlusItem(_options, _root, _items, name, origin);
        if (!item.Exists)
        {
            return Errors.Of(GopherFault.NotFound, isPlus: true);
        }

        var (hasAdmin, hasViews) = (request.AsksFor(line, GopherAttribute.Admin), request.AsksFor(line, GopherAttribute.Views));
        return request.Kind switch
        {
            GopherRequestKind.Attributes => item.Attributes(hasAdmin, hasViews),
            GopherRequestKind.DirectoryAttributes => item.FolderAttributes(hasAdmin, hasViews),
            _ => item.View(request.Argument.In(line)),
        } ?? Errors.Of(GopherFault.NoView, isPlus: true);
    }

    private static ReadOnlySpan<byte> KeyOf(Span<byte> key, int length, GopherOrigin origin)
    {
        origin.Key.CopyTo(key[length..]);
        return key[..(length + origin.Key.Length)];
    }

    private bool IsFolder(ReadOnlySpan<byte> name)
    {
        using var handle = _root.Open(_root.PathOf(name), out var facts);
        return facts.Kind == FileKind.Folder;
    }

    private GopherAnswer Search(ReadOnlySpan<byte> name, ReadOnlySpan<byte> sent, GopherOrigin origin, bool isPlus)
    {
        var words = NameSearch.WordsOf(sent);
        return words.Length == 0 ? Errors.Of(GopherFault.NoWords, isPlus)
            : words.Length > _options.MaxSearchWords ? Errors.Of(GopherFault.TooManyWords, isPlus)
            : default(GopherAnswer) with { Status = isPlus ? PlusItem.DotTerminated : default, Search = new NameSearch(_root, name.ToArray(), words, _options, origin) };
    }
}
